import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { prepareApp } from '../../../tests/support/served-app'

/**
 * `npm test`: types, lint, vitest (policy, database, access, replay, …) and the browser, and one closing line that sums
 * them. `npm test -- types vitest` runs those stages only. Exit status 1 when anything failed.
 */
interface Counts {
  passed: number
  failed: number
  skipped: number
}

const reports = await mkdtemp(path.join(tmpdir(), 'holdfast-reports-'))

/** Runs a program with its output on our own stdout; resolves with its exit status. */
function run(bin: string, args: string[], environment: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join('node_modules', bin), ...args], { stdio: 'inherit', env: { ...process.env, ...environment } })
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** A check that passes or fails as a whole. */
async function check(bin: string, args: string[]): Promise<Counts> {
  const ok = (await run(bin, args)) === 0
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
}

/** A runner's own counts; when it failed without a failed test (a file that does not load, a crash), that is a failure too. */
async function counted(exit: number, report: string, read: (json: Record<string, number>) => Counts): Promise<Counts> {
  const text = await readFile(report, 'utf8').catch(() => undefined)
  if (text === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const json = JSON.parse(text) as Record<string, number> & { stats?: Record<string, number> }
  const counts = read(json.stats ?? json)
  return exit !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

async function vitest(): Promise<Counts> {
  const report = path.join(reports, 'vitest.json')
  const exit = await run('vitest/vitest.mjs', ['--config', 'tests/vitest.config.mts', '--run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  return counted(exit, report, (json) => ({ passed: json['numPassedTests'] ?? 0, failed: json['numFailedTests'] ?? 0, skipped: (json['numPendingTests'] ?? 0) + (json['numTodoTests'] ?? 0) }))
}

async function browser(): Promise<Counts> {
  const report = path.join(reports, 'browser.json')
  const exit = await run('@playwright/test/cli.js', ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: report })
  return counted(exit, report, (stats) => ({ passed: (stats['expected'] ?? 0) + (stats['flaky'] ?? 0), failed: stats['unexpected'] ?? 0, skipped: stats['skipped'] ?? 0 }))
}

const stages: Record<string, () => Promise<Counts>> = {
  types: () => check('typescript/bin/tsc', ['--noEmit']),
  lint: () => check('eslint/bin/eslint.js', ['--config', 'tests/eslint.config.mjs', '--max-warnings', '0', '.']),
  vitest,
  browser,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in stages))
if (unknown.length > 0) {
  process.stderr.write(`No such stage: ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}\n`)
  process.exit(2)
}

const wanted = (name: string): boolean => asked.length === 0 || asked.includes(name)
/** What the browser's tests are served is made while types and lint leave a core to it; what fails there fails again, and says why, where it is needed. */
const preparing = wanted('browser') && wanted('types') ? prepareApp() : Promise.resolve()

const total: Counts = { passed: 0, failed: 0, skipped: 0 }
for (const [name, stage] of Object.entries(stages)) {
  if (!wanted(name)) continue
  // The machine is for the tests once they run.
  if (name === 'vitest' || name === 'browser') await preparing
  process.stdout.write(`\n== ${name}\n`)
  const began = performance.now()
  const counts = await stage()
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key]
  process.stdout.write(`== ${name}: ${words(counts)} in ${Math.round((performance.now() - began) / 1000)} s\n`)
}
await rm(reports, { recursive: true, force: true })
if (total.passed + total.failed === 0) total.failed = 1
process.stdout.write(`\n${words(total)}\n`)
process.exit(total.failed === 0 ? 0 : 1)

function words({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
