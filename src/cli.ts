#!/usr/bin/env node
/** The command line: arguments and exit codes, nothing else. Answers go to stdout, everything else to stderr. */
import { setFlagsFromString } from 'node:v8'
import { Command, CommanderError } from 'commander'
import type { ClaimsOptions } from './commands/claims.ts'
import type { CompareOptions } from './commands/compare.ts'
import type { CostOptions } from './commands/cost.ts'
import type { ExportOptions } from './commands/export-onnx.ts'
import { ingestCommand } from './commands/ingest.ts'
import { openForCommand } from './commands/open.ts'
import { progressBar } from './commands/progress.ts'
import type { RooflineOptions } from './commands/roofline.ts'
import { type Config, type Flags, readConfig } from './config.ts'
import { EXIT, OperatorError } from './errors.ts'
import { EXPORT_FORMATS } from './exchange/formats.ts'
import type { Diagnostic } from './graph.ts'
import { describeRun, REPORT_FORMATS, reportText } from './ingest/report.ts'

type Options = Flags & { json?: boolean; format?: string; strict?: boolean; variables?: string; watch?: boolean; out?: string }

// V8 may let garbage grow to several times what is in use before it collects it; with at most 60 % more, 20,000 notes take less than 1 GB
setFlagsFromString('--heap-growing-percent=60')

const program = new Command('papergraph')
  .description('Turns a folder of Markdown paper notes into a knowledge graph served by GraphQL.')
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) })

const withFolders = (command: Command) =>
  command
    .option('--content <dir>', 'folder of notes, blocks, techniques and paper cards')
    .option('--data <dir>', 'folder of the embedded database')

withFolders(program.command('ingest'))
  .argument('[dir]', 'the content folder')
  .option('--format <name>', 'print the findings as text, json or sarif')
  .option('--json', 'print a summary as JSON')
  .option('--strict', 'exit 1 where something is broken or a claim does not hold, too')
  .option('--watch', 'go on, and ingest again whenever the folder changes')
  .description('read the content folder into the graph')
  .action(async (dir: string | undefined, options: Options) => {
    const diagnostics = await ingestCommand(configOf(options, dir), options, (result) => {
      if (options.format) process.stdout.write(`${reportIn(options)(result.diagnostics)}\n`)
      else if (options.json) print(result)
      else {
        process.stderr.write(`${reportText(result.diagnostics)}\n`)
        process.stdout.write(`${describeRun(result)}\n`)
      }
    })
    process.exitCode = isClean(diagnostics, options) ? EXIT.fine : EXIT.contentErrors
  })

withFolders(program.command('check'))
  .argument('[dir]', 'the content folder')
  .option('--format <name>', 'print the findings as text, json or sarif', 'text')
  .option('--json', 'the same as --format json')
  .option('--strict', 'exit 1 where something is broken or a claim does not hold, too')
  .description('parse and validate only, without a database')
  .action(async (dir: string | undefined, options: Options) => {
    const { NOTHING_KNOWN, readContent } = await import('./ingest/ingest.ts')
    const diagnostics = await readContent({ ...configOf(options, dir), ...(await progressBar()) }, NOTHING_KNOWN, ({ files }) => {
      for (const _ of files); // each is linked as it is passed on
    })
    process.stdout.write(`${reportIn(options)(diagnostics)}\n`)
    process.exitCode = isClean(diagnostics, options) ? EXIT.fine : EXIT.contentErrors
  })

withFolders(program.command('serve'))
  .option('--port <number>', 'port to listen on')
  .option('--host <name>', 'address to listen on')
  .option('--watch', 'ingest again whenever the content folder changes')
  .description('ingest the content folder and serve the graph')
  .action(async (options: Options) => {
    const { serve } = await import('./server/serve.ts')
    await serve(configOf(options), options)
  })

withFolders(program.command('query'))
  .argument('<query>', 'a GraphQL query')
  .option('--variables <json>', 'its variables')
  .description('run a query against the store, without a server')
  .action(async (query: string, options: Options) => {
    const variables = options.variables === undefined ? {} : parseVariables(options.variables)
    const store = await openForCommand(configOf(options))
    try {
      const [{ createApollo }, { createContext }, { pino }] = await Promise.all([
        import('./server/apollo.ts'),
        import('./resolvers/context.ts'),
        import('pino'),
      ])
      const apollo = createApollo(pino({ level: 'error' }, pino.destination(2)))
      const { body } = await apollo.executeOperation({ query, variables }, { contextValue: createContext(store) })
      const result = body.kind === 'single' ? body.singleResult : body.initialResult
      print(result)
      process.exitCode = result.errors ? (result.data ? EXIT.failed : EXIT.usage) : EXIT.fine
    } finally {
      await store.close()
    }
  })

const withQuestion = (command: Command) =>
  command
    .argument('<slug>', 'a block or model of the content folder')
    .option('--content <dir>', 'folder of notes, blocks, techniques and paper cards')
    .option('--with <name=number...>', 'parameters in place of their defaults')
    .option('--input <sizes>', 'shape of the input without the batch: 3,224,224')
    .option('--batch <number>', 'how many inputs at once')
    .option('--dtype <type>', 'fp32, tf32, fp16, bf16 or int8')

