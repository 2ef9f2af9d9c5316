import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

const resolve = {
  alias: [
    { find: /^@\//, replacement: root },
    { find: 'server-only', replacement: `${root}lib/platform/server-only.ts` },
  ],
}

/** Folders whose tests touch nothing but memory: no cluster is started for them. */
const pure = ['policy', 'wording', 'structure']
/** What is no vitest folder at all. */
const others = ['support', 'e2e', 'bench']
/** Every other folder's tests run on a real database, one copy of the migrated template for each file. Read, so that a new folder is never left out. */
const onDatabase = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !pure.includes(entry.name) && !others.includes(entry.name))
  .map((entry) => entry.name)

export default defineConfig({
  root,
  test: {
    reporters: ['default'],
    // Half of the cores is the rule, which on two of them is one file at a time: each file has a database of its own, so two do not meet.
    maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
    projects: [
      ...pure.map((name) => ({
        root,
        resolve,
        test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], environment: 'node' as const },
      })),
      ...onDatabase.map((name) => ({
        root,
        resolve,
        test: {
          name,
          include: [`tests/${name}/**/*.test.{ts,tsx}`],
          environment: 'node' as const,
          globalSetup: ['tests/support/cluster.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      })),
    ],
  },
})
