import 'server-only'
import type { ActContext } from '@/lib/acts/act'
import { referenceOf } from '@/lib/people/reference'
import { writeMails } from '@/lib/platform/mail/outbox'

/** More people of one team than this are told by nobody: a question is for its contacts. */
const MOST = 50

/** Tells those who may answer for a team that a question waits, or still waits: a reference and a link, and nobody's name. */
export async function mailTeam(context: ActContext, kind: 'question' | 'question-chased', request: { id: string; borough: string; teamId: string | null }): Promise<void> {
  if (request.teamId === null) return
  const members = await context.tx.membership.findMany({
    where: { teamId: request.teamId, since: { lte: context.now }, OR: [{ endedAt: null }, { endedAt: { gt: context.now } }] }, select: { accountId: true }, orderBy: { accountId: 'asc' }, take: MOST,
  })
  await writeMails(context.tx, {
    kind, borough: request.borough, aboutId: request.id, reference: referenceOf('Q', request.id), path: `/asked/${request.id}`, toAccounts: members.map((member) => member.accountId),
  }, context.actor.accountId, context.now)
}

/** Tells who asked that an answer is there; whoever took it down knows. */
export async function mailAsker(context: ActContext, request: { id: string; referralId: string; borough: string; askedBy: string }): Promise<void> {
  if (request.askedBy === context.actor.accountId) return
  await writeMails(context.tx, {
    kind: 'question-answered', borough: request.borough, aboutId: request.id, reference: referenceOf('Q', request.id), path: `/referrals/${request.referralId}`, toAccounts: [request.askedBy],
  }, context.actor.accountId, context.now)
}
