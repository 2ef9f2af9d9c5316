import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { AGENCIES } from '@/lib/access/roles'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { packFor } from '@/lib/deadlines/pack-for'
import { newReference } from '@/lib/people/reference'
import { personToChange } from '@/lib/people/worked-person'
import { id, instant, optionalText, text } from '@/lib/referrals/input'
import { instantWords } from '@/lib/wording/london-words'
import { map } from '../../kinds/map'
import { agendaKind } from '../../kinds'
import { addItem, agenciesOf } from '../add-item'
import { strategyBehind } from '../strategy-behind'

const input = z.object({
  personId: id,
  meetsAt: instant('Enter when it takes place'),
  mode: z.enum(['meeting', 'telephone'], { error: 'Say whether it is at a meeting, or by telephone or video' }),
  place: text(500, 'Say where, or how to join'),
  leadAgency: z.enum(AGENCIES, { error: 'Choose the agency that leads' }),
  why: text(2000, 'Say what the meeting is to settle'),
  override: optionalText(1000),
})

const YEAR_MS = 366 * 24 * 3_600_000

/** Convenes the MAP of one child: by the lead agency, after a strategy discussion, or with the reason why not, and then one is owed at once (map-purpose, mase-gate). */
export const callMap: Act<typeof input> = {
  name: 'call-map',
  right: 'convene-map',
  input,
  async run(context, said) {
    const { tx, now, actor } = context
    const kind = agendaKind(map.id)
    if (kind === null) throw notFound()
    const { borough } = await personToChange(context, 'convene-map', said.personId)
    if (said.meetsAt.getTime() <= now.getTime()) throw invalid('meetsAt', 'This has passed: enter a time to come')
    if (said.meetsAt.getTime() > now.getTime() + YEAR_MS) throw invalid('meetsAt', 'Enter a date within a year')
    await tx.$executeRaw`SELECT lock_people(ARRAY[${said.personId}]::uuid[])`
    const there = await tx.meetingCall.findFirst({ where: { kind: kind.id, borough, meetingId: null, calledOffAt: null, children: { some: { personId: said.personId } } }, select: { meetsAt: true } })
    if (there !== null) throw conflict(`A MAP of this child is called for ${instantWords(there.meetsAt)} already.`)
    const behind = (await strategyBehind(tx, [said.personId], now)).get(said.personId) ?? null
    if (behind === null && said.override === null) {
      context.refuse([{
        rule: 'listing-without-strategy', clause: 'map-purpose', field: 'override', says: 'No strategy discussion has been held about this child.',
        wayForward: 'Hold one first. Or say why the MAP comes before it: a strategy discussion is then owed at once.',
      }], { borough, subjects: [said.personId] })
    }
    const [callId, reference] = [randomUUID(), newReference('M')]
    await tx.meetingCall.createMany({ data: [{
      id: callId, kind: kind.id, reference, borough, mode: said.mode, meetsAt: said.meetsAt, place: said.place, namesShared: true, leadAgency: said.leadAgency, calledAt: now, calledBy: actor.accountId,
    }] })
    await addItem(context, kind, { id: callId, borough, month: null }, {
      kind: 'victim', personId: said.personId, placeId: null, title: null, why: said.why, source: 'listed', strategyReference: behind?.reference ?? null,
      overrideReason: behind === null ? said.override : null, sharedWith: agenciesOf(kind.agenda.members.of(await packFor(tx, borough, now))),
    })
    return { goTo: `${kind.path}/${callId}`, says: `The MAP is called for ${instantWords(said.meetsAt)}. Ask who takes part.`, ids: { callId } }
  },
}
