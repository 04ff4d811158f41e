import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Claim as ClaimRow, ClaimEvent as ClaimEventRow, Diagnostic as DiagnosticRow, Evidence as EvidenceRow, Hardware as HardwareRow, Image as ImageRow, IngestRun as IngestRunRow, Link as LinkRow, Mention as MentionRow, Paper as PaperRow, Relation as RelationRow, Section as SectionRow, Technique as TechniqueRow, Architecture as ArchitectureRow, Document as DocumentRow } from './prisma/client.ts';
import type { Target } from '../resolvers/relation-target.ts';
import type { CheckedClaimValue, CheckOf, FormulaOf } from '../resolvers/claim.ts';
import type { Row as ClaimRowValue } from '../compute/claims/check.ts';
import type { RooflineOf } from '../resolvers/roofline.ts';
import type { CostDeltaOf } from '../resolvers/cost-delta.ts';
import type { Costing, LayerRow } from '../resolvers/costing.ts';
import type { LineageRows, GraphRows } from '../store/traverse.ts';
import type { Context } from '../resolvers/context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A count without a unit: a JSON number up to 2⁵³ − 1, the digits as text beyond, so that nothing is lost. */
  Count: { input: number | bigint; output: number | bigint; }
  /** An instant, ISO 8601 in UTC: 2022-01-23T12:05:34.000Z. */
  DateTime: { input: Date; output: Date; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** A local date and time without a time zone, ISO 8601: 2022-01-23T12:05:34. */
  LocalDateTime: { input: string; output: string; }
};

/** What its document specifies of a block or a whole network, and what it costs. */
export type Architecture = {
  /** Other ways in which it is written. */
  aliases: Array<Scalars['String']['output']>;
  /** What it costs, with these parameters, at this input. */
  cost: Cost;
  /** Path of its document within the content folder. */
  file: Scalars['String']['output'];
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Shape of its input without the batch; each number, or expression over the parameters, as text. */
  input: Array<Scalars['String']['output']>;
  /** Its layers as the document writes them; numbers and expressions are text. */
  layers: Scalars['JSON']['output'];
  /** Its document's body, as Markdown. */
  markdown: Scalars['String']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** The paper that it belongs to. */
  paper: Maybe<Paper>;
  /** Its parameters, each with its default. */
  parameters: Array<Parameter>;
  /** Name in addresses and queries, unique among blocks and models. */
  slug: Scalars['String']['output'];
  /** The blocks and networks that it is made of. */
  uses: Array<Architecture>;
};


/** What its document specifies of a block or a whole network, and what it costs. */
export type ArchitectureCostArgs = {
  batch?: InputMaybe<Scalars['Int']['input']>;
  convention?: InputMaybe<Convention>;
  dtype?: InputMaybe<DataType>;
  input?: InputMaybe<Array<Scalars['Int']['input']>>;
  with?: InputMaybe<Scalars['JSON']['input']>;
};

/** An architecture building block. */
export type Block = Architecture & Node & {
  __typename?: 'Block';
  /** Other ways in which it is written. */
  aliases: Array<Scalars['String']['output']>;
  /** What it costs, with these parameters, at this input. */
  cost: Cost;
  /** Path of its document within the content folder. */
  file: Scalars['String']['output'];
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Shape of its input without the batch; each number, or expression over the parameters, as text. */
  input: Array<Scalars['String']['output']>;
  /** Its layers as the document writes them; numbers and expressions are text. */
  layers: Scalars['JSON']['output'];
  /** Its document's body, as Markdown. */
  markdown: Scalars['String']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** The paper that it belongs to. */
  paper: Maybe<Paper>;
  /** Its parameters, each with its default. */
  parameters: Array<Parameter>;
  /** Name in addresses and queries, unique among blocks and models. */
  slug: Scalars['String']['output'];
  /** The blocks and networks that it is made of. */
  uses: Array<Architecture>;
};


/** An architecture building block. */
export type BlockCostArgs = {
  batch?: InputMaybe<Scalars['Int']['input']>;
  convention?: InputMaybe<Convention>;
  dtype?: InputMaybe<DataType>;
  input?: InputMaybe<Array<Scalars['Int']['input']>>;
  with?: InputMaybe<Scalars['JSON']['input']>;
};

