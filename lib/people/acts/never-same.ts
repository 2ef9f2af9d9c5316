import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { id, text } from '@/lib/referrals/input'
import { standingOf } from '../standing'
import { personToChange } from '../worked-person'

const pair = { personId: id, otherId: z.uuid({ error: 'Choose who is never the same person' }) }
const two = (input: { personId: string; otherId: string }): boolean => input.personId !== input.otherId
const TWO = { error: 'Choose somebody else', path: ['otherId'] }

export const neverSameInput = z.object({ ...pair, reason: text(500, 'Say what shows that they are two people') }).refine(two, TWO)
export const sameAfterAllInput = z.object({ ...pair, reason: text(500, 'Say why they may be the same person after all') }).refine(two, TWO)

/** "These two are never the same person": remembered, so that nobody is asked again and nobody joins them by mistake. */
export const neverSame: Act<typeof neverSameInput> = {
  name: 'never-the-same',
  right: 'join-identities',
  input: neverSameInput,
  async run(context, { personId, otherId, reason }) {
    const { tx, actor, now } = context
    const { ledger } = await personToChange(context, 'join-identities', personId)
    const other = await standingOf(tx, actor, otherId, now)
    if (other === null) throw invalid('otherId', 'Choose somebody who is on record')
    if (other.card.masked) throw invalid('otherId', 'This person is restricted: open the record first')
    await tx.$executeRaw`SELECT lock_people(${[personId, otherId].sort()}::uuid[])`
    const joined = await tx.personJoin.count({ where: { partedAt: null, OR: [{ goneId: personId, keptId: otherId }, { goneId: otherId, keptId: personId }] } })
    if (joined > 0) throw conflict('These two are joined: part them first.')
    const [said] = await tx.$queryRaw<{ done: boolean }[]>`SELECT say_not_same(${randomUUID()}::uuid, ${personId}::uuid, ${otherId}::uuid, ${reason}, ${now}::timestamptz) AS done`
    if (said?.done !== true) throw conflict('This was said already.')
    context.record({ ledger, kind: 'not-the-same', heading: 'Said never to be the same person as another who is alike', occurredAt: now, subjects: [personId], body: { other_id: otherId, same: false, reason } })
    return { goTo: `/people/${personId}/same`, says: 'Remembered: these two are not suggested to anybody again.', ids: { personId } }
  },
}

/** Takes back that two are never the same: they may be suggested again, and joined. */
export const sameAfterAll: Act<typeof sameAfterAllInput> = {
  name: 'same-after-all',
  right: 'join-identities',
  input: sameAfterAllInput,
  async run(context, { personId, otherId, reason }) {
    const { tx, now } = context
    const { ledger } = await personToChange(context, 'join-identities', personId)
    const [taken] = await tx.$queryRaw<{ done: boolean }[]>`SELECT take_back_not_same(${personId}::uuid, ${otherId}::uuid, ${reason}, ${now}::timestamptz) AS done`
    if (taken?.done !== true) throw conflict('It is not on record that these two are never the same.')
    context.record({ ledger, kind: 'not-the-same', heading: 'May be the same person as another after all', occurredAt: now, subjects: [personId], body: { other_id: otherId, same: true, reason } })
    return { goTo: `/people/${personId}/same`, says: 'Taken back.', ids: { personId } }
  },
}
