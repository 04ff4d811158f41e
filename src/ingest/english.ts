/** Which names are words of English as well: written in small letters, they are most often those. */
import english from 'dictionary-en'

/** The dictionary's stems, each on a line of its own before its flags. */
const STEMS: ReadonlySet<string> = new Set(
  new TextDecoder()
    .decode(english.dic)
    .toLowerCase()
    .split('\n')
    .map((line) => line.split('/', 1)[0]?.trim() ?? ''),
)

export const isEnglishWord = (text: string): boolean => /^[a-z]+$/i.test(text) && STEMS.has(text.toLowerCase())