/** A page of blocks. */
export type BlockConnection = {
  __typename?: 'BlockConnection';
  /** The page's items with their cursors. */
  edges: Array<BlockEdge>;
  /** The page's items. */
  nodes: Array<Block>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** One of blocks in a page. */
export type BlockEdge = {
  __typename?: 'BlockEdge';
  /** Cursor of the item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Block;
};

/** What limits a layer. */
export type Bound =
  /** Its operations at the machine's peak. */
  | 'COMPUTE'
  /** Its bytes at the machine's bandwidth. */
  | 'MEMORY'
  /** The launch of its kernel. */
  | 'OVERHEAD';

/** The share of one bound. */
export type BoundShare = {
  __typename?: 'BoundShare';
  /** The bound. */
  bound: Bound;
  /** Of the latency, 0 to 1. */
  share: Scalars['Float']['output'];
};

/** How a layer differs. */
export type ChangeKind =
  /** It is in the second alone. */
  | 'ADDED'
  /** It is in both, and costs or gives something else. */
  | 'CHANGED'
  /** It is in the first alone. */
  | 'REMOVED';

/** What was found of a claim that was sent with the query. */
export type CheckedClaim = {
  __typename?: 'CheckedClaim';
  /** Each thing that it expects. */
  checks: Array<ClaimCheck>;
  /** Where it holds; null unless the verdict is HOLDS_IF. */
  condition: Maybe<Scalars['String']['output']>;
  /** Distance from the nearest bound as a share of it; negative where it fails. */
  margin: Maybe<Scalars['Float']['output']>;
  /** One sentence: how closely it holds, the counter-example, or why it can't be computed. */
  reason: Scalars['String']['output'];
  /** What was found. */
  verdict: Verdict;
};

/** A sentence of a note, or a figure that a source prints, bound to a computation that checks it. */
export type Claim = Node & {
  __typename?: 'Claim';
  /** Each thing that it expects. */
  checks: Array<ClaimCheck>;
  /** Where it holds, such as `out >= 72`; null unless the verdict is HOLDS_IF. */
  condition: Maybe<Scalars['String']['output']>;
  /** Path of its document within the content folder. */
  file: Scalars['String']['output'];
  /** The closed forms of its architectures, by their names in the claim; of networks over 100 ops there is none. */
  formulas: Array<ClaimFormula>;
  /** The runs at which the verdict became another, oldest first. */
  history: Array<ClaimEvent>;
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Distance from the nearest bound as a share of it; negative where it fails, null where there is no bound. */
  margin: Maybe<Scalars['Float']['output']>;
  /** Its document's body, as Markdown. */
  markdown: Scalars['String']['output'];
  /** The paper that it is about. */
  paper: Maybe<Paper>;
  /** The sentence of the note, verbatim. */
  quote: Maybe<Scalars['String']['output']>;
  /** Where the quote stands; null where there is none, or it is stale. */
  quotedAt: Maybe<Place>;
  /** One sentence: how closely it holds, the counter-example, or why it can't be computed. */
  reason: Scalars['String']['output'];
  /** The run since which the verdict stands. */
  since: Maybe<ClaimEvent>;
  /** Name in addresses and queries, unique among claims. */
  slug: Scalars['String']['output'];
  /** Who prints what is claimed, where it is no quote. */
  source: Maybe<Scalars['String']['output']>;
  /** What is computed and expected, as its document says it: `let`, `sweep`, `for`, `expect`. */
  spec: Scalars['JSON']['output'];
  /** What was found. */
  verdict: Verdict;
};

/** One thing that a claim expects, and what was found. */
export type ClaimCheck = {
  __typename?: 'ClaimCheck';
  /** Where it holds; null unless the verdict is HOLDS_IF. */
  condition: Maybe<Scalars['String']['output']>;
  /** As it is written: `a.macs / b.macs between 1/9 and 1/8`. */
  expect: Scalars['String']['output'];
  /** Distance from the nearest bound as a share of it; negative where it fails. */
  margin: Maybe<Scalars['Float']['output']>;
  /** One sentence: how closely it holds, the counter-example, or why it can't be computed. */
  reason: Scalars['String']['output'];
  /** The points that were computed, in the order of the sweep. */
  rows: Array<ClaimPoint>;
  /** The swept values at which a side meets its bound, solved exactly out of the closed forms: `72`, or `1+2*sqrt(2)`. Null where there is none: of two swept values, of networks, of chosen layers, of equations above the second degree. */
  solutions: Maybe<Array<Scalars['String']['output']>>;
  /** What was found. */
  verdict: Verdict;
};

/** A page of claims. */
export type ClaimConnection = {
  __typename?: 'ClaimConnection';
  /** The page's items with their cursors. */
  edges: Array<ClaimEdge>;
  /** The page's items. */
  nodes: Array<Claim>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** One of claims in a page. */
export type ClaimEdge = {
  __typename?: 'ClaimEdge';
  /** Cursor of the item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Claim;
};

/** A run at which a claim's verdict became another. */
export type ClaimEvent = {
  __typename?: 'ClaimEvent';
  /** When the run began. */
  at: Scalars['DateTime']['output'];
  /** The claim's slug. */
  claim: Scalars['String']['output'];
  /** Where it held; null unless the verdict is HOLDS_IF. */
  condition: Maybe<Scalars['String']['output']>;
  /** One sentence about it. */
  reason: Scalars['String']['output'];
  /** The run. */
  run: Maybe<IngestRun>;
  /** What was found from then on. */
  verdict: Verdict;
};

/** The closed form of one architecture of a claim. */
export type ClaimFormula = {
  __typename?: 'ClaimFormula';
  /** The form; null for networks over 100 ops. */
  formula: Maybe<Formula>;
  /** Its name in the claim. */
  name: Scalars['String']['output'];
  /** The block or model; null where its layers are written in the claim. */
  of: Maybe<Scalars['String']['output']>;
};

/** One row of the table that a verdict stands on. */
export type ClaimPoint = {
  __typename?: 'ClaimPoint';
  /** The swept values. */
  at: Array<ParameterValue>;
  /** What it was held against: one bound, two, or none for a condition. */
  bounds: Array<Scalars['Float']['output']>;
  /** Whether it holds here. */
  holds: Scalars['Boolean']['output'];
  /** Distance from the nearest bound as a share of it; negative where it fails. */
  margin: Maybe<Scalars['Float']['output']>;
  /** What was computed. */
  value: Scalars['Float']['output'];
};

/** What is made equal before architectures are compared. */
export type CompareAt =
  /** The input. */
  | 'INPUT'
  /** Multiply-accumulates, as near as a whole number for `vary` comes. */
  | 'MACS'
  /** Learned values, as near as a whole number for `vary` comes. */
  | 'PARAMS';

/** One side of a comparison. */
export type CompareItem = {
  /** Shape of the input without the batch, in place of the document's; at INPUT that of the first item where the ranks agree. */
  input?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Slug of a block or model. */
  of: Scalars['String']['input'];
  /** At MACS and PARAMS: the parameter, a whole number, that is chosen so that the figures come nearest. */
  vary?: InputMaybe<Scalars['String']['input']>;
  /** Parameters by name, in place of their defaults. */
  with?: InputMaybe<Scalars['JSON']['input']>;
};

/** One side of a comparison, and how it stands to the first. */
export type Comparison = {
  __typename?: 'Comparison';
  /** activations ÷ activations of the first. */
  activationsRatio: Scalars['Float']['output'];
  /** What it costs. */
  cost: Cost;
  /** flops ÷ flops of the first. */
  flopsRatio: Scalars['Float']['output'];
  /** macs ÷ macs of the first. */
  macsRatio: Scalars['Float']['output'];
  /** Bytes of memoryAccess ÷ those of the first. */
  memoryAccessRatio: Scalars['Float']['output'];
  /** Slug of the block or model. */
  of: Scalars['String']['output'];
  /** params ÷ params of the first. */
  paramsRatio: Scalars['Float']['output'];
  /** The value found for `vary`. */
  varied: Maybe<ParameterValue>;
};

/** A way of counting. src/compute/README.md gives the rules and versions. */
export type Convention =
  /** What DeepSpeed's profiler prints as FLOPs. */
  | 'DEEPSPEED'
  /** What fvcore prints as FLOPs. */
  | 'FVCORE'
  /** What ptflops prints as MACs. */
  | 'PTFLOPS'
  /** Multiply-accumulates of convolutions, linear layers and matrix products: ours, and torchvision's `_ops`. */
  | 'PURE'
  /** What thop prints as MACs. */
  | 'THOP'
  /** What torchinfo prints as mult-adds. */
  | 'TORCHINFO';

/** What a block or network costs: exact counts for the whole batch. */
export type Cost = {
  __typename?: 'Cost';
  /** Output elements of convolutions, linear layers and matrix products. */
  activations: Scalars['Count']['output'];
  /** How many inputs at once. */
  batch: Scalars['Int']['output'];
  /** Cost by op. */
  byKind: Array<KindCost>;
  /** The way of counting of `counted`. */
  convention: Convention;
  /** What the counter of that convention prints. */
  counted: Scalars['Count']['output'];
  /** Why another counter prints another figure, op by op, the largest first. */
  difference: Array<DifferenceItem>;
  /** What an element is. */
  dtype: DataType;
  /** Arithmetic operations outside multiply-accumulates. */
  elementwise: Scalars['Count']['output'];
  /** The same by the op that does them; `bias` is the addition of biases. */
  elementwiseBy: Array<CountBy>;
  /** Floating-point operations: 2 × macs + elementwise. */
  flops: Scalars['Count']['output'];
  /** Closed forms over the parameters and the input's sizes; null for a network too large to read (over 100 ops). */
  formula: Maybe<Formula>;
  /** flops a byte of fusedMemoryAccess. */
  fusedIntensity: Scalars['Float']['output'];
  /** The same when ops that work on each element alone run as the op before them writes. */
  fusedMemoryAccess: MemoryAccess;
  /** Shape of the input without the batch. */
  input: Array<Scalars['Int']['output']>;
  /** flops a byte of memoryAccess. */
  intensity: Scalars['Float']['output'];
  /** Whether there are ops without a rule: every figure is then a lower bound. */
  isLowerBound: Scalars['Boolean']['output'];
  /** Layers in the order in which they run. */
  layers: LayerConnection;
  /** Multiply-accumulates of convolutions, linear layers and matrix products. */
  macs: Scalars['Count']['output'];
  /** The same by kind of layer. */
  macsBy: Array<CountBy>;
  /** What is read and written when every op reads its inputs and weights and writes its output. */
  memoryAccess: MemoryAccess;
  /** Shape of the output without the batch. */
  output: Array<Scalars['Int']['output']>;
  /** Values of all parameters. */
  parameters: Array<ParameterValue>;
  /** Learned values. A batch does not change them. */
  params: Scalars['Count']['output'];
  /** The most activations that are alive at once. */
  peakActivation: PeakActivation;
  /** How many input pixels an output sees, height and width; null where every output sees all of them. */
  receptiveField: Maybe<Array<Scalars['Int']['output']>>;
  /** Layers as they are nested. */
  tree: CostGroup;
  /** The ops without a rule. */
  unsupported: Array<Scalars['String']['output']>;
};


/** What a block or network costs: exact counts for the whole batch. */
export type CostDifferenceArgs = {
  to: Convention;
};


/** What a block or network costs: exact counts for the whole batch. */
export type CostLayersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** What a step from one block to another costs, at the same input. A difference is the second less the first, a ratio the second by the first. */
export type CostDelta = {
  __typename?: 'CostDelta';
  /** The block of the relation's target. */
  from: Block;
  /** What the first costs. */
  fromCost: Cost;
  /** Layers that differ, in their order; at most 1,000 of them. */
  layers: Array<LayerChange>;
  /** Difference of multiply-accumulates. */
  macs: Scalars['Count']['output'];
  /** Ratio of multiply-accumulates. */
  macsRatio: Scalars['Float']['output'];
  /** Difference of memory access, in bytes, with nothing fused. */
  memoryAccess: Scalars['Count']['output'];
  /** Ratio of memory access. */
  memoryAccessRatio: Scalars['Float']['output'];
  /** Difference of params. */
  params: Scalars['Count']['output'];
  /** Ratio of params. */
  paramsRatio: Scalars['Float']['output'];
  /** Whether both give the same shape. */
  sameOutput: Scalars['Boolean']['output'];
  /** The block of the relation's source. */
  to: Block;
  /** What the second costs. */
  toCost: Cost;
};

/** Layers under one name, with what they cost together. */
export type CostGroup = {
  __typename?: 'CostGroup';
  /** Floating-point operations. */
  flops: Scalars['Count']['output'];
  /** The groups in it, in their order; a layer has none. */
  groups: Array<CostGroup>;
  /** How many layers there are under it. */
  layers: Scalars['Int']['output'];
  /** Multiply-accumulates. */
  macs: Scalars['Count']['output'];
  /** Elements read and written, weights among them. */
  memoryAccess: Scalars['Count']['output'];
  /** Learned values. */
  params: Scalars['Count']['output'];
  /** Their name; empty for the whole. */
  path: Scalars['String']['output'];
};

/** A count of one kind. */
export type CountBy = {
  __typename?: 'CountBy';
  /** How many. */
  count: Scalars['Count']['output'];
  /** The kind. */
  kind: Scalars['String']['output'];
};

/** What an element is. */
export type DataType =
  /** bfloat16, 2 bytes. */
  | 'BF16'
  /** 16-bit floating point, 2 bytes. */
  | 'FP16'
  /** 32-bit floating point, 4 bytes. */
  | 'FP32'
  /** 8-bit integers, 1 byte. */
  | 'INT8'
  /** TensorFloat-32: 4 bytes in memory. */
  | 'TF32';

/** One finding about a file. */
export type Diagnostic = {
  __typename?: 'Diagnostic';
  /** What was found, as a stable word such as `image-missing`. */
  code: Scalars['String']['output'];
  /** Column, from 1. */
  column: Scalars['Int']['output'];
  /** Path of the file within the content folder. */
  file: Scalars['String']['output'];
  /** Line, from 1. */
  line: Scalars['Int']['output'];
  /** What was expected, what came, and how to mend it. */
  message: Scalars['String']['output'];
  /** How much it matters. */
  severity: Severity;
};

/** A page of findings. */
export type DiagnosticConnection = {
  __typename?: 'DiagnosticConnection';
  /** The page's items with their cursors. */
  edges: Array<DiagnosticEdge>;
  /** The page's items. */
  nodes: Array<Diagnostic>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** One of findings in a page. */
export type DiagnosticEdge = {
  __typename?: 'DiagnosticEdge';
  /** Cursor of the item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Diagnostic;
};

/** One op that two counters count differently. */
export type DifferenceItem = {
  __typename?: 'DifferenceItem';
  /** to − from. */
  difference: Scalars['Float']['output'];
  /** What the first counter adds for it. */
  from: Scalars['Count']['output'];
  /** The op. */
  op: Scalars['String']['output'];
  /** The difference as a share of the first counter's total. */
  share: Scalars['Float']['output'];
  /** What the second counter adds for it. */
  to: Scalars['Count']['output'];
};

/** A sentence, or a line of front matter, that states a relation. */
export type Evidence = Located & {
  __typename?: 'Evidence';
  /** Column, from 1. */
  column: Scalars['Int']['output'];
  /** How sure it is, 0 to 1. */
  confidence: Scalars['Float']['output'];
  /** The words that say it. */
  cue: Scalars['String']['output'];
  /** Offset of the end, excluded, in UTF-16 code units. */
  end: Scalars['Int']['output'];
  /** Path of the document within the content folder. */
  file: Scalars['String']['output'];
  /** Whether it says so with reserve (may, perhaps, 可能). */
  hedged: Scalars['Boolean']['output'];
  /** Line, from 1. */
  line: Scalars['Int']['output'];
  /** The sentence as the file has it. */
  quote: Scalars['String']['output'];
  /** The rule that read it. */
  rule: Scalars['String']['output'];
  /** Offset of the start, in UTF-16 code units. */
  start: Scalars['Int']['output'];
};

/** Closed forms, derived by running the rules over symbols. */
export type Formula = {
  __typename?: 'Formula';
  /** Multiply-accumulates at batch 1. */
  macs: Scalars['String']['output'];
  /** Elements read and written at batch 1, weights among them. */
  memoryAccess: Scalars['String']['output'];
  /** Learned values. */
  params: Scalars['String']['output'];
  /** What holds for them: parameters that shape the network, with their values, and `h` and `w`, or `n`, for the sizes of the input. */
  where: Array<Scalars['String']['output']>;
};

/** A part of the graph. */
export type Graph = {
  __typename?: 'Graph';
  /** The relations among them. */
  edges: Array<Relation>;
  /** Papers and techniques, the nearest first. */
  nodes: Array<RelationTarget>;
  /** Whether there is more than an answer holds. */
  truncated: Scalars['Boolean']['output'];
};

/** A machine that runs networks. */
export type Hardware = Node & {
  __typename?: 'Hardware';
  /** Bytes a second between memory and the chip. */
  bandwidth: Scalars['Float']['output'];
  /** Path of its document within the content folder. */
  file: Scalars['String']['output'];
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Its document's body, as Markdown. */
  markdown: Scalars['String']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** Seconds that a launch takes at least; 0 where nothing is launched. */
  overhead: Scalars['Float']['output'];
  /** Operations a second at the data types that its makers state; a multiply-accumulate is two. */
  peak: Array<Peak>;
  /** Name in addresses and queries, unique among machines. */
  slug: Scalars['String']['output'];
  /** Who says each figure, by its name. */
  sources: Scalars['JSON']['output'];
};

/** A page of machines. */
export type HardwareConnection = {
  __typename?: 'HardwareConnection';
  /** The page's items with their cursors. */
  edges: Array<HardwareEdge>;
  /** The page's items. */
  nodes: Array<Hardware>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** One of machines in a page. */
export type HardwareEdge = {
  __typename?: 'HardwareEdge';
  /** Cursor of the item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Hardware;
};

/** An image that a document shows. */
export type Image = Located & Node & {
  __typename?: 'Image';
  /** Text in its place. */
  alt: Scalars['String']['output'];
  /** Size of the file, in bytes. */
  bytes: Maybe<Scalars['Int']['output']>;
  /** When it was captured, as its file name says. */
  capturedAt: Maybe<Scalars['LocalDateTime']['output']>;
  /** Column, from 1. */
  column: Scalars['Int']['output'];
  /** Offset of the end, excluded, in UTF-16 code units. */
  end: Scalars['Int']['output'];
  /** Whether its file is in the content folder; null for an address elsewhere, which is not looked up. */
  exists: Maybe<Scalars['Boolean']['output']>;
  /** Path of the document within the content folder. */
  file: Scalars['String']['output'];
  /** Height, in pixels. */
  height: Maybe<Scalars['Int']['output']>;
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Line, from 1. */
  line: Scalars['Int']['output'];
  /** Media type, such as `image/png`. */
  mediaType: Maybe<Scalars['String']['output']>;
  /** The paper whose section it stands in. */
  paper: Maybe<Paper>;
  /** Its path or address as written. */
  path: Scalars['String']['output'];
  /** SHA-256 of the file, in hexadecimal. */
  sha256: Maybe<Scalars['String']['output']>;
  /** Offset of the start, in UTF-16 code units. */
  start: Scalars['Int']['output'];
  /** Where this server has it; null when its file is not there. */
  url: Maybe<Scalars['String']['output']>;
  /** Width, in pixels. */
  width: Maybe<Scalars['Int']['output']>;
};

/** A page of images. */
export type ImageConnection = {
  __typename?: 'ImageConnection';
  /** The page's items with their cursors. */
  edges: Array<ImageEdge>;
  /** The page's items. */
  nodes: Array<Image>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** One of images in a page. */
export type ImageEdge = {
  __typename?: 'ImageEdge';
  /** Cursor of the item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Image;
};

/** One ingest that changed the graph. */
export type IngestRun = Node & {
  __typename?: 'IngestRun';
  /** Documents that were new. */
  added: Scalars['Int']['output'];
  /** Documents that had changed. */
  changed: Scalars['Int']['output'];
  /** Findings of severity ERROR after it. */
  errors: Scalars['Int']['output'];
  /** When it was stored. */
  finishedAt: Scalars['DateTime']['output'];
  /** The graph's version after it; it moves by one with each ingest that changed something. */
  graphVersion: Scalars['Int']['output'];
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Files that were refused. */
  refused: Scalars['Int']['output'];
  /** Files that were gone. */
  removed: Scalars['Int']['output'];
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
  /** Documents that were as before. */
  unchanged: Scalars['Int']['output'];
  /** Findings of severity WARNING after it. */
  warnings: Scalars['Int']['output'];
};

/** A page of ingest runs. */
export type IngestRunConnection = {
  __typename?: 'IngestRunConnection';
  /** The page's items with their cursors. */
  edges: Array<IngestRunEdge>;
  /** The page's items. */
  nodes: Array<IngestRun>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** One of ingest runs in a page. */
export type IngestRunEdge = {
  __typename?: 'IngestRunEdge';
  /** Cursor of the item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: IngestRun;
};

/** What all ops of one kind cost together. */
export type KindCost = {
  __typename?: 'KindCost';
  /** Floating-point operations. */
  flops: Scalars['Count']['output'];
  /** How many there are. */
  layers: Scalars['Int']['output'];
  /** Multiply-accumulates. */
  macs: Scalars['Count']['output'];
  /** Elements read and written, weights among them. */
  memoryAccess: Scalars['Count']['output'];
  /** The op. */
  op: Scalars['String']['output'];
  /** Learned values. */
  params: Scalars['Count']['output'];
};

/** What one op costs, for the whole batch. */
export type Layer = {
  __typename?: 'Layer';
  /** Output elements, where they count as activations. */
  activations: Scalars['Count']['output'];
  /** Activation elements alive while it runs, its output among them. */
  alive: Scalars['Count']['output'];
  /** Arithmetic operations outside multiply-accumulates. */
  elementwise: Scalars['Count']['output'];
  /** Floating-point operations: 2 × macs + elementwise. */
  flops: Scalars['Count']['output'];
  /** The same, less what it need not read or write since it runs with the op before or after it. */
  fusedMemoryAccess: MemoryAccess;
  /** Shapes of its inputs without the batch. */
  inputs: Array<Array<Scalars['Int']['output']>>;
  /** flops a byte of memoryAccess; null where no memory moves. */
  intensity: Maybe<Scalars['Float']['output']>;
  /** Multiply-accumulates. */
  macs: Scalars['Count']['output'];
  /** standard, grouped, depthwise or pointwise convolution, linear, matmul; null without multiply-accumulates. */
  macsKind: Maybe<Scalars['String']['output']>;
  /** What it reads and writes. */
  memoryAccess: MemoryAccess;
  /** The op. */
  op: Scalars['String']['output'];
  /** Shape of its output without the batch. */
  output: Array<Scalars['Int']['output']>;
  /** Learned values. */
  params: Scalars['Count']['output'];
  /** Its name in the network. */
  path: Scalars['String']['output'];
  /** How many input pixels an output sees, height and width; null where it sees all of them. */
  receptiveField: Maybe<Array<Scalars['Int']['output']>>;
  /** Whether its cost is counted, none on purpose, or unknown: `counted`, `free`, `unsupported`. */
  status: Scalars['String']['output'];
};

/** A layer that differs. */
export type LayerChange = {
  __typename?: 'LayerChange';
  /** How. */
  change: ChangeKind;
  /** The layer of the first block; null where it was added. */
  from: Maybe<Layer>;
  /** Its op. */
  op: Scalars['String']['output'];
  /** The layer of the second block; null where it was removed. */
  to: Maybe<Layer>;
};

/** A page of layers. */
export type LayerConnection = {
  __typename?: 'LayerConnection';
  /** The page's items with their cursors. */
  edges: Array<LayerEdge>;
  /** The page's items. */
  nodes: Array<Layer>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** One of layers in a page. */
export type LayerEdge = {
  __typename?: 'LayerEdge';
  /** Cursor of the item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Layer;
};

/** The line that a paper stands in. */
export type Lineage = {
  __typename?: 'Lineage';
  /** What it was made from, the nearest first. */
  ancestors: Array<Paper>;
  /** What was made from it, the nearest first. */
  descendants: Array<Paper>;
  /** The relations among all of them. */
  edges: Array<Relation>;
  /** The paper. */
  paper: Paper;
};

/** A link of a document, or a slot for one that its author left empty. */
export type Link = Located & Node & {
  __typename?: 'Link';
  /** arXiv id in its address, without version. */
  arxivId: Maybe<Scalars['String']['output']>;
  /** Column, from 1. */
  column: Scalars['Int']['output'];
  /** Digital object identifier in its address. */
  doi: Maybe<Scalars['String']['output']>;
  /** Offset of the end, excluded, in UTF-16 code units. */
  end: Scalars['Int']['output'];
  /** Path of the document within the content folder. */
  file: Scalars['String']['output'];
  /** Host of its address; null for a slot, and for a path within the content folder. */
  host: Maybe<Scalars['String']['output']>;
  /** Global id. */
  id: Scalars['ID']['output'];
  /** What it leads to. */
  kind: LinkKind;
  /** What stands in its brackets. */
  label: Scalars['String']['output'];
  /** Line, from 1. */
  line: Scalars['Int']['output'];
  /** Owner of the repository that it leads to. */
  owner: Maybe<Scalars['String']['output']>;
  /** The paper whose section it stands in. */
  paper: Maybe<Paper>;
  /** Name of the repository that it leads to. */
  repository: Maybe<Scalars['String']['output']>;
  /** Whether the file that a path within the content folder leads to is there; null for any other link. */
  resolves: Maybe<Scalars['Boolean']['output']>;
  /** Offset of the start, in UTF-16 code units. */
  start: Scalars['Int']['output'];
  /** Its address as written; null for a slot without one, such as `[code]`. */
  url: Maybe<Scalars['String']['output']>;
};

/** A page of links. */
export type LinkConnection = {
  __typename?: 'LinkConnection';
  /** The page's items with their cursors. */
  edges: Array<LinkEdge>;
  /** The page's items. */
  nodes: Array<Link>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** One of links in a page. */
export type LinkEdge = {
  __typename?: 'LinkEdge';
  /** Cursor of the item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Link;
};

/** What a link leads to. */
export type LinkKind =
  /** A page about the paper, with its abstract. */
  | 'ABSTRACT'
  /** A repository of code. */
  | 'CODE'
  /** Anything else. */
  | 'OTHER'
  /** The paper itself. */
  | 'PDF'
  /** A page about the project. */
  | 'PROJECT'
  /** A video. */
  | 'VIDEO';

/** A stretch of a file's text. */
export type Located = {
  /** Column of the start, from 1, in UTF-16 code units. */
  column: Scalars['Int']['output'];
  /** Offset of the end, which is excluded, in UTF-16 code units. */
  end: Scalars['Int']['output'];
  /** Path of the file within the content folder. */
  file: Scalars['String']['output'];
  /** Line of the start, from 1. */
  line: Scalars['Int']['output'];
  /** Offset of the start in the file's text (after a byte order mark), in UTF-16 code units. */
  start: Scalars['Int']['output'];
};

/** What memory is asked for, for the whole batch. */
export type MemoryAccess = {
  __typename?: 'MemoryAccess';
  /** All of them together, in bytes of the data type. */
  bytes: Scalars['Count']['output'];
  /** All of them together, in elements. */
  elements: Scalars['Count']['output'];
  /** Elements read, without weights. */
  read: Scalars['Count']['output'];
  /** Weights read, in elements. */
  weights: Scalars['Count']['output'];
  /** Elements written. */
  written: Scalars['Count']['output'];
};

/** A place in a note where a paper or a technique is named. */
export type Mention = Located & {
  __typename?: 'Mention';
  /** Column, from 1. */
  column: Scalars['Int']['output'];
  /** Offset of the end, excluded, in UTF-16 code units. */
  end: Scalars['Int']['output'];
  /** Path of the note within the content folder. */
  file: Scalars['String']['output'];
  /** The paper whose section it stands in; null outside any section. */
  inPaper: Maybe<Paper>;
  /** Line, from 1. */
  line: Scalars['Int']['output'];
  /** The sentence that it stands in. */
  quote: Scalars['String']['output'];
  /** Offset of the start, in UTF-16 code units. */
  start: Scalars['Int']['output'];
  /** The name as written. */
  surface: Scalars['String']['output'];
  /** What is named. */
  target: RelationTarget;
};

/** A page of mentions. */
export type MentionConnection = {
  __typename?: 'MentionConnection';
  /** The page's items with their cursors. */
  edges: Array<MentionEdge>;
  /** The page's items. */
  nodes: Array<Mention>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** A mention in a page. */
export type MentionEdge = {
  __typename?: 'MentionEdge';
  /** Cursor of the item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Mention;
};

/** A whole network. */
export type Model = Architecture & Node & {
  __typename?: 'Model';
  /** Other ways in which it is written. */
  aliases: Array<Scalars['String']['output']>;
  /** What it costs, with these parameters, at this input. */
  cost: Cost;
  /** Path of its document within the content folder. */
  file: Scalars['String']['output'];
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Shape of its input without the batch; each number, or expression over the parameters, as text. */
  input: Array<Scalars['String']['output']>;
  /** Its layers as the document writes them; numbers and expressions are text. */
  layers: Scalars['JSON']['output'];
  /** Its document's body, as Markdown. */
  markdown: Scalars['String']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** The paper that it belongs to. */
  paper: Maybe<Paper>;
  /** Its parameters, each with its default. */
  parameters: Array<Parameter>;
  /** Name in addresses and queries, unique among blocks and models. */
  slug: Scalars['String']['output'];
  /** The blocks and networks that it is made of. */
  uses: Array<Architecture>;
};


/** A whole network. */
export type ModelCostArgs = {
  batch?: InputMaybe<Scalars['Int']['input']>;
  convention?: InputMaybe<Convention>;
  dtype?: InputMaybe<DataType>;
  input?: InputMaybe<Array<Scalars['Int']['input']>>;
  with?: InputMaybe<Scalars['JSON']['input']>;
};

/** A page of networks. */
export type ModelConnection = {
  __typename?: 'ModelConnection';
  /** The page's items with their cursors. */
  edges: Array<ModelEdge>;
  /** The page's items. */
  nodes: Array<Model>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** One of networks in a page. */
export type ModelEdge = {
  __typename?: 'ModelEdge';
  /** Cursor of the item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Model;
};

/** An object with an id that stays the same when the database is dropped and rebuilt from the same content. */
export type Node = {
  /** The global id: the type's name, a colon and the key. */
  id: Scalars['ID']['output'];
};

/** A note as its author wrote it. */
export type Note = Node & {
  __typename?: 'Note';
  /** Its author, from front matter or the header comment. */
  author: Maybe<Scalars['String']['output']>;
  /** Size of the file, in bytes. */
  bytes: Scalars['Int']['output'];
  /** When it was begun, as its header comment says. */
  createdAt: Maybe<Scalars['LocalDateTime']['output']>;
  /** Findings about the file. */
  diagnostics: Array<Diagnostic>;
  /** How it is written: `sections` of several papers, about a `single` one, or `plain`. */
  format: Maybe<Scalars['String']['output']>;
  /** Global id. */
  id: Scalars['ID']['output'];
  /** BCP 47 tag of the language that most of it is in; null where there is too little text. */
  language: Maybe<Scalars['String']['output']>;
  /** The file's text. */
  markdown: Scalars['String']['output'];
  /** When it was last edited, as its header comment says. */
  modifiedAt: Maybe<Scalars['LocalDateTime']['output']>;
  /** Path within the content folder. */
  path: Scalars['String']['output'];
  /** Its sections about papers, in their order. */
  sections: Array<Section>;
  /** SHA-256 of the file, in hexadecimal. */
  sha256: Scalars['String']['output'];
  /** Its title: from front matter, or the first heading of the highest level. */
  title: Maybe<Scalars['String']['output']>;
};

/** A page of notes. */
export type NoteConnection = {
  __typename?: 'NoteConnection';
  /** The page's items with their cursors. */
  edges: Array<NoteEdge>;
  /** The page's items. */
  nodes: Array<Note>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** One of notes in a page. */
export type NoteEdge = {
  __typename?: 'NoteEdge';
  /** Cursor of the item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Note;
};

/** Which way an order runs. */
export type OrderDirection =
  /** Smallest first. */
  | 'ASC'
  /** Largest first. */
  | 'DESC';

/** Where a page of a list stands in the whole. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last item of the page; null when the page is empty. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** Whether there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first item of the page; null when the page is empty. */
  startCursor: Maybe<Scalars['String']['output']>;
};

/** A work. Documented when a section of a note is about it, noted when it is only named. */
export type Paper = Node & {
  __typename?: 'Paper';
  /** Other ways in which documents write its name. */
  aliases: Array<Scalars['String']['output']>;
  /** arXiv id without version; null when no note gives it. */
  arxivId: Maybe<Scalars['String']['output']>;
  /** Authors as front matter names them. */
  authors: Array<Scalars['String']['output']>;
  /** Architecture blocks that belong to it. */
  blocks: Array<Block>;
  /** What its notes, or itself, claim about cost, each with a verdict. */
  claims: Array<Claim>;
  /** Digital object identifier; null when no note gives it. */
  doi: Maybe<Scalars['String']['output']>;
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Images of the sections about it, in their order. */
  images: Array<Image>;
  /** Links of the sections about it, in their order; one whose `url` is null is a slot that the author left empty. */
  links: Array<Link>;
  /** The places where notes name it, other than the sections about it. */
  mentions: MentionConnection;
  /** Its whole networks. */
  models: Array<Model>;
  /** Month of publication, 1 to 12, from the arXiv id. */
  month: Maybe<Scalars['Int']['output']>;
  /** Short name: of the first note about it the name before the colon of its title, in brackets after that, or that the note itself gives it; else its heading, or the name that its card or its mention gives. */
  name: Scalars['String']['output'];
  /** The note of the first section about it; null for a noted paper. */
  note: Maybe<Note>;
  /** Relations that begin or end at it. */
  relations: RelationConnection;
  /** What the note's author put in parentheses, a whole paragraph at a time, without them. */
  remarks: Array<Scalars['String']['output']>;
  /** Every section about it, of all notes. */
  sections: Array<Section>;
  /** Name in addresses and queries, unique among papers. */
  slug: Scalars['String']['output'];
  /** Whether a note is about it. */
  status: PaperStatus;
  /** The running text of the first section about it, plain; null for a noted paper. */
  summary: Maybe<Scalars['String']['output']>;
  /** Full title; null when no note gives it. */
  title: Maybe<Scalars['String']['output']>;
  /** Year of publication: from the note, or the arXiv id. */
  year: Maybe<Scalars['Int']['output']>;
};


/** A work. Documented when a section of a note is about it, noted when it is only named. */
export type PaperClaimsArgs = {
  verdict?: InputMaybe<Verdict>;
};


/** A work. Documented when a section of a note is about it, noted when it is only named. */
export type PaperLinksArgs = {
  kind?: InputMaybe<LinkKind>;
};


/** A work. Documented when a section of a note is about it, noted when it is only named. */
export type PaperMentionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A work. Documented when a section of a note is about it, noted when it is only named. */
export type PaperRelationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  direction?: InputMaybe<RelationDirection>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<Array<RelationKind>>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of papers. */
export type PaperConnection = {
  __typename?: 'PaperConnection';
  /** The page's items with their cursors. */
  edges: Array<PaperEdge>;
  /** The page's items. */
  nodes: Array<Paper>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** A paper in a page. */
export type PaperEdge = {
  __typename?: 'PaperEdge';
  /** Cursor of the item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Paper;
};

/** Which papers; every condition given must hold. */
export type PaperFilter = {
  /** Name or title contains this text, whatever its case. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Documented or noted. */
  status?: InputMaybe<PaperStatus>;
  /** Published in this year. */
  year?: InputMaybe<Scalars['Int']['input']>;
  /** Published in this year or later. */
  yearFrom?: InputMaybe<Scalars['Int']['input']>;
  /** Published in this year or earlier. */
  yearTo?: InputMaybe<Scalars['Int']['input']>;
};

/** An order of papers. */
export type PaperOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** By what. */
  field: PaperOrderField;
};

/** What papers can be ordered by. */
export type PaperOrderField =
  /** Year and month of publication; papers without one come last when ascending. */
  | 'PUBLISHED'
  /** The slug. */
  | 'SLUG';

/** Whether a note is about a paper. */
export type PaperStatus =
  /** A section of a note is about it. */
  | 'DOCUMENTED'
  /** It is only named. */
  | 'NOTED';

/** A parameter of a block or network. */
export type Parameter = {
  __typename?: 'Parameter';
  /** What it is when no value is given: a number, or an expression over those before it. */
  default: Scalars['String']['output'];
  /** Its name in expressions. */
  name: Scalars['String']['output'];
};

/** A parameter and its value. */
export type ParameterValue = {
  __typename?: 'ParameterValue';
  /** Its name. */
  name: Scalars['String']['output'];
  /** Its value. */
  value: Scalars['Float']['output'];
};

/** A chain of relations. */
export type Path = {
  __typename?: 'Path';
  /** The relation of each step. */
  edges: Array<Relation>;
  /** How many steps it has. */
  length: Scalars['Int']['output'];
  /** Its papers and techniques from the one end to the other. */
  nodes: Array<RelationTarget>;
};

/** What a machine does at most. */
export type Peak = {
  __typename?: 'Peak';
  /** At this data type. */
  dtype: DataType;
  /** Operations a second. */
  flops: Scalars['Float']['output'];
};

/** Activations that are alive at once. */
export type PeakActivation = {
  __typename?: 'PeakActivation';
  /** The op at which they are. */
  at: Scalars['String']['output'];
  /** Bytes of the data type. */
  bytes: Scalars['Count']['output'];
  /** Elements. */
  elements: Scalars['Count']['output'];
};

/** A place in a file. */
export type Place = {
  __typename?: 'Place';
  /** Column, from 1. */
  column: Scalars['Int']['output'];
  /** Path within the content folder. */
  file: Scalars['String']['output'];
  /** Line, from 1. */
  line: Scalars['Int']['output'];
};

/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type Query = {
  __typename?: 'Query';
  /** The block with this slug. */
  block: Maybe<Block>;
  /** Blocks in the order of their slugs. */
  blocks: BlockConnection;
  /** A claim that is sent with the query: `{ let, sweep, for, expect }`, as in a document's front matter. It can name the blocks and models of the graph. */
  checkClaim: CheckedClaim;
  /** The claim with this slug. */
  claim: Maybe<Claim>;
  /** The runs at which a claim's verdict became another, oldest first; they are kept when the claim is removed. */
  claimHistory: Array<ClaimEvent>;
  /** Claims about cost in the order of their slugs. */
  claims: ClaimConnection;
  /** Two to ten architectures side by side; the first is what the others are measured against. */
  compare: Array<Comparison>;
  /** What an architecture costs that is sent with the query: `{ parameters, input, layers }`, as in a document's front matter. It can use the blocks of the graph. */
  costOf: Cost;
  /** Findings about content, in the order of their paths. */
  diagnostics: DiagnosticConnection;
  /** The neighbourhood of a paper or technique: nodes and edges in one answer, for a picture. At most 500 nodes. */
  graph: Maybe<Graph>;
  /** Machines in the order of their slugs. */
  hardware: HardwareConnection;
  /** Images of all documents, in the order of path and place. */
  images: ImageConnection;
  /** Ingests that changed the graph, the latest first unless asked otherwise. */
  ingestRuns: IngestRunConnection;
  /** What a paper was made from and what was made from it, through EXTENDS and IMPROVES. At most 500 papers each way. */
  lineage: Maybe<Lineage>;
  /** Links of all documents, in the order of path and place. */
  links: LinkConnection;
  /** The whole network with this slug. */
  model: Maybe<Model>;
  /** Networks in the order of their slugs. */
  models: ModelConnection;
  /** The object with this id, of whatever type; null when there is none. */
  node: Maybe<Node>;
  /** The objects with these ids, in their order; null for each that is not there. At most 100. */
  nodes: Array<Maybe<Node>>;
  /** The note at this path within the content folder. */
  note: Maybe<Note>;
  /** Notes in the order of their paths. */
  notes: NoteConnection;
  /** The paper with this slug or arXiv id; give one of the two. */
  paper: Maybe<Paper>;
  /** Papers, documented and noted. */
  papers: PaperConnection;
  /** The shortest chain of relations between two papers or techniques, whichever way each points; null when there is none of 8 steps. */
  path: Maybe<Path>;
  /** Relations of all papers, in the order of their ids. */
  relations: RelationConnection;
  /** The least time that a block or network takes on a machine, and what bounds it, layer by layer. src/compute/roofline.ts states the model. */
  roofline: Roofline;
  /** What an architecture costs at each of at most 1,000 values of one parameter, or of the sides of its input (`size`) or its `batch`. */
  sweep: Array<SweepPoint>;
  /** The technique with this slug. */
  technique: Maybe<Technique>;
  /** Techniques in the order of their slugs. */
  techniques: TechniqueConnection;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryBlockArgs = {
  slug: Scalars['String']['input'];
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryBlocksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: InputMaybe<OrderDirection>;
  paper?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryCheckClaimArgs = {
  claim: Scalars['JSON']['input'];
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryClaimArgs = {
  slug: Scalars['String']['input'];
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryClaimHistoryArgs = {
  slug: Scalars['String']['input'];
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: InputMaybe<OrderDirection>;
  paper?: InputMaybe<Scalars['String']['input']>;
  verdict?: InputMaybe<Verdict>;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryCompareArgs = {
  at?: InputMaybe<CompareAt>;
  dtype?: InputMaybe<DataType>;
  items: Array<CompareItem>;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryCostOfArgs = {
  batch?: InputMaybe<Scalars['Int']['input']>;
  convention?: InputMaybe<Convention>;
  dtype?: InputMaybe<DataType>;
  input?: InputMaybe<Array<Scalars['Int']['input']>>;
  spec: Scalars['JSON']['input'];
  with?: InputMaybe<Scalars['JSON']['input']>;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryDiagnosticsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: InputMaybe<OrderDirection>;
  path?: InputMaybe<Scalars['String']['input']>;
  severity?: InputMaybe<Severity>;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryGraphArgs = {
  around: Scalars['String']['input'];
  depth?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<Array<RelationKind>>;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryHardwareArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: InputMaybe<OrderDirection>;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryImagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  exists?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  order?: InputMaybe<OrderDirection>;
  paper?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryIngestRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: InputMaybe<OrderDirection>;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryLineageArgs = {
  slug: Scalars['String']['input'];
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryLinksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  host?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<LinkKind>;
  last?: InputMaybe<Scalars['Int']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  order?: InputMaybe<OrderDirection>;
  paper?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryModelArgs = {
  slug: Scalars['String']['input'];
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryModelsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: InputMaybe<OrderDirection>;
  paper?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryNoteArgs = {
  path: Scalars['String']['input'];
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryNotesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  author?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  format?: InputMaybe<Scalars['String']['input']>;
  language?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: InputMaybe<OrderDirection>;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryPaperArgs = {
  arxivId?: InputMaybe<Scalars['String']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryPapersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PaperFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PaperOrder>;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryPathArgs = {
  from: Scalars['String']['input'];
  to: Scalars['String']['input'];
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryRelationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['String']['input']>;
  hedged?: InputMaybe<Scalars['Boolean']['input']>;
  kind?: InputMaybe<RelationKind>;
  last?: InputMaybe<Scalars['Int']['input']>;
  minConfidence?: InputMaybe<Scalars['Float']['input']>;
  order?: InputMaybe<OrderDirection>;
  to?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryRooflineArgs = {
  batch?: InputMaybe<Scalars['Int']['input']>;
  dtype?: InputMaybe<DataType>;
  fused?: InputMaybe<Scalars['Boolean']['input']>;
  hardware: Scalars['String']['input'];
  input?: InputMaybe<Array<Scalars['Int']['input']>>;
  of: Scalars['String']['input'];
  with?: InputMaybe<Scalars['JSON']['input']>;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QuerySweepArgs = {
  batch?: InputMaybe<Scalars['Int']['input']>;
  convention?: InputMaybe<Convention>;
  dtype?: InputMaybe<DataType>;
  input?: InputMaybe<Array<Scalars['Int']['input']>>;
  of: Scalars['String']['input'];
  parameter: Scalars['String']['input'];
  values: Array<Scalars['Float']['input']>;
  with?: InputMaybe<Scalars['JSON']['input']>;
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryTechniqueArgs = {
  slug: Scalars['String']['input'];
};


/**
 * The knowledge graph of a folder of paper notes: papers, techniques, relations with the sentence that states
 * them, links, images and architecture blocks.
 */
export type QueryTechniquesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  contains?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  order?: InputMaybe<OrderDirection>;
};

/** What one paper is to another paper or to a technique, with every sentence that says so. */
export type Relation = Node & {
  __typename?: 'Relation';
  /** How sure it is, 0 to 1: that of the best evidence; 1 where an author declared it. */
  confidence: Scalars['Float']['output'];
  /** What the step from the target's block to the source's costs; null where one of the two has no block, or none that takes the other's input. Of several blocks the pair is taken whose layers are most alike. */
  costDelta: Maybe<CostDelta>;
  /** Where it is stated, best first. */
  evidence: Array<Evidence>;
  /** Whether all of its evidence is hedged (may, perhaps, 可能). */
  hedged: Scalars['Boolean']['output'];
  /** Global id. */
  id: Scalars['ID']['output'];
  /** What the source is to the target. */
  kind: RelationKind;
  /** The rule that read the best evidence; `declared` for front matter. */
  rule: Scalars['String']['output'];
  /** The paper that it begins at. */
  source: Paper;
  /** The paper or technique that it points at. */
  target: RelationTarget;
};


/** What one paper is to another paper or to a technique, with every sentence that says so. */
export type RelationCostDeltaArgs = {
  batch?: InputMaybe<Scalars['Int']['input']>;
  dtype?: InputMaybe<DataType>;
  from?: InputMaybe<Scalars['String']['input']>;
  input?: InputMaybe<Array<Scalars['Int']['input']>>;
  to?: InputMaybe<Scalars['String']['input']>;
  with?: InputMaybe<Scalars['JSON']['input']>;
};

/** A page of relations. */
export type RelationConnection = {
  __typename?: 'RelationConnection';
  /** The page's items with their cursors. */
  edges: Array<RelationEdge>;
  /** The page's items. */
  nodes: Array<Relation>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** Which end of its relations a paper is at. */
export type RelationDirection =
  /** Either. */
  | 'BOTH'
  /** It is the target. */
  | 'IN'
  /** It is the source. */
  | 'OUT';

/** One of relations in a page. */
export type RelationEdge = {
  __typename?: 'RelationEdge';
  /** Cursor of the item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Relation;
};

/** What the source of a relation is to its target. */
export type RelationKind =
  /** It refers to it. */
  | 'CITES'
  /** It joins it with others. */
  | 'COMBINES'
  /** It is set beside it. */
  | 'COMPARES_WITH'
  /** It finds the opposite. */
  | 'CONTRADICTS'
  /** It goes another way. */
  | 'CONTRASTS_WITH'
  /** It is built upon it. */
  | 'EXTENDS'
  /** It is better, and made from it or for its purpose. */
  | 'IMPROVES'
  /** It takes an idea of it. */
  | 'INSPIRED_BY'
  /** It has better results. */
  | 'OUTPERFORMS'
  /** It stands in its place. */
  | 'REPLACES'
  /** It makes use of it. */
  | 'USES'
  /** It is a form of it. */
  | 'VARIANT_OF';

/** What a relation can point at. */
export type RelationTarget = Paper | Technique;

/** The least time that a network takes on a machine, and what bounds it. */
export type Roofline = {
  __typename?: 'Roofline';
  /** Share of the peak that can be reached, at most. */
  attainable: Scalars['Float']['output'];
  /** What bounds the most of the latency. */
  bound: Bound;
  /** The machine. */
  hardware: Hardware;
  /** Seconds for the batch, at least. */
  latency: Scalars['Float']['output'];
  /** The layers that move memory, in the order in which they run; at most 1,000 of them. */
  layers: Array<RooflineLayer>;
  /** Operations a second at the data type. */
  peak: Scalars['Float']['output'];
  /** flops a byte from which memory is no bound. */
  ridge: Scalars['Float']['output'];
  /** Of the latency, what each bound takes. */
  shares: Array<BoundShare>;
  /** A plot of 800 pixels, for light and dark ground. */
  svg: Scalars['String']['output'];
};

/** A layer below the roof. */
export type RooflineLayer = {
  __typename?: 'RooflineLayer';
  /** Share of the peak that can be reached, at most. */
  attainable: Scalars['Float']['output'];
  /** What limits it. */
  bound: Bound;
  /** Bytes read and written. */
  bytes: Scalars['Float']['output'];
  /** Floating-point operations of the batch. */
  flops: Scalars['Float']['output'];
  /** flops a byte. */
  intensity: Scalars['Float']['output'];
  /** Seconds, at least. */
  latency: Scalars['Float']['output'];
  /** Its op. */
  op: Scalars['String']['output'];
  /** Its name, as in `Cost.layers`. */
  path: Scalars['String']['output'];
};

/** The part of a note that is about one paper. */
export type Section = Located & {
  __typename?: 'Section';
  /** Column of the heading, from 1. */
  column: Scalars['Int']['output'];
  /** Offset of the end, excluded, in UTF-16 code units. */
  end: Scalars['Int']['output'];
  /** Last line, from 1. */
  endLine: Scalars['Int']['output'];
  /** Path of the note within the content folder. */
  file: Scalars['String']['output'];
  /** Its heading as written. */
  heading: Scalars['String']['output'];
  /** Line of the heading, from 1. */
  line: Scalars['Int']['output'];
  /** Everything under the heading, as Markdown. */
  markdown: Scalars['String']['output'];
  /** Its note. */
  note: Note;
  /** The paper it is about. */
  paper: Paper;
  /** What its author put in parentheses, a whole paragraph at a time. */
  remarks: Array<Scalars['String']['output']>;
  /** Offset of the start, in UTF-16 code units. */
  start: Scalars['Int']['output'];
  /** The text without the remarks. */
  summary: Scalars['String']['output'];
  /** Everything but title, links and images, as plain text. */
  text: Scalars['String']['output'];
  /** The paper's full title, where the section gives it. */
  title: Maybe<Scalars['String']['output']>;
};

/** How much a finding matters. */
export type Severity =
  /** The file was refused; what was stored of it before stays. */
  | 'ERROR'
  /** Something in it was left as it is. */
  | 'INFO'
  /** Something in it is broken. */
  | 'WARNING';

/** One value of a sweep. */
export type SweepPoint = {
  __typename?: 'SweepPoint';
  /** What the architecture costs at it. */
  cost: Cost;
  /** The value. */
  value: Scalars['Float']['output'];
};

/** A named idea that papers use. */
export type Technique = Node & {
  __typename?: 'Technique';
  /** Other ways in which it is written. */
  aliases: Array<Scalars['String']['output']>;
  /** What it is, in a sentence or two. */
  description: Scalars['String']['output'];
  /** Path of its document within the content folder. */
  file: Scalars['String']['output'];
  /** Global id. */
  id: Scalars['ID']['output'];
  /** Its document's body, as Markdown. */
  markdown: Scalars['String']['output'];
  /** The places where notes name it. */
  mentions: MentionConnection;
  /** Its name. */
  name: Scalars['String']['output'];
  /** Relations that point at it. */
  relations: RelationConnection;
  /** Name in addresses and queries, unique among techniques. */
  slug: Scalars['String']['output'];
};


/** A named idea that papers use. */
export type TechniqueMentionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A named idea that papers use. */
export type TechniqueRelationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<Array<RelationKind>>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of techniques. */
export type TechniqueConnection = {
  __typename?: 'TechniqueConnection';
  /** The page's items with their cursors. */
  edges: Array<TechniqueEdge>;
  /** The page's items. */
  nodes: Array<Technique>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** One of techniques in a page. */
export type TechniqueEdge = {
  __typename?: 'TechniqueEdge';
  /** Cursor of the item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Technique;
};

/** What was found of a claim. */
export type Verdict =
  /** It is not so; `reason` has the counter-example. */
  | 'FAILS'
  /** It is so, at every point that was asked for. */
  | 'HOLDS'
  /** It is so under `condition`, and not otherwise. */
  | 'HOLDS_IF'
  /** The note no longer has the quoted sentence. */
  | 'STALE'
  /** It can't be computed; `reason` says why. */
  | 'UNSUPPORTED';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Architecture:
    | ( ArchitectureRow )
    | ( ArchitectureRow )
  ;
  Located:
    | ( EvidenceRow )
    | ( ImageRow )
    | ( LinkRow )
    | ( MentionRow )
    | ( SectionRow )
  ;
  Node:
    | ( ArchitectureRow )
    | ( ClaimRow )
    | ( HardwareRow )
    | ( ImageRow )
    | ( IngestRunRow )
    | ( LinkRow )
    | ( ArchitectureRow )
    | ( DocumentRow )
    | ( PaperRow )
    | ( RelationRow )
    | ( TechniqueRow )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Architecture: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Architecture']>;
  Block: ResolverTypeWrapper<ArchitectureRow>;
  BlockConnection: ResolverTypeWrapper<Omit<BlockConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['BlockEdge']>, nodes: Array<ResolversTypes['Block']> }>;
  BlockEdge: ResolverTypeWrapper<Omit<BlockEdge, 'node'> & { node: ResolversTypes['Block'] }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Bound: Bound;
  BoundShare: ResolverTypeWrapper<BoundShare>;
  ChangeKind: ChangeKind;
  CheckedClaim: ResolverTypeWrapper<CheckedClaimValue>;
  Claim: ResolverTypeWrapper<ClaimRow>;
  ClaimCheck: ResolverTypeWrapper<CheckOf>;
  ClaimConnection: ResolverTypeWrapper<Omit<ClaimConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ClaimEdge']>, nodes: Array<ResolversTypes['Claim']> }>;
  ClaimEdge: ResolverTypeWrapper<Omit<ClaimEdge, 'node'> & { node: ResolversTypes['Claim'] }>;
  ClaimEvent: ResolverTypeWrapper<ClaimEventRow>;
  ClaimFormula: ResolverTypeWrapper<FormulaOf>;
  ClaimPoint: ResolverTypeWrapper<ClaimRowValue>;
  CompareAt: CompareAt;
  CompareItem: CompareItem;
  Comparison: ResolverTypeWrapper<Omit<Comparison, 'cost'> & { cost: ResolversTypes['Cost'] }>;
  Convention: Convention;
  Cost: ResolverTypeWrapper<Costing>;
  CostDelta: ResolverTypeWrapper<CostDeltaOf>;
  CostGroup: ResolverTypeWrapper<CostGroup>;
  Count: ResolverTypeWrapper<Scalars['Count']['output']>;
  CountBy: ResolverTypeWrapper<CountBy>;
  DataType: DataType;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Diagnostic: ResolverTypeWrapper<DiagnosticRow>;
  DiagnosticConnection: ResolverTypeWrapper<Omit<DiagnosticConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['DiagnosticEdge']>, nodes: Array<ResolversTypes['Diagnostic']> }>;
  DiagnosticEdge: ResolverTypeWrapper<Omit<DiagnosticEdge, 'node'> & { node: ResolversTypes['Diagnostic'] }>;
  DifferenceItem: ResolverTypeWrapper<DifferenceItem>;
  Evidence: ResolverTypeWrapper<EvidenceRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Formula: ResolverTypeWrapper<Formula>;
  Graph: ResolverTypeWrapper<GraphRows>;
  Hardware: ResolverTypeWrapper<HardwareRow>;
  HardwareConnection: ResolverTypeWrapper<Omit<HardwareConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['HardwareEdge']>, nodes: Array<ResolversTypes['Hardware']> }>;
  HardwareEdge: ResolverTypeWrapper<Omit<HardwareEdge, 'node'> & { node: ResolversTypes['Hardware'] }>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Image: ResolverTypeWrapper<ImageRow>;
  ImageConnection: ResolverTypeWrapper<Omit<ImageConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ImageEdge']>, nodes: Array<ResolversTypes['Image']> }>;
  ImageEdge: ResolverTypeWrapper<Omit<ImageEdge, 'node'> & { node: ResolversTypes['Image'] }>;
  IngestRun: ResolverTypeWrapper<IngestRunRow>;
  IngestRunConnection: ResolverTypeWrapper<Omit<IngestRunConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['IngestRunEdge']>, nodes: Array<ResolversTypes['IngestRun']> }>;
  IngestRunEdge: ResolverTypeWrapper<Omit<IngestRunEdge, 'node'> & { node: ResolversTypes['IngestRun'] }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  KindCost: ResolverTypeWrapper<KindCost>;
  Layer: ResolverTypeWrapper<LayerRow>;
  LayerChange: ResolverTypeWrapper<Omit<LayerChange, 'from' | 'to'> & { from?: Maybe<ResolversTypes['Layer']>, to?: Maybe<ResolversTypes['Layer']> }>;
  LayerConnection: ResolverTypeWrapper<Omit<LayerConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['LayerEdge']>, nodes: Array<ResolversTypes['Layer']> }>;
  LayerEdge: ResolverTypeWrapper<Omit<LayerEdge, 'node'> & { node: ResolversTypes['Layer'] }>;
  Lineage: ResolverTypeWrapper<LineageRows>;
  Link: ResolverTypeWrapper<LinkRow>;
  LinkConnection: ResolverTypeWrapper<Omit<LinkConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['LinkEdge']>, nodes: Array<ResolversTypes['Link']> }>;
  LinkEdge: ResolverTypeWrapper<Omit<LinkEdge, 'node'> & { node: ResolversTypes['Link'] }>;
  LinkKind: LinkKind;
  LocalDateTime: ResolverTypeWrapper<Scalars['LocalDateTime']['output']>;
  Located: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Located']>;
  MemoryAccess: ResolverTypeWrapper<MemoryAccess>;
  Mention: ResolverTypeWrapper<MentionRow>;
  MentionConnection: ResolverTypeWrapper<Omit<MentionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['MentionEdge']>, nodes: Array<ResolversTypes['Mention']> }>;
  MentionEdge: ResolverTypeWrapper<Omit<MentionEdge, 'node'> & { node: ResolversTypes['Mention'] }>;
  Model: ResolverTypeWrapper<ArchitectureRow>;
  ModelConnection: ResolverTypeWrapper<Omit<ModelConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ModelEdge']>, nodes: Array<ResolversTypes['Model']> }>;
  ModelEdge: ResolverTypeWrapper<Omit<ModelEdge, 'node'> & { node: ResolversTypes['Model'] }>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  Note: ResolverTypeWrapper<DocumentRow>;
  NoteConnection: ResolverTypeWrapper<Omit<NoteConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['NoteEdge']>, nodes: Array<ResolversTypes['Note']> }>;
  NoteEdge: ResolverTypeWrapper<Omit<NoteEdge, 'node'> & { node: ResolversTypes['Note'] }>;
  OrderDirection: OrderDirection;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Paper: ResolverTypeWrapper<PaperRow>;
  PaperConnection: ResolverTypeWrapper<Omit<PaperConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['PaperEdge']>, nodes: Array<ResolversTypes['Paper']> }>;
  PaperEdge: ResolverTypeWrapper<Omit<PaperEdge, 'node'> & { node: ResolversTypes['Paper'] }>;
  PaperFilter: PaperFilter;
  PaperOrder: PaperOrder;
  PaperOrderField: PaperOrderField;
  PaperStatus: PaperStatus;
  Parameter: ResolverTypeWrapper<Parameter>;
  ParameterValue: ResolverTypeWrapper<ParameterValue>;
  Path: ResolverTypeWrapper<GraphRows>;
  Peak: ResolverTypeWrapper<Peak>;
  PeakActivation: ResolverTypeWrapper<PeakActivation>;
  Place: ResolverTypeWrapper<Place>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Relation: ResolverTypeWrapper<RelationRow>;
  RelationConnection: ResolverTypeWrapper<Omit<RelationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['RelationEdge']>, nodes: Array<ResolversTypes['Relation']> }>;
  RelationDirection: RelationDirection;
  RelationEdge: ResolverTypeWrapper<Omit<RelationEdge, 'node'> & { node: ResolversTypes['Relation'] }>;
  RelationKind: RelationKind;
  RelationTarget: ResolverTypeWrapper<Target>;
  Roofline: ResolverTypeWrapper<RooflineOf>;
  RooflineLayer: ResolverTypeWrapper<RooflineLayer>;
  Section: ResolverTypeWrapper<SectionRow>;
  Severity: Severity;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  SweepPoint: ResolverTypeWrapper<Omit<SweepPoint, 'cost'> & { cost: ResolversTypes['Cost'] }>;
  Technique: ResolverTypeWrapper<TechniqueRow>;
  TechniqueConnection: ResolverTypeWrapper<Omit<TechniqueConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['TechniqueEdge']>, nodes: Array<ResolversTypes['Technique']> }>;
  TechniqueEdge: ResolverTypeWrapper<Omit<TechniqueEdge, 'node'> & { node: ResolversTypes['Technique'] }>;
  Verdict: Verdict;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Architecture: ResolversInterfaceTypes<ResolversParentTypes>['Architecture'];
  Block: ArchitectureRow;
  BlockConnection: Omit<BlockConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['BlockEdge']>, nodes: Array<ResolversParentTypes['Block']> };
  BlockEdge: Omit<BlockEdge, 'node'> & { node: ResolversParentTypes['Block'] };
  Boolean: Scalars['Boolean']['output'];
  BoundShare: BoundShare;
  CheckedClaim: CheckedClaimValue;
  Claim: ClaimRow;
  ClaimCheck: CheckOf;
  ClaimConnection: Omit<ClaimConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ClaimEdge']>, nodes: Array<ResolversParentTypes['Claim']> };
  ClaimEdge: Omit<ClaimEdge, 'node'> & { node: ResolversParentTypes['Claim'] };
  ClaimEvent: ClaimEventRow;
  ClaimFormula: FormulaOf;
  ClaimPoint: ClaimRowValue;
  CompareItem: CompareItem;
  Comparison: Omit<Comparison, 'cost'> & { cost: ResolversParentTypes['Cost'] };
  Cost: Costing;
  CostDelta: CostDeltaOf;
  CostGroup: CostGroup;
  Count: Scalars['Count']['output'];
  CountBy: CountBy;
  DateTime: Scalars['DateTime']['output'];
  Diagnostic: DiagnosticRow;
  DiagnosticConnection: Omit<DiagnosticConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['DiagnosticEdge']>, nodes: Array<ResolversParentTypes['Diagnostic']> };
  DiagnosticEdge: Omit<DiagnosticEdge, 'node'> & { node: ResolversParentTypes['Diagnostic'] };
  DifferenceItem: DifferenceItem;
  Evidence: EvidenceRow;
  Float: Scalars['Float']['output'];
  Formula: Formula;
  Graph: GraphRows;
  Hardware: HardwareRow;
  HardwareConnection: Omit<HardwareConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['HardwareEdge']>, nodes: Array<ResolversParentTypes['Hardware']> };
  HardwareEdge: Omit<HardwareEdge, 'node'> & { node: ResolversParentTypes['Hardware'] };
  ID: Scalars['ID']['output'];
  Image: ImageRow;
  ImageConnection: Omit<ImageConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ImageEdge']>, nodes: Array<ResolversParentTypes['Image']> };
  ImageEdge: Omit<ImageEdge, 'node'> & { node: ResolversParentTypes['Image'] };
  IngestRun: IngestRunRow;
  IngestRunConnection: Omit<IngestRunConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['IngestRunEdge']>, nodes: Array<ResolversParentTypes['IngestRun']> };
  IngestRunEdge: Omit<IngestRunEdge, 'node'> & { node: ResolversParentTypes['IngestRun'] };
  Int: Scalars['Int']['output'];
  JSON: Scalars['JSON']['output'];
  KindCost: KindCost;
  Layer: LayerRow;
  LayerChange: Omit<LayerChange, 'from' | 'to'> & { from?: Maybe<ResolversParentTypes['Layer']>, to?: Maybe<ResolversParentTypes['Layer']> };
  LayerConnection: Omit<LayerConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['LayerEdge']>, nodes: Array<ResolversParentTypes['Layer']> };
  LayerEdge: Omit<LayerEdge, 'node'> & { node: ResolversParentTypes['Layer'] };
  Lineage: LineageRows;
  Link: LinkRow;
  LinkConnection: Omit<LinkConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['LinkEdge']>, nodes: Array<ResolversParentTypes['Link']> };
  LinkEdge: Omit<LinkEdge, 'node'> & { node: ResolversParentTypes['Link'] };
  LocalDateTime: Scalars['LocalDateTime']['output'];
  Located: ResolversInterfaceTypes<ResolversParentTypes>['Located'];
  MemoryAccess: MemoryAccess;
  Mention: MentionRow;
  MentionConnection: Omit<MentionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['MentionEdge']>, nodes: Array<ResolversParentTypes['Mention']> };
  MentionEdge: Omit<MentionEdge, 'node'> & { node: ResolversParentTypes['Mention'] };
  Model: ArchitectureRow;
  ModelConnection: Omit<ModelConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ModelEdge']>, nodes: Array<ResolversParentTypes['Model']> };
  ModelEdge: Omit<ModelEdge, 'node'> & { node: ResolversParentTypes['Model'] };
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Note: DocumentRow;
  NoteConnection: Omit<NoteConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['NoteEdge']>, nodes: Array<ResolversParentTypes['Note']> };
  NoteEdge: Omit<NoteEdge, 'node'> & { node: ResolversParentTypes['Note'] };
  PageInfo: PageInfo;
  Paper: PaperRow;
  PaperConnection: Omit<PaperConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['PaperEdge']>, nodes: Array<ResolversParentTypes['Paper']> };
  PaperEdge: Omit<PaperEdge, 'node'> & { node: ResolversParentTypes['Paper'] };
  PaperFilter: PaperFilter;
  PaperOrder: PaperOrder;
  Parameter: Parameter;
  ParameterValue: ParameterValue;
  Path: GraphRows;
  Peak: Peak;
  PeakActivation: PeakActivation;
  Place: Place;
  Query: Record<PropertyKey, never>;
  Relation: RelationRow;
  RelationConnection: Omit<RelationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['RelationEdge']>, nodes: Array<ResolversParentTypes['Relation']> };
  RelationEdge: Omit<RelationEdge, 'node'> & { node: ResolversParentTypes['Relation'] };
  RelationTarget: Target;
  Roofline: RooflineOf;
  RooflineLayer: RooflineLayer;
  Section: SectionRow;
  String: Scalars['String']['output'];
  SweepPoint: Omit<SweepPoint, 'cost'> & { cost: ResolversParentTypes['Cost'] };
  Technique: TechniqueRow;
  TechniqueConnection: Omit<TechniqueConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['TechniqueEdge']>, nodes: Array<ResolversParentTypes['Technique']> };
  TechniqueEdge: Omit<TechniqueEdge, 'node'> & { node: ResolversParentTypes['Technique'] };
};

export type ArchitectureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Architecture'] = ResolversParentTypes['Architecture']> = {
  __resolveType: TypeResolveFn<'Block' | 'Model', ParentType, ContextType>;
};

export type BlockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Block'] = ResolversParentTypes['Block']> = {
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Cost'], ParentType, ContextType, RequireFields<BlockCostArgs, 'batch' | 'convention' | 'dtype'>>;
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  input?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  layers?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  markdown?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paper?: Resolver<Maybe<ResolversTypes['Paper']>, ParentType, ContextType>;
  parameters?: Resolver<Array<ResolversTypes['Parameter']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uses?: Resolver<Array<ResolversTypes['Architecture']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BlockConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockConnection'] = ResolversParentTypes['BlockConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BlockEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Block']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BlockEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BlockEdge'] = ResolversParentTypes['BlockEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Block'], ParentType, ContextType>;
};

export type BoundShareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BoundShare'] = ResolversParentTypes['BoundShare']> = {
  bound?: Resolver<ResolversTypes['Bound'], ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CheckedClaimResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheckedClaim'] = ResolversParentTypes['CheckedClaim']> = {
  checks?: Resolver<Array<ResolversTypes['ClaimCheck']>, ParentType, ContextType>;
  condition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  margin?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
};

export type ClaimResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Claim'] = ResolversParentTypes['Claim']> = {
  checks?: Resolver<Array<ResolversTypes['ClaimCheck']>, ParentType, ContextType>;
  condition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  formulas?: Resolver<Array<ResolversTypes['ClaimFormula']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['ClaimEvent']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  margin?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  markdown?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paper?: Resolver<Maybe<ResolversTypes['Paper']>, ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quotedAt?: Resolver<Maybe<ResolversTypes['Place']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['ClaimEvent']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  spec?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClaimCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimCheck'] = ResolversParentTypes['ClaimCheck']> = {
  condition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expect?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  margin?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['ClaimPoint']>, ParentType, ContextType>;
  solutions?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
};

export type ClaimConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimConnection'] = ResolversParentTypes['ClaimConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ClaimEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ClaimEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimEdge'] = ResolversParentTypes['ClaimEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
};

export type ClaimEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimEvent'] = ResolversParentTypes['ClaimEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  claim?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  condition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['IngestRun']>, ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
};

export type ClaimFormulaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimFormula'] = ResolversParentTypes['ClaimFormula']> = {
  formula?: Resolver<Maybe<ResolversTypes['Formula']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  of?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ClaimPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimPoint'] = ResolversParentTypes['ClaimPoint']> = {
  at?: Resolver<Array<ResolversTypes['ParameterValue']>, ParentType, ContextType>;
  bounds?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  margin?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ComparisonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Comparison'] = ResolversParentTypes['Comparison']> = {
  activationsRatio?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Cost'], ParentType, ContextType>;
  flopsRatio?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  macsRatio?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  memoryAccessRatio?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  of?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paramsRatio?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  varied?: Resolver<Maybe<ResolversTypes['ParameterValue']>, ParentType, ContextType>;
};

export type CostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cost'] = ResolversParentTypes['Cost']> = {
  activations?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  batch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  byKind?: Resolver<Array<ResolversTypes['KindCost']>, ParentType, ContextType>;
  convention?: Resolver<ResolversTypes['Convention'], ParentType, ContextType>;
  counted?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  difference?: Resolver<Array<ResolversTypes['DifferenceItem']>, ParentType, ContextType, RequireFields<CostDifferenceArgs, 'to'>>;
  dtype?: Resolver<ResolversTypes['DataType'], ParentType, ContextType>;
  elementwise?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  elementwiseBy?: Resolver<Array<ResolversTypes['CountBy']>, ParentType, ContextType>;
  flops?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  formula?: Resolver<Maybe<ResolversTypes['Formula']>, ParentType, ContextType>;
  fusedIntensity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  fusedMemoryAccess?: Resolver<ResolversTypes['MemoryAccess'], ParentType, ContextType>;
  input?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  intensity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  isLowerBound?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  layers?: Resolver<ResolversTypes['LayerConnection'], ParentType, ContextType, Partial<CostLayersArgs>>;
  macs?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  macsBy?: Resolver<Array<ResolversTypes['CountBy']>, ParentType, ContextType>;
  memoryAccess?: Resolver<ResolversTypes['MemoryAccess'], ParentType, ContextType>;
  output?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  parameters?: Resolver<Array<ResolversTypes['ParameterValue']>, ParentType, ContextType>;
  params?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  peakActivation?: Resolver<ResolversTypes['PeakActivation'], ParentType, ContextType>;
  receptiveField?: Resolver<Maybe<Array<ResolversTypes['Int']>>, ParentType, ContextType>;
  tree?: Resolver<ResolversTypes['CostGroup'], ParentType, ContextType>;
  unsupported?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CostDeltaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CostDelta'] = ResolversParentTypes['CostDelta']> = {
  from?: Resolver<ResolversTypes['Block'], ParentType, ContextType>;
  fromCost?: Resolver<ResolversTypes['Cost'], ParentType, ContextType>;
  layers?: Resolver<Array<ResolversTypes['LayerChange']>, ParentType, ContextType>;
  macs?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  macsRatio?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  memoryAccess?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  memoryAccessRatio?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  params?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  paramsRatio?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sameOutput?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Block'], ParentType, ContextType>;
  toCost?: Resolver<ResolversTypes['Cost'], ParentType, ContextType>;
};

export type CostGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CostGroup'] = ResolversParentTypes['CostGroup']> = {
  flops?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  groups?: Resolver<Array<ResolversTypes['CostGroup']>, ParentType, ContextType>;
  layers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  macs?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  memoryAccess?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  params?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface CountScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Count'], any> {
  name: 'Count';
}

export type CountByResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountBy'] = ResolversParentTypes['CountBy']> = {
  count?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DiagnosticResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Diagnostic'] = ResolversParentTypes['Diagnostic']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  column?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
};

export type DiagnosticConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiagnosticConnection'] = ResolversParentTypes['DiagnosticConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DiagnosticEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Diagnostic']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DiagnosticEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiagnosticEdge'] = ResolversParentTypes['DiagnosticEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Diagnostic'], ParentType, ContextType>;
};

export type DifferenceItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DifferenceItem'] = ResolversParentTypes['DifferenceItem']> = {
  difference?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  op?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
};

export type EvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  column?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  cue?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hedged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quote?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FormulaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Formula'] = ResolversParentTypes['Formula']> = {
  macs?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  memoryAccess?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  params?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  where?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type GraphResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Graph'] = ResolversParentTypes['Graph']> = {
  edges?: Resolver<Array<ResolversTypes['Relation']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['RelationTarget']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type HardwareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Hardware'] = ResolversParentTypes['Hardware']> = {
  bandwidth?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  markdown?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  overhead?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  peak?: Resolver<Array<ResolversTypes['Peak']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sources?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HardwareConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HardwareConnection'] = ResolversParentTypes['HardwareConnection']> = {
  edges?: Resolver<Array<ResolversTypes['HardwareEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Hardware']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HardwareEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HardwareEdge'] = ResolversParentTypes['HardwareEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Hardware'], ParentType, ContextType>;
};

export type ImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  alt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bytes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  capturedAt?: Resolver<Maybe<ResolversTypes['LocalDateTime']>, ParentType, ContextType>;
  column?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exists?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mediaType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paper?: Resolver<Maybe<ResolversTypes['Paper']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImageConnection'] = ResolversParentTypes['ImageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ImageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Image']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImageEdge'] = ResolversParentTypes['ImageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Image'], ParentType, ContextType>;
};

