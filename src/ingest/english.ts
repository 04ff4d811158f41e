/** Which words are words of English, by a dictionary. */
import english from 'dictionary-en'

/** The dictionary's stems, each on a line of its own before its flags; proper names have a capital letter. */
const STEMS = new TextDecoder()
  .decode(english.dic)
  .split('\n')
  .map((line) => line.split('/', 1)[0]?.trim() ?? '')
const LOWER: ReadonlySet<string> = new Set(STEMS.map((stem) => stem.toLowerCase()))
const COMMON: ReadonlySet<string> = new Set(STEMS.filter((stem) => stem === stem.toLowerCase()))

export const isEnglishWord = (text: string): boolean => /^[a-z]+$/i.test(text) && LOWER.has(text.toLowerCase())

/** What the dictionary's flags would say of most words: of stems with these endings, the word is one, too. */
const ENDING = /(?:ies|es|s|ing|ed|ion|ions|ation|ment|al|ly|er|or|ity|ive|able)$/

/** A word that is no proper name, in its stem or one of the usual endings. */
export const isCommonWord = (text: string): boolean => {
  const word = text.toLowerCase()
  const stem = word.replace(ENDING, '')
  return COMMON.has(word) || (word.length > 5 && stem !== word && [stem, `${stem}e`, `${stem}y`].some((form) => COMMON.has(form)))
}
