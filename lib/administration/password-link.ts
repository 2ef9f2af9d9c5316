import 'server-only'
import { createHmac, hkdfSync, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { ActContext } from '@/lib/acts/act'
import { hashPassword } from '@/lib/platform/auth/password'
import { secret } from '@/lib/platform/env'

const DAY = 24 * 3_600_000
/** How long a link works: over a weekend, not longer. */
export const LINK_DAYS = 3

const key = (): Buffer => Buffer.from(hkdfSync('sha256', secret(), 'holdfast', 'password link', 32))
const sealOf = (id: string): string => createHmac('sha256', key()).update(id).digest('base64url')

/** What stands in the address: the link's id and its seal. The database holds the id only, so reading it opens nothing. */
export const linkToken = (id: string): string => `${id}.${sealOf(id)}`

/** The link's id, or null for anything that was not made here. */
export function readLinkToken(token: string): string | null {
  const [id = '', seal = ''] = token.split('.')
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  const [given, made] = [Buffer.from(seal), Buffer.from(sealOf(id))]
  return given.length === made.length && timingSafeEqual(given, made) ? id : null
}

/**
 * A new way to set the password. What worked before works no more: the password, earlier links and open sessions end here, so
 * that whoever had got hold of the account has lost it.
 */
export async function makeLink(context: ActContext, accountId: string): Promise<string> {
  const { tx, actor, now } = context
  await tx.passwordLink.updateMany({ where: { accountId, usedAt: null, revokedAt: null }, data: { revokedAt: now } })
  await tx.account.updateMany({ where: { id: accountId }, data: { passwordHash: await nobodysPassword() } })
  await tx.session.updateMany({ where: { accountId, revokedAt: null }, data: { revokedAt: now } })
  const id = randomUUID()
  await tx.passwordLink.createMany({ data: [{ id, accountId, madeAt: now, madeBy: actor.accountId, endsAt: new Date(now.getTime() + LINK_DAYS * DAY) }] })
  return id
}

/** Of a password that nobody knows. */
export const nobodysPassword = (): Promise<string> => hashPassword(randomBytes(32).toString('base64url'))