export type IngestRunResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IngestRun'] = ResolversParentTypes['IngestRun']> = {
  added?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  finishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  graphVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  removed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warnings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IngestRunConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IngestRunConnection'] = ResolversParentTypes['IngestRunConnection']> = {
  edges?: Resolver<Array<ResolversTypes['IngestRunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['IngestRun']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IngestRunEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IngestRunEdge'] = ResolversParentTypes['IngestRunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['IngestRun'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type KindCostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['KindCost'] = ResolversParentTypes['KindCost']> = {
  flops?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  layers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  macs?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  memoryAccess?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  op?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  params?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
};

export type LayerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Layer'] = ResolversParentTypes['Layer']> = {
  activations?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  alive?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  elementwise?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  flops?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  fusedMemoryAccess?: Resolver<ResolversTypes['MemoryAccess'], ParentType, ContextType>;
  inputs?: Resolver<Array<Array<ResolversTypes['Int']>>, ParentType, ContextType>;
  intensity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  macs?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  macsKind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  memoryAccess?: Resolver<ResolversTypes['MemoryAccess'], ParentType, ContextType>;
  op?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  output?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  params?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receptiveField?: Resolver<Maybe<Array<ResolversTypes['Int']>>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LayerChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LayerChange'] = ResolversParentTypes['LayerChange']> = {
  change?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Layer']>, ParentType, ContextType>;
  op?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Layer']>, ParentType, ContextType>;
};

