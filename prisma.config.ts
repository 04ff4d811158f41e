import { defineConfig } from 'prisma/config'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // Without DATABASE_URL the CLI works on the embedded database: the host name "pglite.invalid",
  // which never resolves, tells scripts/schema-engine.mjs so.
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://postgres@pglite.invalid/postgres' },
})
