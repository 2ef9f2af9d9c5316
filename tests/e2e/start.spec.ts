import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { anyFreePort } from '../../lib/platform/serve/server'
import { startCommand } from '../support/start-command'

// The demonstration itself, and its accounts on stdout, are what every other browser test runs on (served-app).
test('npm start starts on nothing, says where, ends cleanly on either signal, and starts again over what it had', async () => {
  test.setTimeout(600_000)
  const home = await mkdtemp(path.join(tmpdir(), 'holdfast-start-'))
  const port = await anyFreePort()
  const health = async () => (await fetch(`http://localhost:${port}/api/health`)).json()
  try {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const product = startCommand(home, port, { HOLDFAST_SEED: 'none' })
      await product.ready
      expect(product.said().trim()).toBe(`Holdfast is ready at http://localhost:${port}`)
      await expect.poll(health, { timeout: 30_000 }).toMatchObject({ status: 'ok', worker: 'up' })
      expect(await product.end(signal)).toBe(0)
      await expect(health()).rejects.toThrow()
      // The last to leave stopped the database too.
      expect(await readdir(path.join(home, 'postgres', 'holders'))).toEqual([])
      expect(await readdir(path.join(home, 'postgres', 'data'))).not.toContain('postmaster.pid')
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
})

test('npm start says that its port is taken, and starts nothing', async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'holdfast-start-'))
  const taken = Number(new URL(process.env['HOLDFAST_E2E_URL'] ?? '').port)
  const product = startCommand(home, taken, { HOLDFAST_SEED: 'none' })
  await expect(product.ready).rejects.toThrow(/Port \d+ is taken/)
  expect(await readdir(home)).toEqual([])
  await rm(home, { recursive: true, force: true })
})