export type LayerConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LayerConnection'] = ResolversParentTypes['LayerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LayerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Layer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LayerEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LayerEdge'] = ResolversParentTypes['LayerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Layer'], ParentType, ContextType>;
};

export type LineageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lineage'] = ResolversParentTypes['Lineage']> = {
  ancestors?: Resolver<Array<ResolversTypes['Paper']>, ParentType, ContextType>;
  descendants?: Resolver<Array<ResolversTypes['Paper']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['Relation']>, ParentType, ContextType>;
  paper?: Resolver<ResolversTypes['Paper'], ParentType, ContextType>;
};

export type LinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Link'] = ResolversParentTypes['Link']> = {
  arxivId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  column?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  doi?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  host?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LinkKind'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paper?: Resolver<Maybe<ResolversTypes['Paper']>, ParentType, ContextType>;
  repository?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resolves?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LinkConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkConnection'] = ResolversParentTypes['LinkConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LinkEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Link']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LinkEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkEdge'] = ResolversParentTypes['LinkEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Link'], ParentType, ContextType>;
};

export interface LocalDateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDateTime'], any> {
  name: 'LocalDateTime';
}

export type LocatedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Located'] = ResolversParentTypes['Located']> = {
  __resolveType: TypeResolveFn<'Evidence' | 'Image' | 'Link' | 'Mention' | 'Section', ParentType, ContextType>;
};

