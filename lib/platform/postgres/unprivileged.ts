import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The user PostgreSQL runs as: nobody special, unless we are root, under whom it refuses to run. */
export interface Identity {
  uid?: number
  gid?: number
}

async function identityOf(user: string): Promise<Identity | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

/** As root: the user `postgres`, made when missing, else `nobody`. Otherwise ourselves. */
export async function unprivilegedIdentity(): Promise<Identity> {
  if (process.getuid?.() !== 0) return {}
  const there = await identityOf('postgres')
  if (there) return there
  await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).catch(() => undefined)
  const identity = (await identityOf('postgres')) ?? (await identityOf('nobody'))
  if (!identity) throw new Error('PostgreSQL does not run as root and no other user could be found: start Holdfast as an ordinary user.')
  return identity
}

/** How to start a program as that user. */
export interface Launch {
  command: string
  args: string[]
  options: Identity
}

/**
 * Root's own folders (/root, a folder of mktemp) are closed to other users, and so to PostgreSQL, though nothing of
 * Holdfast's is secret from it there. It then gets the one capability that lets it pass folders; everywhere else it is
 * an ordinary user.
 * @param places what it must reach: its programs, its data.
 */
export async function launchAs(identity: Identity, program: string, args: string[], places: string[]): Promise<Launch> {
  if (identity.uid === undefined || identity.gid === undefined) return { command: program, args, options: {} }
  const closed = (await Promise.all([program, ...places].map((place) => firstClosedFolder(place, identity)))).find((folder) => folder !== undefined)
  if (closed === undefined) return { command: program, args, options: identity }
  const able = await run('setpriv', ['--version']).then(() => true, () => false)
  if (!able) throw new Error(`PostgreSQL runs as another user than root and cannot enter ${closed}: open it to others (chmod o+x) or start Holdfast as an ordinary user.`)
  const pass = [`--reuid=${identity.uid}`, `--regid=${identity.gid}`, '--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--']
  return { command: 'setpriv', args: [...pass, program, ...args], options: {} }
}

/** The outermost folder on the way to `place` that the user may not enter. */
async function firstClosedFolder(place: string, { uid, gid }: Identity): Promise<string | undefined> {
  const folders: string[] = []
  for (let folder = path.dirname(path.resolve(place)); ; folder = path.dirname(folder)) {
    folders.unshift(folder)
    if (folder === path.dirname(folder)) break
  }
  for (const folder of folders) {
    const about = await stat(folder)
    const bit = about.uid === uid ? 0o100 : about.gid === gid ? 0o010 : 0o001
    if ((about.mode & bit) === 0) return folder
  }
  return undefined
}
