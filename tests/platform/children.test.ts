import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'
import { processAlive } from '@/lib/platform/postgres/holders'
import { startChild } from '@/lib/platform/serve/children'

const waits = ['-e', 'setInterval(() => undefined, 1000)']

it('a child is ended on request, and says how it ended', async () => {
  const child = startChild('The child', waits, {})
  await child.stop()
  expect(await child.ended).toBe('The child ended (SIGTERM)')
})

it('a child that ends by itself says with what', async () => {
  expect(await startChild('The child', ['-e', 'process.exit(3)'], {}).ended).toBe('The child ended (exit 3)')
})

it('a child does not outlive a parent that was killed', async () => {
  const script = `import { startChild } from '@/lib/platform/serve/children'
    const child = startChild('x', ['-e', 'process.stderr.write(String(process.pid)); setInterval(() => undefined, 1000)'], {})
    await child.ended`
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { stdio: ['ignore', 'ignore', 'pipe'] })
  const pid = await new Promise<number>((resolve) => parent.stderr.once('data', (chunk: Buffer) => resolve(Number(chunk.toString()))))
  expect(processAlive(pid)).toBe(true)
  parent.kill('SIGKILL')
  await expect.poll(() => processAlive(pid), { timeout: 15_000 }).toBe(false)
})
