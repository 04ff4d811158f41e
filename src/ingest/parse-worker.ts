/** What a thread of ParsePool runs. */
export { parseFile as default } from './parse.ts'