export type MemoryAccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemoryAccess'] = ResolversParentTypes['MemoryAccess']> = {
  bytes?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  elements?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  read?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  weights?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  written?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
};

export type MentionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mention'] = ResolversParentTypes['Mention']> = {
  column?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inPaper?: Resolver<Maybe<ResolversTypes['Paper']>, ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quote?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  surface?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['RelationTarget'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MentionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MentionConnection'] = ResolversParentTypes['MentionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MentionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Mention']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MentionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MentionEdge'] = ResolversParentTypes['MentionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Mention'], ParentType, ContextType>;
};

export type ModelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Model'] = ResolversParentTypes['Model']> = {
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Cost'], ParentType, ContextType, RequireFields<ModelCostArgs, 'batch' | 'convention' | 'dtype'>>;
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  input?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  layers?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  markdown?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paper?: Resolver<Maybe<ResolversTypes['Paper']>, ParentType, ContextType>;
  parameters?: Resolver<Array<ResolversTypes['Parameter']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uses?: Resolver<Array<ResolversTypes['Architecture']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ModelConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModelConnection'] = ResolversParentTypes['ModelConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ModelEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Model']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ModelEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModelEdge'] = ResolversParentTypes['ModelEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Model'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Block' | 'Claim' | 'Hardware' | 'Image' | 'IngestRun' | 'Link' | 'Model' | 'Note' | 'Paper' | 'Relation' | 'Technique', ParentType, ContextType>;
};

