import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** The folder of data that is never committed: the embedded database, secrets, logs. HOLDFAST_HOME moves it. */
export function holdfastHome(): string {
  return path.resolve(process.env['HOLDFAST_HOME'] ?? '.holdfast')
}

/**
 * The installation's secret, from which cookie keys and role passwords are derived: HOLDFAST_SECRET
 * when given, else one made once and kept readable by its owner alone.
 */
export async function installationSecret(home: string): Promise<string> {
  const given = process.env['HOLDFAST_SECRET']
  if (given !== undefined && given !== '') return given
  const file = path.join(home, 'secret')
  await mkdir(home, { recursive: true })
  // 'wx' so that two processes starting at once agree on the one that was first.
  await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await chmod(file, 0o600)
  return (await readFile(file, 'utf8')).trim()
}
