/** Ties one understood document to the names of all: which paper each part is, and what its prose relates. */

import { didYouMean } from '../did-you-mean.ts'
import type { DocumentFacts, ImageFact, LinkFact, NameFact, SectionFact } from '../graph.ts'
import type { Verdicts } from './claims.ts'
import { declaredEvidence, relatedEvidence } from './declared.ts'
import { reportBackwards, reportOfPapers } from './doubts.ts'
import type { Reading, Understood } from './kinds/kind.ts'
import { isDistinctive, slugify } from './names.ts'
import type { Prose } from './prose.ts'
import { indexAround } from './ranges.ts'
import { CUE_TABLES } from './relations/cue.ts'
import { readGoverned } from './relations/governed.ts'
import { type LinkedName, type PartReading, readRelations } from './relations/read.ts'
import { byRow } from './relations/rows.ts'
import { understoodAs } from './told.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A document that was read, parsed and understood. */
export type ReadDocument = { reading: Reading; understood: Understood; sha256: string }

export function linkDocument(read: ReadDocument, vocabulary: Vocabulary, verdicts: Verdicts): DocumentFacts {
  const { reading, sha256 } = read
  const { file } = reading
  const understood = understoodAs(reading, read.understood, vocabulary.told.get(file.path))
  const slugs = vocabulary.identities.slugs.get(file.path) ?? []
  const slugOf = (part: number | null) => (part === null ? null : (slugs[part] ?? null))
  const prose =
    understood.kind === 'note' ? readProse(reading, understood, slugs, vocabulary) : { mentions: [], evidence: [], discovered: [] }
  const declared = declaredEvidence(reading, understood, slugs, vocabulary)
  const discovered = [...prose.discovered, ...declared.discovered]
  const evidence = [...declared.evidence, ...relatedEvidence(reading, understood, slugs, vocabulary), ...prose.evidence]
  reportOfPapers(reading, understood, slugs, vocabulary)
  reportBackwards(reading, evidence, vocabulary)
  const { kind, format, title, author, createdAt, modifiedAt, identity, techniques } = understood
  return {
    path: file.path,
    kind,
    format,
    title,
    author,
    language: file.language,
    createdAt,
    modifiedAt,
    sha256,
    bytes: file.bytes,
    markdown: file.text,
    identity,
    names: [...(vocabulary.names.get(file.path) ?? []), ...distinct(discovered)],
    sections: understood.parts.map((part, ordinal) => section(reading, part, ordinal, slugs[ordinal] ?? '')),
    links: understood.links.map(({ part, wiki: _, target: __, ...link }): LinkFact => ({ ...link, paperSlug: slugOf(part) })),
    images: understood.images.map(({ part, wiki: _, ...image }): ImageFact => ({ ...image, paperSlug: slugOf(part) })),
    mentions: prose.mentions,
    evidence,
    techniques,
    hardware: understood.hardware,
    architectures: understood.architectures.map(({ paper, ...architecture }) => ({
      ...architecture,
      paperSlug: paperOf(paper, reading, vocabulary),
    })),
    claims: understood.claims.flatMap(({ paper, spec, ...claim }) => {
      const verdict = verdicts.get(claim.slug)
      return verdict ? [{ ...claim, ...verdict, spec: JSON.stringify(spec), paperSlug: paperOf(paper, reading, vocabulary) }] : []
    }),
  }
}

/** The paper that front matter says it belongs to, if a document names it. */
function paperOf(paper: string | null, reading: Reading, { papers }: Vocabulary): string | null {
  if (paper === null || papers.has(paper)) return paper
  reading.report('paper-unknown', `paper: no document names ${paper}.${didYouMean(paper, [...papers])}`, reading.offsetOf(['paper']))
  return null
}

function distinct(discovered: PartReading['discovered']): NameFact[] {
  const names = new Map(discovered.map((found) => [`${found.slug} ${found.surface}`, found]))
  return [...names.values()].map(({ slug, surface, arxivId }) => ({
    nodeType: 'paper',
    slug,
    text: surface,
    source: 'MENTION',
    arxivId,
    doi: null,
  }))
}

/** Reads each part as the text of its paper, and what stands outside them as the note's own. */
function readProse(reading: Reading, understood: Understood, slugs: readonly string[], vocabulary: Vocabulary): PartReading {
  const { file, places } = reading
  const inPart = (prose: Prose) => indexAround(understood.parts, prose) >= 0
  const outside = file.outline.prose.filter((prose) => !prose.linksOnly && !inPart(prose))
  const links = linkedPapers(understood, vocabulary)
  const { byArxivId } = vocabulary
  const texts = [
    ...understood.parts.flatMap((part, i) => {
      const prose = [...part.summary, ...part.remarks].sort((a, b) => a.start - b.start)
      return byRow(slugs[i] ?? null, prose, file.outline, links, vocabulary.index)
    }),
    { paper: null, prose: outside },
  ]
  const readings = texts.map((text) =>
    readRelations({ ...text, links, language: file.language, places, source: file.text }, vocabulary.index, CUE_TABLES),
  )
  const governed = understood.parts.flatMap((range, i) => {
    const paper = slugs[i]
    return paper === undefined
      ? []
      : [readGoverned({ paper, range, outline: file.outline, links, places, source: file.text, byArxivId }, vocabulary.index, CUE_TABLES)]
  })
  return {
    mentions: readings.flatMap((r) => r.mentions),
    evidence: [...readings, ...governed].flatMap((r) => r.evidence),
    discovered: [...readings, ...governed].flatMap((r) => r.discovered),
  }
}

/** Links to the note of one paper, or to a paper by its arXiv id: what they are called is a name of it. */
function linkedPapers({ links }: Understood, { identities, byArxivId }: Vocabulary): LinkedName[] {
  return links.flatMap(({ start, end, label, target, arxivId }): LinkedName[] => {
    const about = target === null ? [] : (identities.slugs.get(target) ?? [])
    const slug = about.length === 1 ? about[0] : arxivId === null ? undefined : byArxivId.get(arxivId)
    if (slug !== undefined) return [{ start, end, node: { nodeType: 'paper' as const, slug } }]
    return arxivId === null
      ? []
      : [{ start, end, node: null, noted: { slug: slugify(`arxiv ${arxivId}`), text: calledBy(label, arxivId), arxivId } }]
  })
}

/** What a link calls a paper that no document knows; "this" and "paper" are no names. */
const calledBy = (label: string, arxivId: string): string => {
  const text = label.replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim()
  return isDistinctive(text) && !/https?:|arxiv|\bet\.? al\b/i.test(text) ? text : `arXiv ${arxivId}`
}

function section(reading: Reading, part: Understood['parts'][number], ordinal: number, paperSlug: string): SectionFact {
  const paragraphs = (prose: readonly Prose[]) => prose.map((p) => p.text.trim())
  const { heading, title, arxivId, doi, year, month, authors, start, end } = part
  return {
    paperSlug,
    ordinal,
    heading,
    title,
    arxivId,
    doi,
    year,
    month,
    authors,
    text: part.remarks.length > 0 ? paragraphs([...part.summary, ...part.remarks].sort((a, b) => a.start - b.start)).join('\n\n') : null,
    summary: paragraphs(part.summary).join('\n\n'),
    remarks: paragraphs(part.remarks).map((remark) => remark.slice(1, -1).trim()),
    listed: part.listed,
    line: reading.places.at(start).line,
    endLine: reading.places.at(Math.max(start, end - 1)).line,
    bodyStart: part.bodyStart,
    start,
    end,
  }
}
