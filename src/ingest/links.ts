/** Links and images of a file as facts: kind, ids, and whether what they point at is there. */

import { createHash } from 'node:crypto'
import { imageSize } from 'image-size'
import { contentPath } from './content-path.ts'
import { isDocument, readStable } from './discover.ts'
import { isUnfilled } from './formats/format.ts'
import { yearIn } from './formats/metadata.ts'
import { isTemplate } from './formats/titles.ts'
import { localDateTime } from './header-comment.ts'
import type { Reading, Understood } from './kinds/kind.ts'
import { kindOfLabel, linkTarget, parseAddress, pathInRepository } from './link-target.ts'
import type { Outline, RawLink } from './markdown.ts'
import { indexAround, type Range, within } from './ranges.ts'
import type { Targets } from './targets.ts'

const partOf = (parts: readonly Range[], range: Range) => {
  const index = indexAround(parts, range)
  return index < 0 ? null : index
}

/** The links of a file in order; brackets without an address count only in a list of links. */
export function readLinks(reading: Reading, parts: readonly Range[]): Understood['links'] {
  const { links, prose } = reading.file.outline
  const lists = prose.filter((p) => p.linksOnly)
  // brackets alone are a title, a tag or a note of the author's
  const inList = (link: RawLink) => {
    const list = lists[indexAround(lists, link)]
    return list !== undefined && (kindOfLabel(link.label) !== null || within(links, list).some(({ url }) => url !== null))
  }
  // a link to a heading of the file itself, as a table of contents has them, leads to nothing else
  const outward = links.filter((link) => !link.url?.startsWith('#'))
  const slots = outward.filter(
    (link) =>
      link.url !== null ||
      isUnfilled(reading.file, link) ||
      (inList(link) && NAMES_PLACE.test(link.label) && yearIn(link.label) === null && !isHeld(links, link) && !holdsLink(links, link)),
  )
  return slots.flatMap((link, ordinal): Understood['links'] => {
    const label = bareLabel(link.label)
    const place = { ...reading.places.span(link.start, link.end), part: partOf(parts, link), ordinal, label, wiki: link.wiki, target: null }
    if (link.url === null) {
      tellerOf(reading)('link-without-url', `[${label}] has no address.`, link.start)
      return [{ ...place, url: null, resolves: null, ...linkTarget(label, null) }]
    }
    const address = link.wiki ? { relative: link.url } : parseAddress(link.url)
    if ('refused' in address) {
      if (address.refused !== 'a mail address') reading.report('link-refused', `The link is not kept: ${address.refused}.`, link.start)
      return []
    }
    const web = 'web' in address ? address.web : null
    return [{ ...place, url: link.url, resolves: null, ...linkTarget(label, web) }]
  })
}

/** What brackets without an address say where they stand for a link: "code", and no interval such as [0.03, 0.2]; `[TOC]` is a command. */
const NAMES_PLACE = /^[[\s]*(?!toc\]?$)\p{L}{2}[\p{L}\p{N}\s.:/-]*\]?$/iu

const encloses = (outer: Range, inner: Range) => outer.start <= inner.start && outer.end >= inner.end
/** No brackets around a link stand further from it. */
const NEAR = 1_000
/** Without brackets around it, or one that has no other. */
const bareLabel = (label: string): string =>
  /^\[[^[\]]*\]?$|^[^[\]]*\]$/.test(label) ? label.replace(/^\[|\]$/g, '').trim() : label.trim()

/** The brackets within a link's label are no link of their own. */
const isHeld = (links: Outline['links'], bracket: Range) =>
  within(links, { start: bracket.start - NEAR, end: bracket.end + NEAR }).some(
    (link) => link !== bracket && encloses(link, bracket) && link.url !== null,
  )
/** The outer brackets of `[[abstract](url)]` hold a link, and are none themselves. */
const holdsLink = (links: Outline['links'], bracket: Range) => within(links, bracket).some((link) => link !== bracket)

/** A link that front matter has: under which key, or of what kind, and where. */
type Stated = { label: string; url: string; at: readonly string[] }

/** The links of front matter, in order, each a part's where there is one: addresses under keys of their own, and a list of `links`. */
export function frontMatterLinks(reading: Reading, stated: readonly Stated[], part: number | null): Understood['links'] {
  const { text } = reading.file
  return stated
    .flatMap(({ label, url, at }): Omit<Understood['links'][number], 'ordinal'>[] => {
      const key = reading.offsetOf(at)
      const address = parseAddress(url)
      if ('refused' in address) {
        reading.report('link-refused', `${at.join('.')}: the link is not kept: ${address.refused}.`, key)
        return []
      }
      if (!('web' in address)) {
        if (!/^\S+$/.test(url)) reading.report('link-refused', `${at.join('.')}: the link is not kept: not an address.`, key)
        return []
      }
      const start = Math.max(key, text.indexOf(url, key))
      const place = { ...reading.places.span(start, start + url.length), part, label, wiki: false, target: null }
      return [{ ...place, url, resolves: null, ...linkTarget(label, address.web) }]
    })
    .sort((a, b) => a.start - b.start)
    .map((link, ordinal) => ({ ...link, ordinal }))
}

/** Screenshot tools name files by the time: 2022-01-20-22-04-08.png */
const CAPTURED = /(\d{4})-(\d{2})-(\d{2})[-_ T](\d{2})[-.:](\d{2})[-.:](\d{2})/