export type NoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Note'] = ResolversParentTypes['Note']> = {
  author?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['LocalDateTime']>, ParentType, ContextType>;
  diagnostics?: Resolver<Array<ResolversTypes['Diagnostic']>, ParentType, ContextType>;
  format?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  markdown?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  modifiedAt?: Resolver<Maybe<ResolversTypes['LocalDateTime']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sections?: Resolver<Array<ResolversTypes['Section']>, ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NoteConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoteConnection'] = ResolversParentTypes['NoteConnection']> = {
  edges?: Resolver<Array<ResolversTypes['NoteEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Note']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NoteEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoteEdge'] = ResolversParentTypes['NoteEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Note'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaperResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Paper'] = ResolversParentTypes['Paper']> = {
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  arxivId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  authors?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  blocks?: Resolver<Array<ResolversTypes['Block']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType, Partial<PaperClaimsArgs>>;
  doi?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  images?: Resolver<Array<ResolversTypes['Image']>, ParentType, ContextType>;
  links?: Resolver<Array<ResolversTypes['Link']>, ParentType, ContextType, Partial<PaperLinksArgs>>;
  mentions?: Resolver<ResolversTypes['MentionConnection'], ParentType, ContextType, Partial<PaperMentionsArgs>>;
  models?: Resolver<Array<ResolversTypes['Model']>, ParentType, ContextType>;
  month?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['Note']>, ParentType, ContextType>;
  relations?: Resolver<ResolversTypes['RelationConnection'], ParentType, ContextType, RequireFields<PaperRelationsArgs, 'direction'>>;
  remarks?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  sections?: Resolver<Array<ResolversTypes['Section']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaperStatus'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaperConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaperConnection'] = ResolversParentTypes['PaperConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PaperEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Paper']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PaperEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PaperEdge'] = ResolversParentTypes['PaperEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Paper'], ParentType, ContextType>;
};

