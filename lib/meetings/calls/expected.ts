import 'server-only'
import { callWords } from '@/lib/access/words'
import type { Tx } from '@/lib/platform/db'
import { strategyDiscussion } from '../kinds/strategy-discussion'
import type { ExpectedParticipant } from '@/lib/strategy/view'
import { participantWords } from '@/lib/wording/agencies'

/** Who takes part, with those of a called discussion in their places: who said that they come, or who comes instead, and what they bring. */
export async function expectedFromCall(tx: Tx, callId: string, expected: readonly ExpectedParticipant[]): Promise<ExpectedParticipant[]> {
  const call = await tx.meetingCall.findFirst({
    where: { id: callId, kind: strategyDiscussion.id, meetingId: null, calledOffAt: null },
    include: { invitations: { orderBy: [{ part: 'asc' }, { id: 'asc' }], include: { answers: { orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { id: true, coming: true, insteadName: true } } } } },
  })
  if (call === null) return [...expected]
  const words = await callWords(tx, callId)
  const asked = call.invitations.map((one) => {
    const answer = one.answers.at(-1)
    const came = answer?.coming === true || (answer?.insteadName ?? null) !== null
    return {
      part: one.part, agency: one.agency, took: came, name: answer?.coming === false ? answer.insteadName ?? '' : one.name,
      brought: one.answers.flatMap((each) => words.get(each.id) ?? []).at(-1) ?? '',
    }
  })
  const left = [...asked]
  const filled = expected.map((one): ExpectedParticipant => {
    const at = left.findIndex((each) => each.part === one.part && (one.part !== 'referrer' || each.agency === one.agency))
    const [found] = at === -1 ? [] : left.splice(at, 1)
    return found === undefined ? one : { ...one, took: found.took, name: found.name, brought: found.brought }
  })
  return [...filled, ...left.map((each): ExpectedParticipant => ({ part: each.part, agency: each.agency, title: participantWords(each.part), why: 'asked to this discussion', required: false, took: each.took, name: each.name, brought: each.brought }))]
}
