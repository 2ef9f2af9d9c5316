import { defineConfig } from 'prisma/config'

/** Read by `prisma generate`; the migrations are run by lib/platform/migrate.ts. */
export default defineConfig({
  schema: 'schema',
  migrations: { path: 'migrations' },
})