export type ParameterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Parameter'] = ResolversParentTypes['Parameter']> = {
  default?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ParameterValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParameterValue'] = ResolversParentTypes['ParameterValue']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PathResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Path'] = ResolversParentTypes['Path']> = {
  edges?: Resolver<Array<ResolversTypes['Relation']>, ParentType, ContextType>;
  length?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['RelationTarget']>, ParentType, ContextType>;
};

export type PeakResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Peak'] = ResolversParentTypes['Peak']> = {
  dtype?: Resolver<ResolversTypes['DataType'], ParentType, ContextType>;
  flops?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PeakActivationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PeakActivation'] = ResolversParentTypes['PeakActivation']> = {
  at?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bytes?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
  elements?: Resolver<ResolversTypes['Count'], ParentType, ContextType>;
};

export type PlaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Place'] = ResolversParentTypes['Place']> = {
  column?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  block?: Resolver<Maybe<ResolversTypes['Block']>, ParentType, ContextType, RequireFields<QueryBlockArgs, 'slug'>>;
  blocks?: Resolver<ResolversTypes['BlockConnection'], ParentType, ContextType, RequireFields<QueryBlocksArgs, 'order'>>;
  checkClaim?: Resolver<ResolversTypes['CheckedClaim'], ParentType, ContextType, RequireFields<QueryCheckClaimArgs, 'claim'>>;
  claim?: Resolver<Maybe<ResolversTypes['Claim']>, ParentType, ContextType, RequireFields<QueryClaimArgs, 'slug'>>;
  claimHistory?: Resolver<Array<ResolversTypes['ClaimEvent']>, ParentType, ContextType, RequireFields<QueryClaimHistoryArgs, 'slug'>>;
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<QueryClaimsArgs, 'order'>>;
  compare?: Resolver<Array<ResolversTypes['Comparison']>, ParentType, ContextType, RequireFields<QueryCompareArgs, 'at' | 'dtype' | 'items'>>;
  costOf?: Resolver<ResolversTypes['Cost'], ParentType, ContextType, RequireFields<QueryCostOfArgs, 'batch' | 'convention' | 'dtype' | 'spec'>>;
  diagnostics?: Resolver<ResolversTypes['DiagnosticConnection'], ParentType, ContextType, RequireFields<QueryDiagnosticsArgs, 'order'>>;
  graph?: Resolver<Maybe<ResolversTypes['Graph']>, ParentType, ContextType, RequireFields<QueryGraphArgs, 'around' | 'depth'>>;
  hardware?: Resolver<ResolversTypes['HardwareConnection'], ParentType, ContextType, RequireFields<QueryHardwareArgs, 'order'>>;
  images?: Resolver<ResolversTypes['ImageConnection'], ParentType, ContextType, RequireFields<QueryImagesArgs, 'order'>>;
  ingestRuns?: Resolver<ResolversTypes['IngestRunConnection'], ParentType, ContextType, RequireFields<QueryIngestRunsArgs, 'order'>>;
  lineage?: Resolver<Maybe<ResolversTypes['Lineage']>, ParentType, ContextType, RequireFields<QueryLineageArgs, 'slug'>>;
  links?: Resolver<ResolversTypes['LinkConnection'], ParentType, ContextType, RequireFields<QueryLinksArgs, 'order'>>;
  model?: Resolver<Maybe<ResolversTypes['Model']>, ParentType, ContextType, RequireFields<QueryModelArgs, 'slug'>>;
  models?: Resolver<ResolversTypes['ModelConnection'], ParentType, ContextType, RequireFields<QueryModelsArgs, 'order'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  note?: Resolver<Maybe<ResolversTypes['Note']>, ParentType, ContextType, RequireFields<QueryNoteArgs, 'path'>>;
  notes?: Resolver<ResolversTypes['NoteConnection'], ParentType, ContextType, RequireFields<QueryNotesArgs, 'order'>>;
  paper?: Resolver<Maybe<ResolversTypes['Paper']>, ParentType, ContextType, Partial<QueryPaperArgs>>;
  papers?: Resolver<ResolversTypes['PaperConnection'], ParentType, ContextType, RequireFields<QueryPapersArgs, 'orderBy'>>;
  path?: Resolver<Maybe<ResolversTypes['Path']>, ParentType, ContextType, RequireFields<QueryPathArgs, 'from' | 'to'>>;
  relations?: Resolver<ResolversTypes['RelationConnection'], ParentType, ContextType, RequireFields<QueryRelationsArgs, 'order'>>;
  roofline?: Resolver<ResolversTypes['Roofline'], ParentType, ContextType, RequireFields<QueryRooflineArgs, 'batch' | 'dtype' | 'fused' | 'hardware' | 'of'>>;
  sweep?: Resolver<Array<ResolversTypes['SweepPoint']>, ParentType, ContextType, RequireFields<QuerySweepArgs, 'batch' | 'convention' | 'dtype' | 'of' | 'parameter' | 'values'>>;
  technique?: Resolver<Maybe<ResolversTypes['Technique']>, ParentType, ContextType, RequireFields<QueryTechniqueArgs, 'slug'>>;
  techniques?: Resolver<ResolversTypes['TechniqueConnection'], ParentType, ContextType, RequireFields<QueryTechniquesArgs, 'order'>>;
};

