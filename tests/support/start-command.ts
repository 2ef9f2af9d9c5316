import { spawn } from 'node:child_process'

/** `npm start` as a person would run it, in a process of its own. */
export interface StartCommand {
  /** All it has said on stdout. */
  said: () => string
  /** Resolves when it says that it is ready; rejects with its complaints when it ends before. */
  ready: Promise<void>
  /** Sends the signal; resolves with its exit status. */
  end: (signal: 'SIGINT' | 'SIGTERM') => Promise<number | null>
}

/** Starts it on the data folder `home`, with nothing of ours in its environment but what is given. */
export function startCommand(home: string, port: number, environment: Record<string, string> = {}): StartCommand {
  const env = { ...process.env }
  for (const name of Object.keys(env)) if (name.startsWith('HOLDFAST_') || name === 'DATABASE_URL') delete env[name]
  const child = spawn(process.execPath, ['lib/platform/cli/run.mjs', 'start'], {
    env: { ...env, HOLDFAST_HOME: home, PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let complained = ''
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Holdfast is ready at')) resolve()
    })
    void ended.then((code) => reject(new Error(`npm start ended with ${code}:\n${complained}`)))
  })
  // Whoever does not wait for it must not be ended by it.
  ready.catch(() => undefined)
  return {
    said: () => said,
    ready,
    end: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}
