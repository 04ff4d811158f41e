/** Which names are most often something else: venues, measures, fields; datasets, parts, tools. */
import { parse } from 'yaml'
import { z } from 'zod'
import { comparable } from './names.ts'
import { COMMON_TERMS_SOURCE } from './rules.ts'

const terms = z
  .strictObject({
    venues: z.array(z.string()),
    measures: z.array(z.string()),
    fields: z.array(z.string()),
    things: z.array(z.string()),
    papers: z.array(z.string()),
    topics: z.array(z.string()),
    tails: z.array(z.string()),
  })
  .parse(parse(COMMON_TERMS_SOURCE))

/** In the form in which names are compared. */
const COMMON: ReadonlySet<string> = new Set([...terms.venues, ...terms.measures, ...terms.fields].map(comparable))
const THINGS: ReadonlySet<string> = new Set(terms.things.map(comparable))

const VENUES: ReadonlySet<string> = new Set(terms.venues.map(comparable))

export const isVenue = (name: string): boolean => VENUES.has(comparable(name))

/** The year that a text begins with, after a venue or before one: "CVPR 2016", "[ICLR'17] …", "2021 ICLR" */
export function venueYear(text: string): number | null {
  const [, venue = '', year = ''] =
    /^[\s[(]*(\p{L}[\p{L}-]{1,12}(?: \p{Lu}{2,4})?)[\s'’‘]{0,2}((?:19|20)\d{2}|\d{2})(?!\d)/u.exec(text) ?? []
  if (VENUES.has(comparable(venue))) return fullYear(year)
  const [, before = '', after = ''] = /^[\s[(]*((?:19|20)\d{2})\s+(\p{Lu}[\p{L}-]{1,12})(?!\p{L})/u.exec(text) ?? []
  return VENUES.has(comparable(after)) ? Number(before) : null
}

const MOST_PRINTED = 100
/** One word of where something was printed: a name, a number, a particle. */
const OF_PRINT = /^(?:[\p{Lu}\d'’(][\p{L}\p{N}'’.()/-]*|of|on|the|in|and|for|at|by|to|pp?\.?|[&|·–—-])[,.:;)]*$/u
/** Of a day something was posted, or read. */
const DAY =
  /(?<!\d)\d{1,2}(?:st|nd|rd|th)?\s+(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?\s+\d{1,2}(?:st|nd|rd|th)?(?!\d)/iu

/** The year of a venue, and nothing beside it: "FAST '03", "SIGGRAPH 2007" */
export function yearOfVenue(said: string): number | null {
  const [, since, year = since] = /^\p{Lu}[\p{L}-]{2,12}\s?(?:['’‘](\d{2})|((?:19|20)\d{2}))$/u.exec(said) ?? []
  return venueYear(said) ?? (year === undefined ? null : fullYear(year))
}

/** The year of a line that says nothing but where and when something was printed: "FAST '03", "Communications of the ACM, July 1970", "2003 Google" */
export function yearOfPrint(line: string): number | null {
  const said = line.trim()
  if (said.length > MOST_PRINTED || said.length < 4) return null
  const [, since] = /^\p{Lu}[\p{L}-]{2,12}\s?['’‘](\d{2})(?=[,.]?$|,?\s)/u.exec(said) ?? []
  if (since !== undefined) return fullYear(since)
  const years = said.match(/(?<![\d./–-])(?:19|20)\d{2}(?![\d/]|[-–.]\d)/g) ?? []
  const words = said.split(/\s+/)
  return years.length === 1 && !DAY.test(said) && words.every((word) => OF_PRINT.test(word)) ? Number(years[0]) : null
}

/** A year of which two digits may be written. */
export const fullYear = (written: string): number => {
  const year = Number(written)
  return year > 99 ? year : year + (year < 50 ? 2000 : 1900)
}

/** A venue, a measure or a field. */
export const isCommonTerm = (name: string): boolean => COMMON.has(comparable(name))

/** A dataset, a part of networks, a format or a tool, of one or several: no paper, as long as no note says that it is one. */
export const isThing = (name: string): boolean => THINGS.has(comparable(name)) || THINGS.has(comparable(name).replace(/s$/, ''))

const PAPERS: ReadonlySet<string> = new Set(terms.papers)

/** A name of a paper, whether a note is about that or not. */
export const isNameOfPaper = (name: string): boolean => PAPERS.has(name)
export const NAMES_OF_PAPERS: readonly string[] = terms.papers

const TOPICS: ReadonlySet<string> = new Set(terms.topics)

/** Words that say what a work is about, or of what kind it is: "Graph Learning" */
export const isTopic = (words: string): boolean => isCommonTerm(words) || TOPICS.has(words.toLowerCase().replace(/^.*\s/s, ''))

const TAILS: ReadonlySet<string> = new Set(terms.tails)

/** A compound of a name and what kind of thing that is: "KL-divergence". */
export const isKindOfThing = (name: string): boolean => {
  const at = name.lastIndexOf('-')
  const tail = name.slice(at + 1)
  return at > 0 && (TAILS.has(tail.toLowerCase()) || /^\p{Ll}+(?:ed|ing)$/u.test(tail))
}