export type RelationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Relation'] = ResolversParentTypes['Relation']> = {
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  costDelta?: Resolver<Maybe<ResolversTypes['CostDelta']>, ParentType, ContextType, RequireFields<RelationCostDeltaArgs, 'batch' | 'dtype'>>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType>;
  hedged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RelationKind'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Paper'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['RelationTarget'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RelationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RelationConnection'] = ResolversParentTypes['RelationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RelationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Relation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RelationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RelationEdge'] = ResolversParentTypes['RelationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Relation'], ParentType, ContextType>;
};

export type RelationTargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RelationTarget'] = ResolversParentTypes['RelationTarget']> = {
  __resolveType: TypeResolveFn<'Paper' | 'Technique', ParentType, ContextType>;
};

export type RooflineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Roofline'] = ResolversParentTypes['Roofline']> = {
  attainable?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  bound?: Resolver<ResolversTypes['Bound'], ParentType, ContextType>;
  hardware?: Resolver<ResolversTypes['Hardware'], ParentType, ContextType>;
  latency?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  layers?: Resolver<Array<ResolversTypes['RooflineLayer']>, ParentType, ContextType>;
  peak?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  ridge?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  shares?: Resolver<Array<ResolversTypes['BoundShare']>, ParentType, ContextType>;
  svg?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RooflineLayerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RooflineLayer'] = ResolversParentTypes['RooflineLayer']> = {
  attainable?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  bound?: Resolver<ResolversTypes['Bound'], ParentType, ContextType>;
  bytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  flops?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  intensity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  latency?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  op?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Section'] = ResolversParentTypes['Section']> = {
  column?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endLine?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  heading?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  markdown?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<ResolversTypes['Note'], ParentType, ContextType>;
  paper?: Resolver<ResolversTypes['Paper'], ParentType, ContextType>;
  remarks?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SweepPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SweepPoint'] = ResolversParentTypes['SweepPoint']> = {
  cost?: Resolver<ResolversTypes['Cost'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type TechniqueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Technique'] = ResolversParentTypes['Technique']> = {
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  markdown?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mentions?: Resolver<ResolversTypes['MentionConnection'], ParentType, ContextType, Partial<TechniqueMentionsArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  relations?: Resolver<ResolversTypes['RelationConnection'], ParentType, ContextType, Partial<TechniqueRelationsArgs>>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TechniqueConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TechniqueConnection'] = ResolversParentTypes['TechniqueConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TechniqueEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Technique']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TechniqueEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TechniqueEdge'] = ResolversParentTypes['TechniqueEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Technique'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Architecture?: ArchitectureResolvers<ContextType>;
  Block?: BlockResolvers<ContextType>;
  BlockConnection?: BlockConnectionResolvers<ContextType>;
  BlockEdge?: BlockEdgeResolvers<ContextType>;
  BoundShare?: BoundShareResolvers<ContextType>;
  CheckedClaim?: CheckedClaimResolvers<ContextType>;
  Claim?: ClaimResolvers<ContextType>;
  ClaimCheck?: ClaimCheckResolvers<ContextType>;
  ClaimConnection?: ClaimConnectionResolvers<ContextType>;
  ClaimEdge?: ClaimEdgeResolvers<ContextType>;
  ClaimEvent?: ClaimEventResolvers<ContextType>;
  ClaimFormula?: ClaimFormulaResolvers<ContextType>;
  ClaimPoint?: ClaimPointResolvers<ContextType>;
  Comparison?: ComparisonResolvers<ContextType>;
  Cost?: CostResolvers<ContextType>;
  CostDelta?: CostDeltaResolvers<ContextType>;
  CostGroup?: CostGroupResolvers<ContextType>;
  Count?: GraphQLScalarType;
  CountBy?: CountByResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Diagnostic?: DiagnosticResolvers<ContextType>;
  DiagnosticConnection?: DiagnosticConnectionResolvers<ContextType>;
  DiagnosticEdge?: DiagnosticEdgeResolvers<ContextType>;
  DifferenceItem?: DifferenceItemResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  Formula?: FormulaResolvers<ContextType>;
  Graph?: GraphResolvers<ContextType>;
  Hardware?: HardwareResolvers<ContextType>;
  HardwareConnection?: HardwareConnectionResolvers<ContextType>;
  HardwareEdge?: HardwareEdgeResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  ImageConnection?: ImageConnectionResolvers<ContextType>;
  ImageEdge?: ImageEdgeResolvers<ContextType>;
  IngestRun?: IngestRunResolvers<ContextType>;
  IngestRunConnection?: IngestRunConnectionResolvers<ContextType>;
  IngestRunEdge?: IngestRunEdgeResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  KindCost?: KindCostResolvers<ContextType>;
  Layer?: LayerResolvers<ContextType>;
  LayerChange?: LayerChangeResolvers<ContextType>;
  LayerConnection?: LayerConnectionResolvers<ContextType>;
  LayerEdge?: LayerEdgeResolvers<ContextType>;
  Lineage?: LineageResolvers<ContextType>;
  Link?: LinkResolvers<ContextType>;
  LinkConnection?: LinkConnectionResolvers<ContextType>;
  LinkEdge?: LinkEdgeResolvers<ContextType>;
  LocalDateTime?: GraphQLScalarType;
  Located?: LocatedResolvers<ContextType>;
  MemoryAccess?: MemoryAccessResolvers<ContextType>;
  Mention?: MentionResolvers<ContextType>;
  MentionConnection?: MentionConnectionResolvers<ContextType>;
  MentionEdge?: MentionEdgeResolvers<ContextType>;
  Model?: ModelResolvers<ContextType>;
  ModelConnection?: ModelConnectionResolvers<ContextType>;
  ModelEdge?: ModelEdgeResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Note?: NoteResolvers<ContextType>;
  NoteConnection?: NoteConnectionResolvers<ContextType>;
  NoteEdge?: NoteEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Paper?: PaperResolvers<ContextType>;
  PaperConnection?: PaperConnectionResolvers<ContextType>;
  PaperEdge?: PaperEdgeResolvers<ContextType>;
  Parameter?: ParameterResolvers<ContextType>;
  ParameterValue?: ParameterValueResolvers<ContextType>;
  Path?: PathResolvers<ContextType>;
  Peak?: PeakResolvers<ContextType>;
  PeakActivation?: PeakActivationResolvers<ContextType>;
  Place?: PlaceResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Relation?: RelationResolvers<ContextType>;
  RelationConnection?: RelationConnectionResolvers<ContextType>;
  RelationEdge?: RelationEdgeResolvers<ContextType>;
  RelationTarget?: RelationTargetResolvers<ContextType>;
  Roofline?: RooflineResolvers<ContextType>;
  RooflineLayer?: RooflineLayerResolvers<ContextType>;
  Section?: SectionResolvers<ContextType>;
  SweepPoint?: SweepPointResolvers<ContextType>;
  Technique?: TechniqueResolvers<ContextType>;
  TechniqueConnection?: TechniqueConnectionResolvers<ContextType>;
  TechniqueEdge?: TechniqueEdgeResolvers<ContextType>;
};

