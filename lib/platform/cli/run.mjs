// The one way in for every npm script: plain Node, so that it runs on a bare clone.
// Installs what is missing, generates the database client when the model changed, then runs the
// command's TypeScript. Nothing here writes to stdout: that belongs to the command.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')
process.chdir(root)

/** TypeScript entries; those without a database client skip generating it. */
const entries = {
  start: { file: 'lib/platform/cli/start.ts', client: true },
  dev: { file: 'lib/platform/cli/start.ts', client: true, before: ['--dev'] },
  build: { file: 'lib/platform/cli/build.ts', client: true },
  worker: { file: 'lib/platform/cli/worker.ts', client: true },
  test: { file: 'lib/platform/cli/test.ts', client: true },
  migration: { file: 'lib/platform/cli/migration.ts', client: false },
  migrate: { file: 'lib/platform/cli/migrate.ts', client: false },
  replay: { file: 'lib/replay/cli.ts', client: true },
  due: { file: 'lib/policy/due/cli.ts', client: false },
  docs: { file: 'lib/platform/cli/docs.ts', client: false },
  verify: { file: 'lib/chronology/verify-cli.ts', client: true },
  accounts: { file: 'lib/platform/cli/accounts.ts', client: true },
  bench: { file: 'tests/bench/cli.ts', client: true },
  shots: { file: 'tests/e2e/shots.ts', client: true },
}

/** Programs of packages, run as they are. */
const programs = {
  generate: { client: true },
  types: { client: true, bin: 'typescript/bin/tsc', args: ['--noEmit'] },
  lint: { client: true, bin: 'eslint/bin/eslint.js', args: ['--config', 'tests/eslint.config.mjs', '--max-warnings', '0', '.'] },
  vitest: { client: true, bin: 'vitest/vitest.mjs', args: ['--config', 'tests/vitest.config.mts', '--run'] },
  e2e: { client: true, bin: '@playwright/test/cli.js', args: ['test', '--config', 'tests/e2e/playwright.config.ts'] },
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** True when every package that package.json asks for is there in exactly that version. */
function installed() {
  const { dependencies, devDependencies } = readJson('package.json')
  return Object.entries({ ...dependencies, ...devDependencies }).every(([name, version]) => {
    const file = path.join('node_modules', name, 'package.json')
    return existsSync(file) && readJson(file).version === version
  })
}

/** Runs a program with its output on stderr (or inherited) and ends us when it fails. */
function runProgram(command, args, { env = process.env, stdout = 2 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['inherit', stdout, 'inherit'], env })
    const pass = (signal) => child.kill(signal)
    process.on('SIGINT', pass)
    process.on('SIGTERM', pass)
    child.once('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`)
      process.exit(1)
    })
    child.once('close', (code, signal) => {
      process.off('SIGINT', pass)
      process.off('SIGTERM', pass)
      resolve(signal ? 1 : (code ?? 1))
    })
  })
}

const installing = '.holdfast/installing'

/** Whether another command is installing just now. One that was killed left its mark behind, which is cleared. */
function beingInstalled() {
  if (!existsSync(installing)) return false
  const pid = Number(readFileSync(installing, 'utf8'))
  // Empty: it was made this moment and says next whose it is.
  if (pid === 0 || alive(pid)) return true
  rmSync(installing, { force: true })
  return false
}

/** Two commands on a bare clone at once would each delete what the other installs: the second waits for the first. */
async function installOnce() {
  while (beingInstalled() || !installed()) {
    mkdirSync('.holdfast', { recursive: true })
    try {
      writeFileSync(installing, String(process.pid), { flag: 'wx' })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      await new Promise((resolve) => setTimeout(resolve, 500))
      continue
    }
    const code = await install()
    rmSync(installing, { force: true })
    if (code !== 0 || !installed()) {
      process.stderr.write('Not all packages could be installed: see the output above.\n')
      process.exit(code === 0 ? 1 : code)
    }
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

async function install() {
  process.stderr.write('Installing packages…\n')
  // Under NODE_ENV=production npm would leave out what building and testing need; under `npm run -s` it would fail without a word.
  return runProgram('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
}

function modelHash() {
  const hash = createHash('sha256')
  for (const name of readdirSync('prisma/schema').filter((n) => n.endsWith('.prisma')).sort()) {
    hash.update(name).update(readFileSync(path.join('prisma/schema', name)))
  }
  return hash.update(readFileSync('node_modules/prisma/package.json')).digest('hex')
}

async function generateClient(force) {
  const stamp = 'lib/platform/generated/.model'
  const hash = modelHash()
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  // Without the variable the command would try to download a native engine, which generating does not need.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1', NO_COLOR: '1' }
  const code = await runProgram(process.execPath, ['node_modules/prisma/build/index.js', 'generate', '--no-hints', '--config', 'prisma/prisma.config.ts'], { env })
  if (code !== 0) process.exit(code)
  writeFileSync(stamp, hash)
}

const [command = '', ...args] = process.argv.slice(2)
const entry = entries[command]
const program = programs[command]
if (!entry && !program) {
  process.stderr.write(`Unknown command "${command}". There are: ${[...Object.keys(entries), ...Object.keys(programs)].join(', ')}\n`)
  process.exit(2)
}

await installOnce()
if ((entry ?? program).client) await generateClient(command === 'generate')

if (program?.bin) {
  process.exit(await runProgram(process.execPath, [path.join('node_modules', program.bin), ...program.args, ...args], { stdout: 'inherit' }))
} else if (entry) {
  const { register } = await import('tsx/esm/api')
  register()
  process.argv = [process.execPath, path.resolve(entry.file), ...(entry.before ?? []), ...args]
  await import(pathToFileURL(path.resolve(entry.file)).href)
}
