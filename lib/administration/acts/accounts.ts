import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { roleWords } from '@/lib/wording/roles'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, forbidden, invalid, notFound } from '@/lib/acts/outcome'
import { id, text } from '@/lib/referrals/input'
import { instantWords } from '@/lib/wording/london-words'
import { day, email, rank, role } from '../input'
import { handedOnWords, handOnWork } from '../hand-on'
import { makeLink, nobodysPassword } from '../password-link'
import { excludes, notHeldThere } from '../rights-of-roles'
import { accountToChange, administratorsBeside, asAdministrator, lockAdministrators, stillAdministers } from '../who-may'

export const accountPage = (accountId: string): string => `/admin/accounts/${accountId}`
const FOREVER = new Date('9999-12-31T00:00:00Z')

/** What an administrator did, in London's ledger: about no child, and read by the auditor. */
export function note(context: ActContext, kind: 'account-changed' | 'team-changed' | 'policy-changed' | 'rota-changed', heading: string, body: Readonly<Record<string, unknown>>): void {
  context.record({ ledger: 'london', kind, heading, occurredAt: context.now, subjects: [], body })
}

const membershipInput = { teamId: id, role, rank, since: day, until: day }

interface NewMembership { readonly teamId: string; readonly role: z.output<typeof role>; readonly rank: string | null; readonly since: Date | null; readonly until: Date | null }

/** Checks a membership against its team, its dates and what the person is already, and writes it. Gives what it says. */
async function putMembership(context: ActContext, accountId: string, asked: NewMembership, held: readonly { role: string; teamId: string; since: Date; endedAt: Date | null }[]): Promise<{ id: string; says: string }> {
  const { tx, now } = context
  const team = await tx.team.findUnique({ where: { id: asked.teamId } })
  if (team === null) throw notFound()
  asAdministrator(context, team.boroughs)
  const wrong = notHeldThere(asked.role, team.agency, team.boroughs)
  if (wrong !== null) throw invalid('role', wrong)
  // A right that begins in the past would say that somebody could do what they could not.
  const since = asked.since === null || asked.since <= now ? now : asked.since
  if (asked.until !== null && asked.until <= since) throw invalid('until', 'The last day must come after the first')
  const meets = held.filter((one) => (one.endedAt ?? FOREVER) > since && one.since < (asked.until ?? FOREVER))
  const clash = meets.find((one) => excludes(one.role, asked.role))
  if (clash !== undefined) throw invalid('role', `Nobody is ${roleWords(asked.role).toLowerCase()} and ${roleWords(clash.role).toLowerCase()} at the same time: end the other first`)
  if (meets.some((one) => one.teamId === asked.teamId && one.role === asked.role)) throw invalid('role', 'This person holds that role in that team at that time already')
  const membershipId = randomUUID()
  await tx.membership.createMany({ data: [{ id: membershipId, accountId, teamId: asked.teamId, role: asked.role, rank: asked.rank, since, endedAt: asked.until }] })
  return { id: membershipId, says: `${roleWords(asked.role)}, ${team.name}${since > now ? `, from ${instantWords(since)}` : ''}${asked.until === null ? '' : `, until ${instantWords(asked.until)}`}` }
}

const addInput = z.object({ email, name: text(120, 'Enter the person’s name'), ...membershipInput })

