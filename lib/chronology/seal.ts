import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { londonDate } from '@/lib/policy/calendar/london'

/**
 * A ledger's head at an instant in London, signed with a key that the database does not hold. `day` is '2016-05-16 14:05:00.000';
 * seals made before they were hourly say the day alone.
 */
export interface Seal {
  readonly ledger: string
  readonly day: string
  readonly seq: string
  readonly hash: string
  readonly signature: string
  readonly keyId: string
}

export interface SealKey {
  readonly id: string
  readonly privateKey: KeyObject | null
  readonly publicKey: KeyObject
}

/**
 * The signing key of this installation: HOLDFAST_SEAL_KEY (PEM), else one made once in the data folder, readable by its
 * owner alone. A hardware key or another machine is better still: only the public half is needed to verify.
 */
export async function sealKey(home: string): Promise<SealKey> {
  const given = process.env['HOLDFAST_SEAL_KEY']
  const pem = given !== undefined && given !== '' ? given : await ownKey(path.join(home, 'seal-key.pem'))
  const privateKey = createPrivateKey(pem)
  const publicKey = createPublicKey(privateKey)
  const der = publicKey.export({ type: 'spki', format: 'der' })
  return { id: der.subarray(-32).toString('hex').slice(0, 16), privateKey, publicKey }
}

async function ownKey(file: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true })
  const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  // 'wx': of two processes that start at once, the one that was first made the key.
  await writeFile(file, made, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return readFile(file, 'utf8')
}

const sealedText = (seal: Omit<Seal, 'signature'>): Buffer =>
  Buffer.from(['holdfast-seal-1', seal.keyId, seal.ledger, seal.day, seal.seq, seal.hash].join('\n'), 'utf8')

export function sealHolds(seal: Seal, key: SealKey): boolean {
  return seal.keyId === key.id && verify(null, sealedText(seal), key.publicKey, Buffer.from(seal.signature, 'base64'))
}

/**
 * Signs the heads that moved since their ledger's last seal, and every head once a London day, stores the seals and exports
 * them beside the database. Done each hour, at the start and at the clean stop of the timed work: what is cut off
 * after the last of these is not seen. A head that has not moved is not signed twice a day. Runs as the worker or the owner.
 */
export async function sealHeads(client: pg.Client, key: SealKey, home: string, now: Date): Promise<Seal[]> {
  if (key.privateKey === null) throw new Error('Sealing needs the private key')
  const day = londonDate(now)
  const instant = `${day} ${LONDON_CLOCK.format(now)}`
  const heads = await client.query<{ ledger: string; seq: string; hash: string }>(
    `SELECT h.ledger, h.seq::text AS seq, h.hash FROM ledger_head h
     WHERE h.seq > 0 AND NOT EXISTS (SELECT 1 FROM ledger_seal s WHERE s.ledger = h.ledger
       AND (s.day = $2 OR (starts_with(s.day, $1) AND s.seq = h.seq AND s.hash = h.hash))) ORDER BY h.ledger`, [day, instant])
  const seals: Seal[] = []
  for (const head of heads.rows) {
    const unsigned = { ledger: head.ledger, day: instant, seq: head.seq, hash: head.hash, keyId: key.id }
    const seal = { ...unsigned, signature: sign(null, sealedText(unsigned), key.privateKey).toString('base64') }
    await client.query(
      'SELECT store_seal($1, $2, $3::bigint, $4, $5, $6, $7)',
      [seal.ledger, seal.day, seal.seq, seal.hash, seal.signature, seal.keyId, now])
    seals.push(seal)
  }
  if (seals.length > 0) await exportSeals(home, day, seals)
  return seals
}

const LONDON_CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hourCycle: 'h23' })

async function exportSeals(home: string, day: string, seals: readonly Seal[]): Promise<void> {
  const folder = path.join(home, 'seals')
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, `${day}.jsonl`)
  await writeFile(file, seals.map((seal) => `${JSON.stringify(seal)}\n`).join(''), { flag: 'a' })
}

/** The seals exported beside the database; none when the folder is not there. */
export async function exportedSeals(home: string): Promise<Seal[]> {
  const folder = path.join(home, 'seals')
  const names = await readdir(folder).catch(() => [])
  const seals: Seal[] = []
  for (const name of names.filter((file) => file.endsWith('.jsonl')).sort()) {
    for (const line of (await readFile(path.join(folder, name), 'utf8')).split('\n')) if (line !== '') seals.push(JSON.parse(line) as Seal)
  }
  return seals
}
