/** The floors of src/: cli → server → resolvers, ingest → store → compute, graph, config, errors. Imports only run down. */
const down = (from, to) => ({
  name: `${from}-imports-up`,
  severity: 'error',
  from: { path: `^src/${from}` },
  to: { path: to.map((room) => `^src/${room}`) },
})

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      from: { pathNot: '^src/generated' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    down('(graph|config|errors)\\.ts', ['compute', 'store', 'ingest', 'resolvers', 'server', 'commands', 'cli']),
    down('compute/', ['store', 'ingest', 'resolvers', 'server', 'commands', 'cli', 'generated']),
    down('plots/', ['store', 'ingest', 'resolvers', 'server', 'commands', 'cli', 'generated']),
    down('store/', ['ingest', 'resolvers', 'server', 'commands', 'cli']),
    down('ingest/', ['resolvers', 'server', 'commands', 'cli']),
    down('resolvers/', ['ingest', 'server', 'commands', 'cli']),
    down('exchange/', ['resolvers', 'server', 'commands', 'cli']),
    down('server/', ['commands', 'cli']),
    down('commands/', ['cli']),
    {
      name: 'only-one-module-knows-gray-matter',
      severity: 'error',
      from: { pathNot: '^src/ingest/front-matter\\.ts' },
      to: { path: 'node_modules/gray-matter' },
    },
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' } },
}