/** A joiner: the account, its first membership, and a one-time link with which the person sets a password of their own. */
export const addAccount: Act<typeof addInput> = {
  name: 'add-account', right: 'manage-accounts', input: addInput,
  async run(context, input) {
    const { tx, now } = context
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`account ${input.email}`}))`
    const accountId = randomUUID()
    const taken = await tx.account.count({ where: { email: input.email } })
    // Asked before the e-mail is told of: another borough's administrator learns nothing by trying names.
    const team = await tx.team.findUnique({ where: { id: input.teamId } })
    if (team === null) throw notFound()
    asAdministrator(context, team.boroughs)
    if (taken > 0) throw invalid('email', 'Somebody has an account with this e-mail already: find it in the list')
    await tx.account.createMany({ data: [{ id: accountId, email: input.email, name: input.name, passwordHash: await nobodysPassword(), createdAt: now }] })
    const made = await putMembership(context, accountId, input, [])
    const linkId = await makeLink(context, accountId)
    note(context, 'account-changed', `Account added: ${input.name}, ${made.says}`, { account: accountId, change: 'added', name: input.name, email: input.email, membership: made.id, link: linkId })
    return { goTo: `${accountPage(accountId)}?link=${linkId}`, says: `${input.name} has an account.`, ids: { accountId, membershipId: made.id, linkId } }
  },
}

const renameInput = z.object({ accountId: id, name: text(120, 'Enter the person’s name'), email })

export const renameAccount: Act<typeof renameInput> = {
  name: 'rename-account', right: 'manage-accounts', input: renameInput,
  async run(context, { accountId, name, email: address }) {
    const { tx, now } = context
    const before = await accountToChange(context, accountId)
    if (before.name === name && before.email === address) throw invalid('name', 'Nothing is different: change the name or the e-mail')
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`account ${address}`}))`
    if (address !== before.email && (await tx.account.count({ where: { email: address } })) > 0) throw invalid('email', 'Somebody has an account with this e-mail already')
    await tx.account.updateMany({ where: { id: accountId }, data: { name, email: address } })
    // Another address is another way in: whoever is signed in under the old one signs in again.
    if (address !== before.email) await tx.session.updateMany({ where: { accountId, revokedAt: null }, data: { revokedAt: now } })
    note(context, 'account-changed', `Account renamed: ${before.name}, now ${name}`, { account: accountId, change: 'renamed', before: { name: before.name, email: before.email }, after: { name, email: address } })
    return { goTo: accountPage(accountId), says: `The account is in the name of ${name}.`, ids: { accountId } }
  },
}

const reasonInput = z.object({ accountId: id, reason: text(500, 'Say why') })

/** Refuses what would leave London without an administrator, or be done by somebody who is none any more. */
async function keepAnAdministrator(context: ActContext, accountId: string): Promise<void> {
  await lockAdministrators(context.tx)
  if (!(await stillAdministers(context.tx, context.actor.accountId, context.now))) throw forbidden('You are no administrator any more.')
  if ((await administratorsBeside(context.tx, accountId, context.now)) > 0) return
  context.refuse([{
    rule: 'last-administrator', clause: 'last-administrator', says: 'This is the last administrator without an end date: nobody could change accounts any more.',
    wayForward: 'Make another person administrator of London first, without an end date.',
  }], { borough: 'london', subjects: [] })
}

const isAdministrator = (account: { memberships: readonly { role: string; endedAt: Date | null }[] }, now: Date): boolean =>
  account.memberships.some((membership) => membership.role === 'administrator' && (membership.endedAt === null || membership.endedAt > now))

/** A leaver, or an account that has to be shut at once: ended at the next request, wherever the person is signed in. */
export const disableAccount: Act<typeof reasonInput> = {
  name: 'disable-account', right: 'manage-accounts', input: reasonInput,
  async run(context, { accountId, reason }) {
    const { tx, now } = context
    const account = await accountToChange(context, accountId)
    if (isAdministrator(account, now)) await keepAnAdministrator(context, accountId)
    const { count } = await tx.account.updateMany({ where: { id: accountId, disabledAt: null }, data: { disabledAt: now } })
    if (count === 0) throw conflict('This account is closed already.')
    const { count: sessions } = await tx.session.updateMany({ where: { accountId, revokedAt: null }, data: { revokedAt: now } })
    await tx.passwordLink.updateMany({ where: { accountId, usedAt: null, revokedAt: null }, data: { revokedAt: now } })
    const left = await handOnWork(context, accountId, account.name)
    note(context, 'account-changed', `Account closed: ${account.name}`, { account: accountId, change: 'disabled', reason, sessions_ended: sessions, handed_on: left })
    return { goTo: accountPage(accountId), says: `The account of ${account.name} is closed, and every session of it has ended. ${handedOnWords(left)}`, ids: { accountId } }
  },
}

