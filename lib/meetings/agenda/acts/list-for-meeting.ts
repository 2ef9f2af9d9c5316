import 'server-only'
import { z } from 'zod'
import { AGENCIES } from '@/lib/access/roles'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { packFor } from '@/lib/deadlines/pack-for'
import { personToChange } from '@/lib/people/worked-person'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { id, optionalText, text } from '@/lib/referrals/input'
import { instantWords } from '@/lib/wording/london-words'
import { inReach } from '@/lib/access/visibility'
import { mase } from '../../kinds/mase'
import { agendaKind, type AgendaKind } from '../../kinds'
import { addItem, agenciesOf } from '../add-item'
import { nextMeeting } from '../ensure-month'
import { meetingToChange } from '../find'
import { strategyBehind } from '../strategy-behind'

const noId = id.nullish().transform((value) => value ?? null)

export const listInput = z.object({
  /** The meeting; without one, the borough’s next MASE. */
  callId: noId,
  borough: z.string().nullish().transform((value) => value || null),
  kind: z.enum(['victim', 'offender', 'location', 'theme'], { error: 'Say what it is about' }),
  personId: noId,
  placeId: noId,
  title: optionalText(200),
  why: text(2000, 'Say why the meeting should take it up'),
  /** A child without a strategy discussion: why it is listed all the same. */
  override: optionalText(1000),
  /** The agencies that see it; empty: all that the meeting asks for. */
  sharedWith: z.array(z.enum(AGENCIES)).nullish().transform((value) => value ?? []),
}).superRefine((input, context) => {
  const problem = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message })
  if ((input.kind === 'victim' || input.kind === 'offender') && input.personId === null) problem('personId', input.kind === 'victim' ? 'Choose the child' : 'Choose the person who poses the risk')
  if (input.kind === 'location' && input.placeId === null && input.title === null) problem('title', 'Choose the place, or name it')
  if (input.kind === 'theme' && input.title === null) problem('title', 'Name the theme')
})

/**
 * Puts a child, a person who poses a risk, a place or a theme on the agenda of the next MASE, or of a named meeting. A child stands on it with a
 * strategy discussion behind the listing, or with the reason why not, and then one is owed at once (mase-gate).
 */
export const listForMeeting: Act<typeof listInput> = {
  name: 'list-for-meeting',
  right: 'list-for-meeting',
  input: listInput,
  async run(context, input) {
    const { tx, now, actor } = context
    const known = input.personId === null ? null : await personToChange(context, 'list-for-meeting', input.personId)
    const { call, kind } = await meetingOf()
    if (!kind.agenda.items.includes(input.kind)) throw invalid('kind', `A ${kind.title} is about a child: list this for the MASE`)
    if (input.placeId !== null && await tx.place.count({ where: { id: input.placeId } }) === 0) throw notFound()
    const behind = input.kind !== 'victim' || input.personId === null ? null : (await strategyBehind(tx, [input.personId], now)).get(input.personId) ?? null
    if (input.kind === 'victim' && input.personId !== null && behind === null && input.override === null) {
      context.refuse([{
        rule: 'listing-without-strategy', clause: 'mase-gate', field: 'override', says: 'No strategy discussion has been held about this child.',
        wayForward: 'Hold one first. Or say why the child is listed all the same: a strategy discussion is then owed at once.',
      }], { borough: call.borough, subjects: [input.personId] })
    }
    const shared = input.sharedWith.length > 0 ? input.sharedWith : agenciesOf(kind.agenda.members.of(await packFor(tx, call.borough, now)))
    const itemId = await addItem(context, kind, call, {
      kind: input.kind, personId: input.kind === 'victim' || input.kind === 'offender' ? input.personId : null, placeId: input.kind === 'location' ? input.placeId : null,
      title: input.kind === 'theme' || (input.kind === 'location' && input.placeId === null) ? input.title : null, why: input.why, source: 'listed',
      strategyReference: behind?.reference ?? null, overrideReason: behind === null && input.kind === 'victim' ? input.override : null, sharedWith: shared,
    })
    if (itemId === null) throw conflict(`That is on the agenda of ${instantWords(call.meetsAt)} already.`)
    return { goTo: `${kind.path}/${call.id}`, says: `Listed for the ${kind.title} of ${instantWords(call.meetsAt)}.`, ids: { itemId, callId: call.id } }

    async function meetingOf() {
      if (input.callId !== null) return meetingToChange(context, input.callId, 'list', 'before-end')
      const borough = input.borough ?? known?.borough ?? null
      if (borough === null || !BOROUGH_CODES.includes(borough)) throw invalid('borough', 'Choose the borough whose MASE takes it up')
      context.as(borough)
      const next: AgendaKind | null = agendaKind(mase.id)
      if (next === null) throw notFound()
      const call = await tx.meetingCall.findFirst({ where: { id: await nextMeeting(tx, next, { borough, by: actor.accountId, now }), ...inReach(actor, 'record') } })
      if (call === null) throw notFound()
      return { call, kind: next }
    }
  },
}
