import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { anyFreePort } from '../../lib/platform/serve/server'

/** `npm start` itself, on a data folder of its own: the door that everyone comes in by. */
interface Running {
  child: ChildProcess
  said: () => string
  ready: Promise<void>
  ended: Promise<number | null>
}

function start(home: string, port: number): Running {
  const child = spawn(process.execPath, ['lib/platform/cli/run.mjs', 'start'], {
    env: { ...process.env, HOLDFAST_HOME: home, PORT: String(port), DATABASE_URL: '', HOLDFAST_APP_URL: '', HOLDFAST_SECRET: '', HOLDFAST_DEMONSTRATION: '' },
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
  return { child, said: () => said, ready, ended }
}

test('starts on nothing, says where and who, ends cleanly, and starts again over what it had', async () => {
  test.setTimeout(240_000)
  const home = await mkdtemp(path.join(tmpdir(), 'holdfast-start-'))
  const port = await anyFreePort()
  try {
    for (const [round, signal] of [['first', 'SIGTERM'], ['second', 'SIGINT']] as const) {
      const running = start(home, port)
      await running.ready
      expect(running.said()).toContain(`http://localhost:${port}`)
      await expect.poll(running.said).toContain('Demonstration accounts')
      await expect.poll(async () => (await fetch(`http://localhost:${port}/api/health`)).json(), { timeout: 20_000 }).toMatchObject({ status: 'ok', worker: 'up' })
      running.child.kill(signal)
      expect(await running.ended, round).toBe(0)
      await expect(fetch(`http://localhost:${port}/api/health`)).rejects.toThrow()
      // The last to leave stopped the database too.
      expect(await readdir(path.join(home, 'postgres', 'holders'))).toEqual([])
      expect(await readdir(path.join(home, 'postgres', 'data'))).not.toContain('postmaster.pid')
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
})
