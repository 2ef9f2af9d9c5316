import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))

function due(input: string, args: string[] = []): Promise<{ code: number | null; out: string[]; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'lib/policy/due/cli.ts', ...args], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      const text = Buffer.concat(chunks).toString('utf8')
      resolve({ code, text, out: text.split('\n').slice(0, -1) })
    })
    child.stdin.end(input)
  })
}

const question = (id: number) => JSON.stringify({ id, rule: 'strategy-discussion/complex', starts: '2026-12-24T10:00:00Z' })

describe('npm run due', () => {
  it('answers line by line, in order, errors included, and ends well', async () => {
    const { code, out } = await due(`\uFEFF${question(1)}\r\n\nnonsense\n{"id":"ü","rule":"referral/decision","starts":"2026-07-01T10:00:00"}\n${question(5)}`)
    expect(code).toBe(0)
    const answers = out.map((line) => JSON.parse(line) as { id?: unknown; due?: string; error?: string })
    expect(answers.map((a) => a.due ?? 'error')).toEqual(['2027-01-06T00:00:00.000Z', 'error', 'error', 'error', '2027-01-06T00:00:00.000Z'])
    expect(answers.map((a) => a.id)).toEqual([1, undefined, undefined, 'ü', 5])
  }, 20_000)

  it('answers nothing with nothing', async () => {
    expect(await due('')).toMatchObject({ code: 0, text: '' })
  }, 20_000)

  it('answers twenty thousand lines in order', async () => {
    const { code, out } = await due(Array.from({ length: 20_000 }, (_, i) => `${question(i)}\n`).join(''))
    expect(code).toBe(0)
    expect(out.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual(Array.from({ length: 20_000 }, (_, i) => i))
  }, 60_000)

  it('lists its rules', async () => {
    const { code, out } = await due('', ['--list'])
    expect(code).toBe(0)
    expect(out.map((line) => (JSON.parse(line) as { rule: string }).rule)).toContain('strategy-discussion/force-24h')
  }, 20_000)
})
