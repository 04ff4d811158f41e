import { badInput } from '../errors.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import type { MentionResolvers, PaperResolvers, QueryResolvers, SectionResolvers } from '../generated/resolvers.ts'
import type { NodeType } from '../graph.ts'
import { clean, connectionOf, containing, direction, pageRequest, tableConnection } from './connection.ts'
import type { Context } from './context.ts'
import { globalId } from './node.ts'
import { loadTarget } from './relation-target.ts'

export const paperQueries: QueryResolvers<Context> = {
  paper(_, { slug, arxivId }, { prisma, loaders }) {
    if (slug != null && arxivId == null) return loaders.paper.load(clean(slug, 'slug'))
    if (arxivId != null && slug == null)
      return prisma.paper.findFirst({ where: { arxivId: clean(arxivId, 'arxivId') }, orderBy: { slug: 'asc' } })
    throw badInput('Give slug or arxivId, one of the two.', 'slug')
  },
  papers(_, { filter, orderBy, ...page }, { prisma }, info) {
    const where: Prisma.PaperWhereInput = {
      ...(filter?.status ? { status: filter.status } : {}),
      AND: [
        filter?.year == null ? {} : { year: filter.year },
        filter?.yearFrom == null ? {} : { year: { gte: filter.yearFrom } },
        filter?.yearTo == null ? {} : { year: { lte: filter.yearTo } },
      ],
      ...containing(filter?.contains, ['name', 'title']),
    }
    const way = direction(orderBy?.direction)
    const order: Prisma.PaperOrderByWithRelationInput[] =
      orderBy?.field === 'PUBLISHED' ? [{ year: way }, { month: way }, { slug: way }] : [{ slug: way }]
    return tableConnection(page, info, {
      key: 'slug',
      find: (find) => prisma.paper.findMany({ ...find, where, orderBy: order }),
      count: () => prisma.paper.count({ where }),
    })
  },
}

export const Paper: PaperResolvers<Context> = {
  id: ({ slug }) => globalId('Paper', slug),
  status: ({ status }) => status as 'DOCUMENTED' | 'NOTED', // the store writes no other
  async aliases({ slug, name }, _, { loaders }) {
    const names = await loaders.namesOf.paper.load(slug)
    return [...new Set(names.map((row) => row.text))].filter((text) => text !== name)
  },
  async note({ slug }, _, { loaders }) {
    const [first] = await loaders.sectionsOfPaper.load(slug)
    return first ? loaders.document.load(first.documentPath) : null
  },
  sections: ({ slug }, _, { loaders }) => loaders.sectionsOfPaper.load(slug),
  async links({ slug }, { kind }, { loaders }) {
    const links = await loaders.linksOfPaper.load(slug)
    return kind ? links.filter((link) => link.kind === kind) : links
  },
  images: ({ slug }, _, { loaders }) => loaders.imagesOfPaper.load(slug),
  blocks: async ({ slug }, _, { loaders }) => (await loaders.architecturesOfPaper.load(slug)).filter((row) => row.kind === 'block'),
  models: async ({ slug }, _, { loaders }) => (await loaders.architecturesOfPaper.load(slug)).filter((row) => row.kind === 'model'),
  claims: async ({ slug }, { verdict }, { loaders }) =>
    (await loaders.claimsOfPaper.load(slug)).filter((row) => !verdict || row.verdict === verdict),
  async relations({ slug }, { direction, kinds, ...args }, { loaders }) {
    const page = pageRequest(args)
    return connectionOf(await loaders.relationsOfPaper(slug, { page, end: direction ?? 'BOTH', kinds: kinds ?? null }), page)
  },
  async mentions({ slug }, args, { loaders }) {
    const page = pageRequest(args)
    return connectionOf(await loaders.mentionsOf(slug, { page, nodeType: 'paper' }), page)
  },
}

export const Section: SectionResolvers<Context> = {
  file: ({ documentPath }) => documentPath,
  column: () => 1,
  async markdown({ documentPath, bodyStart, end }, _, { loaders }) {
    const { markdown } = (await loaders.document.load(documentPath)) ?? missing(`document ${documentPath}`)
    return markdown.slice(bodyStart, end).trim()
  },
  text: ({ text, summary }) => text ?? summary,
  paper: async ({ paperSlug }, _, context) => (await context.loaders.paper.load(paperSlug)) ?? missing(`paper ${paperSlug}`),
  note: async ({ documentPath }, _, { loaders }) => (await loaders.document.load(documentPath)) ?? missing(`document ${documentPath}`),
}

export const Mention: MentionResolvers<Context> = {
  file: ({ documentPath }) => documentPath,
  target: ({ nodeType, slug }, _, context) => loadTarget(context, { nodeType: nodeType as NodeType, slug }), // the store writes no other
  inPaper: ({ inPaper }, _, { loaders }) => (inPaper === null ? null : loaders.paper.load(inPaper)),
}

function missing(what: string): never {
  throw new Error(`the graph names ${what}, which it does not hold`)
}
