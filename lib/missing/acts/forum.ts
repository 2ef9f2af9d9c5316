import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act } from '@/lib/acts/act'
import { conflict, notFound } from '@/lib/acts/outcome'
import { personToChange } from '@/lib/people/worked-person'
import { FORUM_WORDS } from '@/lib/wording/return'
import { say } from '@/lib/wording/say'
import { known } from '../episode'
import { groundsOf } from '../patterns/grounds'
import { forumInput } from '../return-input'

/** mis-coordinator (R216): a child on the daily list is referred to a multi-agency forum, or set aside with a reason. A later time away lists the child again. */
export const settleForum: Act<typeof forumInput> = {
  name: 'settle-forum',
  right: 'refer-to-forum',
  input: forumInput,
  async run(context, input) {
    const { tx, now, actor } = context
    const { ledger } = await personToChange(context, 'refer-to-forum', input.personId)
    // Two co-ordinators with one list open: the second is told.
    await tx.$executeRaw`SELECT lock_people(ARRAY[${input.personId}]::uuid[])`
    const last = await tx.episode.findFirst({ where: { personId: input.personId }, orderBy: { reportedAt: 'desc' }, select: { id: true } })
    if (last === null) throw notFound()
    if (last.id !== input.episodeId) throw conflict('The child has been away again since: open the list again.')
    const made = await tx.forumDecision.findFirst({ where: { episodeId: last.id, personId: input.personId }, select: { by: true } })
    if (made !== null) {
      const by = await tx.account.findUnique({ where: { id: made.by }, select: { name: true } })
      throw conflict(`${by?.name ?? 'Somebody'} has settled this already.`)
    }
    const grounds = await groundsOf(tx, input.personId, now)
    const entryId = context.record({
      ledger, kind: 'forum-settled', heading: input.decision === 'referred' ? `Referred from the daily list of missing children: ${say(FORUM_WORDS, input.forum)}` : 'Daily list of missing children: set aside', occurredAt: now, subjects: [input.personId],
      body: known({ decision: input.decision, forum: input.forum, reason: input.reason, grounds, episode_id: last.id }),
    })
    await tx.forumDecision.createMany({ data: [{ id: randomUUID(), personId: input.personId, borough: ledger, decision: input.decision, grounds, forum: input.forum, reason: input.reason, episodeId: last.id, at: now, by: actor.accountId, entryId }] })
    return { goTo: '/missing/patterns?list=today', says: input.decision === 'referred' ? 'Referred.' : 'Set aside, with your reason.', ids: { personId: input.personId } }
  },
}
