import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { followParent } from './children'

/** What a build is made from. Tests, seeds and migrations are not in it: changing them must not cost a build. */
const sources = ['app', 'components', 'lib', 'public', 'prisma/schema', 'proxy.ts', 'next.config.js', 'package.json', 'package-lock.json', 'tsconfig.json']
const notSources = new Set(['generated', 'cli'])
const stamp = '.next/holdfast-sources'

/** A digest of every source's name and content. */
export async function sourceHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of (await Promise.all(sources.map(filesUnder))).flat().sort()) {
    hash.update(file).update('\0').update(await readFile(file)).update('\0')
  }
  return hash.digest('hex')
}

async function filesUnder(place: string): Promise<string[]> {
  if (!existsSync(place)) return []
  const entries = await readdir(place, { withFileTypes: true }).catch(() => undefined)
  if (!entries) return [place]
  const nested = entries
    .filter((entry) => !notSources.has(entry.name))
    .map((entry) => (entry.isDirectory() ? filesUnder(path.join(place, entry.name)) : Promise.resolve([path.join(place, entry.name)])))
  return (await Promise.all(nested)).flat()
}

/**
 * Builds the pages unless the last build was of the very same sources.
 * @returns whether it built. The build's own output goes to stderr.
 * @throws Error when the build fails.
 */
export async function buildIfNeeded(): Promise<boolean> {
  const hash = await sourceHash()
  const built = existsSync('.next/BUILD_ID') && (await readFile(stamp, 'utf8').catch(() => '')) === hash
  if (built) return false
  process.stderr.write('Building the pages…\n')
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', followParent, 'node_modules/next/dist/bin/next', 'build'], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    })
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error('The build failed; its output is above.')
  await writeFile(stamp, hash)
  return true
}
