import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act } from '@/lib/acts/act'
import { conflict } from '@/lib/acts/outcome'
import { REVIEW_AFTER_DAYS, reviewDay } from '@/lib/exploitation/flag'
import { addDays, londonDate } from '@/lib/policy/calendar/london'
import { flagWords } from '@/lib/wording/concerns'
import { addFlagInput } from '../input'
import { personToChange } from '../worked-person'

/** Puts a flag on a person, with what it rests on. Rules read it from the entry on; taking one off goes through its own gate. */
export const addFlag: Act<typeof addFlagInput> = {
  name: 'add-flag',
  right: 'add-flag',
  input: addFlagInput,
  async run(context, input) {
    const { tx, actor, now } = context
    const { ledger } = await personToChange(context, 'add-flag', input.personId)
    // Two people adding the same flag at once: the second waits here, then finds it there.
    await tx.$executeRaw`SELECT lock_people(ARRAY[${input.personId}]::uuid[])`
    const there = await tx.flag.findFirst({ where: { personId: input.personId, code: input.flag, removedAt: null }, select: { addedBy: true } })
    if (there !== null) {
      const by = await tx.account.findUnique({ where: { id: there.addedBy }, select: { name: true } })
      throw conflict(`${by?.name ?? 'Somebody'} has put this flag on already.`)
    }
    // Somebody answers for every flag, and looks at it again: whoever adds it where nobody else is named, after a quarter where no day is.
    const [owner, reviewOn] = [input.ownerName ?? actor.name, input.reviewOn === null ? addDays(londonDate(now), REVIEW_AFTER_DAYS) : reviewDay(input.reviewOn, now)]
    await tx.flag.createMany({ data: [{
      id: randomUUID(), personId: input.personId, code: input.flag, reason: input.reason, addedAt: now, addedBy: actor.accountId, ownerName: owner,
      ownerAccount: input.ownerName === null ? actor.accountId : null, reviewOn: new Date(`${reviewOn}T00:00:00Z`),
    }] })
    context.record({
      ledger, kind: 'flag-changed', heading: `Flag added: ${flagWords(input.flag)}`, occurredAt: now, subjects: [input.personId],
      body: { flag: input.flag, change: 'added', reason: input.reason, owner, review_on: reviewOn },
    })
    return { goTo: `/people/${input.personId}`, says: `${flagWords(input.flag)} is on the record.`, ids: { personId: input.personId } }
  },
}
