import { execFile } from 'node:child_process'
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
