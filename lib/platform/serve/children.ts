import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** A process of ours that lives as long as the product does. */
export interface Child {
  name: string
  /** Resolves with a description of how it ended. */
  ended: Promise<string>
  stop: () => Promise<void>
}

/** For Node's `--import`: the process ends when its parent is gone. */
export const followParent = pathToFileURL(path.resolve('lib/platform/serve/follow-parent.mjs')).href

/** How long a child may take to finish what it is doing before it is ended. */
const patience = 8_000

/** Starts Node with `args`; the child's output goes to our stderr, so that stdout stays ours. */
export function startChild(name: string, args: string[], environment: Record<string, string | undefined>): Child {
  const child = spawn(process.execPath, ['--import', followParent, ...args], { stdio: ['ignore', 2, 2], env: { ...process.env, ...environment } })
  const ended = describeEnd(name, child)
  return {
    name,
    ended,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const hurry = setTimeout(() => child.kill('SIGKILL'), patience)
      await ended
      clearTimeout(hurry)
    },
  }
}

async function describeEnd(name: string, child: ChildProcess): Promise<string> {
  try {
    await once(child, 'exit')
    return `${name} ended (${child.signalCode ?? `exit ${child.exitCode}`})`
  } catch (error) {
    return `${name} could not be started (${error instanceof Error ? error.message : String(error)})`
  }
}