withQuestion(program.command('cost'))
  .option('--convention <name>', 'count as pure, fvcore, ptflops, thop, torchinfo or deepspeed does')
  .option('--json', 'print everything as JSON')
  .option('--table', 'print a table of the layers (the default)')
  .option('--tree', 'print the layers as they are nested')
  .description('what a block or network costs, layer by layer, without a database')
  .action(async (slug: string, options: CostOptions & Options) => {
    const { costCommand } = await import('./commands/cost.ts')
    process.stdout.write(await costCommand(slug, configOf({ content: options.content }), options))
  })

withQuestion(program.command('roofline'))
  .requiredOption('--hardware <slug>', 'a machine of the content folder')
  .option('--fused', 'let ops that work on each element alone run with the op before them')
  .option('--svg <file>', 'draw it, too')
  .option('--json', 'print everything as JSON')
  .description('the least time that it takes on a machine, and what bounds each layer')
  .action(async (slug: string, options: RooflineOptions & Options) => {
    const { rooflineCommand } = await import('./commands/roofline.ts')
    process.stdout.write(await rooflineCommand(slug, configOf({ content: options.content }), options))
  })

withQuestion(program.command('compare'))
  .argument('<other>', 'the one to hold beside it')
  .option('--at <what>', 'make equal input, macs or params before comparing', 'input')
  .option('--vary <parameter>', 'the parameter of the other that is varied until it is equal')
  .option('--json', 'print everything as JSON')
  .description('two blocks or networks side by side')
  .action(async (slug: string, other: string, options: CompareOptions & Options) => {
    const { compareCommand } = await import('./commands/compare.ts')
    process.stdout.write(await compareCommand(slug, other, configOf({ content: options.content }), options))
  })

const exporting = program.command('export').description('write the graph, or a block or network, for another program')

for (const [format, { says }] of Object.entries(EXPORT_FORMATS))
  withFolders(exporting.command(format))
    .option('--out <file>', 'where to write, in place of the standard output')
    .description(says)
    .action(async (options: Options) => {
      const { exportCommand } = await import('./commands/exchange.ts')
      const store = await openForCommand(configOf(options))
      try {
        process.stdout.write(await exportCommand(format, store, options))
      } finally {
        await store.close()
      }
    })

program
  .command('import')
  .description('make papers of the content folder from the lists of other programs')
  .command('bibtex')
  .argument('<file>', 'a .bib file')
  .option('--content <dir>', 'folder of notes, blocks, techniques and paper cards')
  .description('a card in papers/ for each entry that no document knows yet; its key becomes an alias')
  .action(async (file: string, options: Options) => {
    const { importBibtexCommand } = await import('./commands/exchange.ts')
    process.stdout.write(await importBibtexCommand(file, configOf(options)))
  })

withQuestion(exporting.command('onnx'))
  .option('--out <file>', 'where to write; SLUG.onnx where it is not said')
  .description('an ONNX model with random weights, for a batch of one')
  .action(async (slug: string, options: ExportOptions & Options) => {
    const { exportOnnxCommand } = await import('./commands/export-onnx.ts')
    process.stdout.write(await exportOnnxCommand(slug, configOf({ content: options.content }), options))
  })

program
  .command('claims')
  .option('--content <dir>', 'folder of notes, blocks, techniques and paper cards')
  .option('--verdict <name>', 'only claims with this verdict')
  .option('--paper <slug>', 'only claims about this paper')
  .option('--json', 'print everything as JSON')
  .description('what the notes claim about cost, and whether it holds, without a database')
  .action(async (options: ClaimsOptions & Options) => {
    const { claimsCommand } = await import('./commands/claims.ts')
    process.stdout.write(await claimsCommand(configOf({ content: options.content }), options))
  })

withFolders(program.command('db').description('the database').command('migrate'))
  .description('bring the database to the committed schema')
  .action(async (options: Options) => {
    const { connect } = await import('./store/open.ts')
    const { migrate } = await import('./store/migrate.ts')
    const { pool, close } = await connect(configOf(options))
    try {
      const applied = await migrate(pool)
      process.stdout.write(applied.length > 0 ? `applied ${applied.join(', ')}\n` : 'up to date\n')
    } finally {
      await close()
    }
  })

/** Whether nothing was refused and, where one is strict, nothing is broken either. */
const isClean = (diagnostics: readonly Diagnostic[], { strict }: Options) =>
  !diagnostics.some(({ severity }) => severity === 'ERROR' || (strict && severity === 'WARNING'))

function reportIn({ json, format = 'text' }: Options) {
  const report = Object.hasOwn(REPORT_FORMATS, format) ? REPORT_FORMATS[json ? 'json' : format] : undefined
  if (!report) throw new OperatorError(`--format must be one of ${Object.keys(REPORT_FORMATS).join(', ')}.`, EXIT.usage)
  return report
}

function configOf(
  { json: _json, format: _format, strict: _strict, variables: _variables, watch: _watch, out: _out, ...flags }: Options,
  dir?: string,
): Config {
  return readConfig({ ...flags, content: dir ?? flags.content })
}

function parseVariables(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // the one answer below says it for both
  }
  throw new OperatorError('--variables must be one JSON object.', EXIT.usage)
}

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)

// whoever reads our output may have read enough: papergraph cost resnet50 | head
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? EXIT.fine : EXIT.failed))

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.usage
  else if (error instanceof OperatorError) {
    process.stderr.write(`papergraph: ${error.message}\n`)
    process.exitCode = error.exitCode
  } else {
    process.stderr.write(`papergraph failed: ${error instanceof Error ? error.stack : String(error)}\n`)
    process.exitCode = EXIT.failed
  }
}
