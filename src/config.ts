/** Settings: one schema over command-line flags, the environment and `papergraph.config.json`, in that order. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { badSetting } from './errors.ts'

/** The folder that package.json stands in: src/ and dist/ both lie one level below it. */
export const PACKAGE_ROOT = path.resolve(import.meta.dirname, '..')

const CONFIG_FILE = 'papergraph.config.json'

const whole = (what: string, least: number, most: number) =>
  z.coerce
    .number({ error: `${what} must be a whole number` })
    .int()
    .min(least)
    .max(most)

const settings = z.strictObject({
  /** folder of notes, blocks, techniques and paper cards */
  content: z.string().min(1).default('content'),
  /** folder of the embedded database; not used with `databaseUrl` */
  data: z.string().min(1).default('.papergraph'),
  /** a PostgreSQL server instead of the embedded database */
  databaseUrl: z.url({ protocol: /^postgres(ql)?$/, error: 'must look like postgresql://user@host/database' }).optional(),
  /** connections to a PostgreSQL server */
  databasePool: whole('databasePool', 1, 1000).default(10),
  host: z.string().min(1).default('127.0.0.1'),
  port: whole('port', 0, 65_535).default(4000),
  logLevel: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** a longer file is refused before it is read, in bytes */
  maxNoteBytes: whole('maxNoteBytes', 1, 2 ** 28).default(4 * 2 ** 20),
  /** a file that takes longer to parse is refused, in milliseconds */
  parseTimeout: whole('parseTimeout', 10, 600_000).default(8_000),
  /** threads that parse Markdown */
  parseThreads: whole('parseThreads', 1, 64).default(2),
  /** the format of notes by the path of a file or folder, where it is detected wrongly; of several the longest path decides */
  formats: z.record(z.string(), z.string()).default({}),
})

export type Config = z.output<typeof settings>
export type Flags = { [K in keyof typeof VARIABLES]?: string | undefined }

/** The environment variable of each setting. */
const VARIABLES = {
  content: 'PAPERGRAPH_CONTENT',
  data: 'PAPERGRAPH_DATA',
  databaseUrl: 'DATABASE_URL',
  databasePool: 'DATABASE_POOL',
  host: 'HOST',
  port: 'PORT',
  logLevel: 'LOG_LEVEL',
  maxNoteBytes: 'PAPERGRAPH_MAX_NOTE_BYTES',
  parseTimeout: 'PAPERGRAPH_PARSE_TIMEOUT',
  parseThreads: 'PAPERGRAPH_PARSE_THREADS',
} as const satisfies Record<Exclude<keyof Config, 'formats'>, string>

/** Reads the settings; a bad one is an OperatorError that names it and where it came from. */
export function readConfig(flags: Flags = {}, env: NodeJS.ProcessEnv = process.env): Config {
  const named = Object.entries(VARIABLES).flatMap(([key, name]) => (env[name] ? [[key, env[name]] as const] : []))
  const given = Object.entries(flags).filter(([, value]) => value !== undefined)
  const parsed = settings.safeParse({ ...readFile(), ...Object.fromEntries(named), ...Object.fromEntries(given) })
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const key = String(issue?.path[0] ?? '') as keyof typeof VARIABLES
    const where = flags[key] === undefined ? (VARIABLES[key] ?? CONFIG_FILE) : `--${key}`
    throw badSetting(`The setting ${key || CONFIG_FILE} (${where}) is not usable: ${issue?.message}.`)
  }
  const config = parsed.data
  // --data names an embedded database, whatever the environment says of a server
  if (flags.data !== undefined && flags.databaseUrl === undefined) delete config.databaseUrl
  return { ...config, content: path.resolve(config.content), data: path.resolve(config.data) }
}

function readFile(): Record<string, unknown> {
  if (!existsSync(CONFIG_FILE)) return {}
  try {
    const value: unknown = JSON.parse(readFileSync(CONFIG_FILE, 'utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch (error) {
    throw badSetting(`${CONFIG_FILE} is not JSON: ${(error as Error).message}.`)
  }
  throw badSetting(`${CONFIG_FILE} must hold one JSON object.`)
}