/** Opened again with a new link: the old password opens nothing. */
export const enableAccount: Act<typeof reasonInput> = {
  name: 'enable-account', right: 'manage-accounts', input: reasonInput,
  async run(context, { accountId, reason }) {
    const account = await accountToChange(context, accountId)
    const { count } = await context.tx.account.updateMany({ where: { id: accountId, disabledAt: { not: null } }, data: { disabledAt: null } })
    if (count === 0) throw conflict('This account is open already.')
    const linkId = await makeLink(context, accountId)
    note(context, 'account-changed', `Account opened again: ${account.name}`, { account: accountId, change: 'enabled', reason, link: linkId })
    return { goTo: `${accountPage(accountId)}?link=${linkId}`, says: `The account of ${account.name} is open again.`, ids: { accountId, linkId } }
  },
}

/** A one-time link to set a password. The old password, earlier links and every session end now. */
export const resetPassword: Act<typeof reasonInput> = {
  name: 'reset-password', right: 'manage-accounts', input: reasonInput,
  async run(context, { accountId, reason }) {
    const account = await accountToChange(context, accountId)
    if (account.disabledAt !== null) throw conflict('This account is closed: open it first.')
    const linkId = await makeLink(context, accountId)
    note(context, 'account-changed', `Password reset: ${account.name}`, { account: accountId, change: 'password-reset', reason, link: linkId })
    return { goTo: `${accountPage(accountId)}?link=${linkId}`, says: `The old password of ${account.name} opens nothing any more.`, ids: { accountId, linkId } }
  },
}

const addMembershipInput = z.object({ accountId: id, ...membershipInput })

export const addMembership: Act<typeof addMembershipInput> = {
  name: 'add-membership', right: 'manage-accounts', input: addMembershipInput,
  async run(context, input) {
    const account = await accountToChange(context, input.accountId)
    const made = await putMembership(context, input.accountId, input, account.memberships)
    note(context, 'account-changed', `Role given to ${account.name}: ${made.says}`, {
      account: input.accountId, change: 'membership-added', membership: made.id, role: input.role, rank: input.rank, team: input.teamId,
    })
    return { goTo: accountPage(input.accountId), says: `${account.name}: ${made.says}.`, ids: { accountId: input.accountId, membershipId: made.id } }
  },
}

const endInput = z.object({ membershipId: id, until: day, reason: text(500, 'Say why') })

/** Ends a role, at once or from a day to come. */
export const endMembership: Act<typeof endInput> = {
  name: 'end-membership', right: 'manage-accounts', input: endInput,
  async run(context, { membershipId, until, reason }) {
    const { tx, now } = context
    const membership = await tx.membership.findUnique({ where: { id: membershipId }, select: { accountId: true, role: true, since: true, endedAt: true, team: { select: { name: true, boroughs: true } } } })
    if (membership === null) throw notFound()
    const account = await accountToChange(context, membership.accountId)
    asAdministrator(context, membership.team.boroughs)
    const ends = until === null || until <= now ? now : until
    if (membership.role === 'administrator') await keepAnAdministrator(context, membership.accountId)
    // A role that was to begin later and is taken back before never begins.
    const { count } = await tx.membership.updateMany({ where: { id: membershipId, OR: [{ endedAt: null }, { endedAt: { gt: now } }] }, data: { endedAt: ends } })
    if (count === 0) throw conflict('This role has ended already.')
    const says = `${roleWords(membership.role)}, ${membership.team.name}${ends > now ? `, ends ${instantWords(ends)}` : ', ended'}`
    // Ended at once: what this person had in hand where they work no more goes on now. Ended on a day to come, the timed work sees to it on that day.
    const stays = account.memberships.some((other) => other.id !== membershipId && (other.endedAt === null || other.endedAt > now))
    const left = ends <= now ? await handOnWork(context, membership.accountId, account.name) : null
    note(context, 'account-changed', `Role of ${account.name}: ${says}`, { account: membership.accountId, change: 'membership-ended', membership: membershipId, ends: ends.toISOString(), reason, ...(left === null ? {} : { handed_on: left }) })
    return { goTo: accountPage(membership.accountId), says: `${account.name}: ${says}.${left === null || (stays && left.referrals + left.duties === 0) ? '' : ` ${handedOnWords(left)}`}`, ids: { accountId: membership.accountId, membershipId } }
  },
}
