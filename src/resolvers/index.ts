import { GraphQLDateTimeISO, GraphQLJSON, GraphQLLocalDateTime } from 'graphql-scalars'
import type { Resolvers } from '../generated/resolvers.ts'
import { Architecture, Block, blockQueries, Model } from './block.ts'
import { Claim, ClaimCheck, ClaimEvent, ClaimFormula, ClaimPoint, claimQueries } from './claim.ts'
import type { Context } from './context.ts'
import { Cost, costQueries, Layer } from './cost.ts'
import { CostDelta } from './cost-delta.ts'
import { Count } from './count.ts'
import { Diagnostic, diagnosticQueries } from './diagnostic.ts'
import { Graph, graphQueries, Lineage, Path } from './graph.ts'
import { Image, imageQueries } from './image.ts'
import { IngestRun, ingestRunQueries } from './ingest-run.ts'
import { Link, linkQueries } from './link.ts'
import { Node, nodeQueries } from './node.ts'
import { Note, noteQueries } from './note.ts'
import { Mention, Paper, paperQueries, Section } from './paper.ts'
import { Evidence, Relation, relationQueries } from './relation.ts'
import { RelationTarget } from './relation-target.ts'
import { Hardware, Roofline, rooflineQueries } from './roofline.ts'
import { Technique, techniqueQueries } from './technique.ts'

export const resolvers: Resolvers<Context> = {
  Query: {
    ...nodeQueries,
    ...paperQueries,
    ...noteQueries,
    ...linkQueries,
    ...imageQueries,
    ...relationQueries,
    ...techniqueQueries,
    ...blockQueries,
    ...costQueries,
    ...claimQueries,
    ...rooflineQueries,
    ...diagnosticQueries,
    ...ingestRunQueries,
    ...graphQueries,
  },
  Node,
  Paper,
  Section,
  Mention,
  Note,
  Link,
  Image,
  Relation,
  Evidence,
  RelationTarget,
  Technique,
  Architecture,
  Block,
  Model,
  Claim,
  ClaimCheck,
  ClaimEvent,
  ClaimFormula,
  ClaimPoint,
  Hardware,
  Roofline,
  Cost,
  CostDelta,
  Layer,
  Count,
  Diagnostic,
  IngestRun,
  Graph,
  Path,
  Lineage,
  DateTime: GraphQLDateTimeISO,
  LocalDateTime: GraphQLLocalDateTime,
  JSON: GraphQLJSON,
}
