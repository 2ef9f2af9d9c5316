import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { prepareApp } from '../../../tests/support/served-app'

/**
 * `npm test`: types, lint, vitest (policy, database, access, replay, …) and the browser, what failed once more by name,
 * and one closing line that sums them. `npm test -- types vitest` runs those stages only. Exit status 1 when anything failed.
 */
interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** What vitest's own report says of a file and its tests. */
interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string; status: string; message: string; assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[]
}

/** What Playwright's report says; suites stand within suites. */
interface BrowserReport {
  stats: { expected: number; flaky: number; unexpected: number; skipped: number }
  suites: BrowserSuite[]
}
interface BrowserSuite {
  specs: { title: string; file: string; line: number; ok: boolean; tests: { results: { error?: { message?: string } }[] }[] }[]
  suites?: BrowserSuite[]
}

/** What failed, said again at the end: who has only the end of a long output would read that two failed and not which. */
const failures: string[] = []
function failedAt(where: string, why: string): void {
  const lines = stripVTControlCharacters(why).split('\n').filter((line) => !line.includes('/node_modules/')).slice(0, 12)
  failures.push([where, ...lines.map((line) => `    ${line.slice(0, 300)}`)].join('\n'))
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
async function counted<Report>(exit: number, report: string, read: (json: Report) => Counts): Promise<Counts> {
  const text = await readFile(report, 'utf8').catch(() => undefined)
  if (text === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const counts = read(JSON.parse(text) as Report)
  return exit !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

async function vitest(): Promise<Counts> {
  const report = path.join(reports, 'vitest.json')
  const exit = await run('vitest/vitest.mjs', ['--config', 'tests/vitest.config.mts', '--run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  return counted<VitestReport>(exit, report, (json) => {
    for (const file of json.testResults) {
      const failed = file.assertionResults.filter((test) => test.status === 'failed')
      const where = path.relative(process.cwd(), file.name)
      for (const test of failed) failedAt(`${where} › ${test.fullName}`, test.failureMessages.join('\n'))
      if (file.status === 'failed' && failed.length === 0) failedAt(where, file.message)
    }
    return { passed: json.numPassedTests, failed: json.numFailedTests, skipped: json.numPendingTests + json.numTodoTests }
  })
}

async function browser(): Promise<Counts> {
  const report = path.join(reports, 'browser.json')
  const exit = await run('@playwright/test/cli.js', ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: report })
  return counted<BrowserReport>(exit, report, ({ stats, suites }) => {
    for (const spec of suites.flatMap(specsOf)) {
      if (!spec.ok) failedAt(`${spec.file}:${spec.line} › ${spec.title}`, spec.tests.flatMap((test) => test.results).map((result) => result.error?.message ?? '').join('\n'))
    }
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
  })
}

function specsOf(suite: BrowserSuite): BrowserSuite['specs'] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]
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
if (failures.length > 0) process.stdout.write(`\n== failed\n${failures.join('\n')}\n`)
process.stdout.write(`\n${words(total)}\n`)
process.exit(total.failed === 0 ? 0 : 1)

function words({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
