import 'server-only'
import { appendEntries } from '@/lib/chronology/append'
import { newEntryId } from '@/lib/chronology/new-entry-id'
import { hashPassword } from '@/lib/platform/auth/password'
import { withTransaction } from '@/lib/platform/db'
import { readLinkToken } from './password-link'

export const SHORTEST = 12
const LONGEST = 200

/** Why a password cannot be taken, in words by code. */
export const PASSWORD_PROBLEMS = {
  short: `Use at least ${SHORTEST} characters: four words that do not belong together are a good password`,
  long: `Use at most ${LONGEST} ordinary characters`,
  easy: 'This is too easy to guess: use words that have nothing to do with you',
  different: 'The two do not agree: type it again in both boxes',
} as const
export type PasswordProblem = keyof typeof PASSWORD_PROBLEMS

function passwordProblem(password: string, again: string, account: { email: string; name: string }): PasswordProblem | null {
  if (password.length < SHORTEST) return 'short'
  if (password.length > LONGEST || password.includes('\u0000') || !password.isWellFormed()) return 'long'
  const plain = password.toLowerCase()
  const own = [account.email.split('@')[0] ?? '', ...account.name.split(/\s+/)].map((word) => word.toLowerCase()).filter((word) => word.length > 3)
  if (new Set(plain).size < 5 || own.reduce((rest, word) => rest.replaceAll(word, ''), plain).length < 6) return 'easy'
  return password === again ? null : 'different'
}

/** Whose a link is and whether it still works. Null where it was never made; the same words for used, ended and revoked. */
export async function linkHolder(token: string, now: Date): Promise<{ accountId: string; linkId: string; name: string; email: string; works: boolean } | null> {
  const linkId = readLinkToken(token)
  if (linkId === null) return null
  const [found] = await withTransaction({}, (tx) => tx.$queryRaw<{ id: string | null }[]>`SELECT password_link_account(${linkId}::uuid) AS id`)
  const accountId = found?.id
  if (accountId === null || accountId === undefined) return null
  return withTransaction({ 'app.account': accountId }, async (tx) => {
    const [link, account] = await Promise.all([tx.passwordLink.findUnique({ where: { id: linkId } }), tx.account.findUnique({ where: { id: accountId }, select: { name: true, email: true, disabledAt: true } })])
    if (link === null || account === null) return null
    const works = link.usedAt === null && link.revokedAt === null && link.endsAt > now && account.disabledAt === null
    return { accountId, linkId, name: account.name, email: account.email, works }
  })
}

export type SetPassword = { readonly ok: true } | { readonly ok: false; readonly why: PasswordProblem | 'gone' }

/** Sets the password of a link's account, once: two who press at the same moment find one link used. Every session of the account ends. */
export async function setPassword(token: string, password: string, again: string, now: Date): Promise<SetPassword> {
  const holder = await linkHolder(token, now)
  if (holder === null || !holder.works) return { ok: false, why: 'gone' }
  const problem = passwordProblem(password, again, holder)
  if (problem !== null) return { ok: false, why: problem }
  const passwordHash = await hashPassword(password)
  return withTransaction({ 'app.account': holder.accountId }, async (tx): Promise<SetPassword> => {
    const { count } = await tx.passwordLink.updateMany({ where: { id: holder.linkId, usedAt: null, revokedAt: null, endsAt: { gt: now } }, data: { usedAt: now } })
    const taken = count === 0 ? 0 : (await tx.account.updateMany({ where: { id: holder.accountId, disabledAt: null }, data: { passwordHash } })).count
    if (taken === 0) return { ok: false, why: 'gone' }
    await tx.session.updateMany({ where: { accountId: holder.accountId, revokedAt: null }, data: { revokedAt: now } })
    await appendEntries(tx, [{
      id: newEntryId(), ledger: 'london', kind: 'account-changed', heading: `Password set with a one-time link: ${holder.name}`, occurredAt: now, subjects: [], agency: 'other',
      body: { account: holder.accountId, change: 'password-set', link: holder.linkId },
    }], now)
    return { ok: true }
  })
}