/** The images of a file in order, before their files are looked at. */
export function readImages(reading: Reading, parts: readonly Range[]): Understood['images'] {
  return reading.file.outline.images.map((image, ordinal) => {
    const address = image.wiki ? { relative: image.url } : parseAddress(image.url)
    const file = 'relative' in address ? contentPath(reading.file.path, address.relative) : null
    if ('refused' in address) reading.report('image-refused', `The image is not shown: ${address.refused}.`, image.start)
    else if ('relative' in address && file === null)
      reading.report('image-refused', 'The image lies outside the content folder.', image.start)
    const [, year, month, day, ...time] = CAPTURED.exec(image.url) ?? []
    return {
      ...reading.places.span(image.start, image.end),
      part: partOf(parts, image),
      ordinal,
      wiki: image.wiki,
      path: image.url,
      file,
      alt: image.alt,
      exists: 'web' in address ? null : false,
      width: null,
      height: null,
      bytes: null,
      sha256: null,
      mediaType: null,
      capturedAt: year ? localDateTime(`${year}-${month}-${day} ${time.join(':')}`) : null,
    }
  })
}

/**
 * Looks at what relative links, anchors and images lead to, and reports what is not there. Returns what was looked up, and
 * how it was found: when any of that changes, the file is read again.
 */
export function resolveTargets(root: string, reading: Reading, understood: Understood, targets: Targets): Record<string, string> {
  const { file } = reading
  const looked: Record<string, string> = {}
  const tell = tellerOf(reading)
  const find = (written: string, wiki: boolean, from = file.path) => {
    const key = wiki ? `[[${written}]]` : (contentPath(file.path, written) ?? written)
    looked[key] = targets.stateOf(file.path, key)
    return wiki ? targets.findNamed(file.path, written) : targets.find(from, written)
  }
  // an address of a repository's page leads to the file of the same path, where the folder has one
  const findOwn = (url: string) => {
    const at = pathInRepository(url)
    return at === null ? null : find(`/${at}`, false, '')
  }
  const own = new Set<string>()
  const elsewhere: Understood['links'] = []
  for (const link of understood.links) {
    if (link.url === null) continue
    if (link.host !== null) {
      const found = findOwn(link.url)
      const repository = `${link.owner}/${link.repository}`
      if (found === null && isDocument(pathInRepository(link.url) ?? '')) elsewhere.push(link)
      if (found === null) continue
      own.add(repository)
      Object.assign(link, { target: found, resolves: true, kind: kindOfLabel(link.label) ?? 'OTHER' })
      continue
    }
    const [written = '', anchor = ''] = link.url.split('#', 2)
    const target = find(written, link.wiki && written !== '')
    link.target = target
    link.resolves = target !== null
    if (target === null) tell('link-broken', `There is no file ${written}.`, link.start)
    else if (anchor !== '' && !link.wiki && isDocument(target)) {
      if (target !== file.path) looked[`${target}#`] = targets.stateOf(file.path, `${target}#`)
      if (!targets.hasAnchor(target, anchor, file)) reportAnchor(reading, anchor, target, link.start)
    }
  }
  // a repository that has one of the folder's files as its own has the others, too
  for (const { url, owner, repository, start } of elsewhere)
    if (own.has(`${owner}/${repository}`)) tell('link-broken', `There is no file ${pathInRepository(url ?? '')}.`, start)
  for (const { url, wiki, start } of file.outline.links)
    if (!wiki && url?.startsWith('#') && !targets.hasAnchor(file.path, url.slice(1), file))
      reportAnchor(reading, url.slice(1), file.path, start)
  const notes = new Set<Understood['images'][number]>()
  for (const image of understood.images) {
    const isElsewhere = image.exists === null
    if (image.file === null && !image.wiki && !isElsewhere) continue
    const found = isElsewhere ? findOwn(image.path) : find(image.path, image.wiki)
    if (isElsewhere && !found) continue
    if (image.wiki || isElsewhere || found !== null) image.file = found
    if (image.wiki && found !== null && isDocument(found)) notes.add(image)
    else if (found) measure(root, reading, image, found)
    else if (image.wiki && !/\.\w+$/.test(image.path)) tell('link-broken', `There is no file ${image.path}.`, image.start)
    else tell('image-missing', `There is no image ${image.path}.`, image.start)
  }
  // what is shown within a note may be another note
  if (notes.size > 0) understood.images = understood.images.filter((image) => !notes.has(image))
  return looked
}

/** Of a template nothing is told: what its links lead to is to be filled in. */
const tellerOf = (reading: Reading): Reading['report'] => (isTemplate(reading.file.path) ? () => {} : reading.report.bind(reading))

const reportAnchor = (reading: Reading, anchor: string, target: string, at: number) =>
  reading.report('anchor-broken', `There is no heading #${anchor.slice(0, 80)} in ${target}.`, at)

const MEDIA_TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  avif: 'image/avif',
  bmp: 'image/bmp',
}

/** A larger file is no picture in a note; it is not read. */
const MAX_IMAGE_BYTES = 64 * 2 ** 20

function measure(root: string, reading: Reading, image: Understood['images'][number], file: string): void {
  try {
    const bytes = readStable(root, file, MAX_IMAGE_BYTES)
    if (!Buffer.isBuffer(bytes)) throw new Error(bytes.message.replace(/ \(maxNoteBytes\)|\.$/g, ''))
    const { width, height, type } = imageSize(bytes)
    const mediaType = MEDIA_TYPES[type ?? '']
    if (!mediaType) throw new Error(`${type ?? 'unknown'} images are not served`)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    Object.assign(image, { exists: true, width, height, bytes: bytes.length, sha256, mediaType })
  } catch (error) {
    reading.report('image-unreadable', `${image.path} can't be read as an image: ${(error as Error).message}.`, image.start)
  }
}
