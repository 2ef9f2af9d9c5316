import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import type { ActName } from '@/lib/access/permissions'
import type { NewEntry } from '@/lib/chronology/new-entry'
import { disclose } from '@/lib/enquiry/disclose'
import { referralPage, workOn, type FoundReferral } from '../find-referral'
import { id, optionalText } from '../input'

const input = z.object({ referralId: id, note: optionalText(2000) })
type Referral = FoundReferral['referral']

interface Word {
  readonly name: string
  readonly right: ActName
  readonly kind: NewEntry['kind']
  readonly heading: string
  readonly says: string
  /** Told once: the column that keeps when, and what whoever comes second is told. */
  readonly once?: { readonly column: 'acknowledgedAt' | 'outcomeToldAt'; readonly already: string }
  /** What the referrer learns by it of what is known: a line of the ledger of sharing. */
  readonly shares?: string
  /** What the entry says beside the note. Throws where it cannot be told yet. */
  readonly body?: (referral: Referral) => Readonly<Record<string, unknown>>
}

/** Word that goes to the referrer or comes from them, put on record with a note. */
const word = ({ name, right, kind, heading, says, once, shares, body }: Word): Act<typeof input> => ({
  name, right, input,
  async run(context, { referralId, note }) {
    const { referral, membership, record } = await workOn(context, referralId)
    const about = body?.(referral) ?? {}
    if (once !== undefined) {
      const { count } = await context.tx.referral.updateMany({ where: { id: referralId, [once.column]: null }, data: { [once.column]: context.now } })
      if (count === 0) throw conflict(once.already)
    }
    const entryId = record({ kind, heading, body: { ...about, note } })
    // The sender's own copy: the words meant for them and no others, because the chronology is not theirs to read.
    if (once?.column === 'outcomeToldAt' && note !== null) {
      await context.tx.senderWord.createMany({ data: [{ id: randomUUID(), referralId, kind: 'told', words: note, saidBy: context.actor.accountId, saidAt: context.now }] })
    }
    if (shares !== undefined) {
      await disclose(context, [{
        referralId, borough: referral.borough, fromAgency: membership.agency, toAgency: referral.fromAgency, shared: true, what: shares, basis: 'public-task', why: null, entryId,
      }])
    }
    return { goTo: referralPage(referralId), says, ids: { referralId } }
  },
})

/** ref-ack: the referrer hears that the referral has arrived. */
export const acknowledgeReferrer = word({
  name: 'acknowledge-referrer', right: 'acknowledge-referrer', kind: 'referral-acknowledged', heading: 'Receipt acknowledged to the referrer', says: 'Acknowledged to the referrer.',
  once: { column: 'acknowledgedAt', already: 'The referrer has been told already that it arrived' },
})

/** ref-outcome-feedback: the referrer is told the outcome and the reasons. */
export const tellReferrer = word({
  name: 'tell-referrer', right: 'tell-referrer', kind: 'referrer-told', heading: 'Outcome told to the referrer', says: 'The referrer is told.',
  once: { column: 'outcomeToldAt', already: 'The referrer has been told already' }, shares: 'The outcome of the referral and its reasons',
  body({ decidedAt, outcome }) {
    if (decidedAt === null) throw invalid('note', 'There is no outcome to tell yet: decide the referral first')
    return { outcome }
  },
})

/** ref-written-followup: a telephone referral has been confirmed in writing. */
export const confirmInWriting = word({
  name: 'confirm-in-writing', right: 'acknowledge-referrer', kind: 'record-updated', heading: 'Written confirmation received from the referrer', says: 'The written confirmation is on record.',
  body: () => ({ about: 'written-confirmation' }),
})
