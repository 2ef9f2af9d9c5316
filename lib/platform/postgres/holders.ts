import { mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Who uses a cluster: one file a process, named by its id. The last to leave stops the cluster, so
 * that a short command that started it does not pull it from under a server that joined later.
 */

export function processAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const counts = new Map<string, number>()

/** Joining twice in one process counts twice. */
export async function join(directory: string): Promise<void> {
  const folder = path.join(directory, 'holders')
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, String(process.pid)), '')
  counts.set(directory, (counts.get(directory) ?? 0) + 1)
}

export async function leave(directory: string): Promise<void> {
  const left = (counts.get(directory) ?? 1) - 1
  counts.set(directory, left)
  if (left <= 0) await rm(path.join(directory, 'holders', String(process.pid)), { force: true })
}

/** Process ids of the living holders; files of processes that were killed are cleared away. */
export async function holders(directory: string): Promise<number[]> {
  const folder = path.join(directory, 'holders')
  const names = await readdir(folder).catch(() => [])
  const alive: number[] = []
  for (const name of names) {
    if (processAlive(Number(name))) alive.push(Number(name))
    else await rm(path.join(folder, name), { force: true })
  }
  return alive
}

/** One process at a time starts or stops the cluster of `directory`: making a folder is atomic. */
export async function holdWhile<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const lock = path.join(directory, 'starting')
  for (let wait = 0; ; wait += 1) {
    try {
      await mkdir(lock)
      await writeFile(path.join(lock, 'pid'), String(process.pid))
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const owner = Number(await readFile(path.join(lock, 'pid'), 'utf8').catch(() => '0'))
    // A killed process leaves its lock behind; the short wait spares one that has not written its id yet.
    if (owner !== 0 ? !processAlive(owner) : wait > 40) await removeLock(lock)
    if (wait > 2400) throw new Error('Another process holds the embedded database; see the folder "starting" beside its data.')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  try {
    return await work()
  } finally {
    await removeLock(lock)
  }
}

async function removeLock(lock: string): Promise<void> {
  await rm(path.join(lock, 'pid'), { force: true })
  await rmdir(lock).catch(() => undefined)
}
