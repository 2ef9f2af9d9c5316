import 'server-only'
import { randomUUID } from 'node:crypto'
import type { ActContext } from '@/lib/acts/act'
import { addressParts } from '@/lib/people/address-parts'
import { bornProblem } from '@/lib/people/born'
import { changesBetween, identityOf, type Identity } from '@/lib/people/identity'
import { ledgerOf } from '@/lib/people/standing'
import { londonDate, type PlainDate } from '@/lib/policy/calendar/london'
import type { Problem } from '@/lib/acts/outcome'
import { boroughWords } from '@/lib/wording/boroughs'
import { readTypedDate } from '@/lib/wording/london-input'

/** What a checklist that was made complete says of its one child. */
export interface NowKnown {
  readonly name: string | null
  readonly born: { readonly bornOn: PlainDate } | { readonly age: number } | null
  readonly address: string | null
}

/** '27/3/2008', '27 March 2008', '8', 'about 8 years': a day or an age; a problem for anything else. */
export function readBorn(typed: string | null, now: Date): { born: NowKnown['born'] } | { problem: Problem } {
  if (typed === null) return { born: null }
  const field = 'given.born'
  const age = /^(?:about |aged? )*(\d{1,2})(?: ?years?(?: old)?)?$/i.exec(typed.trim())
  if (age !== null) return { born: { age: Number(age[1]) } }
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[\s./-]+([A-Za-z]+|\d{1,2})[\s./-]+(\d+)$/.exec(typed.trim()) ?? []
  const read = readTypedDate({ day, month, year }, 'The date of birth')
  if (day === '' || !read.ok) return { problem: { field, message: day === '' || read.ok ? 'Enter a date like 27/3/2008, or an age' : read.message } }
  const wrong = bornProblem(read.value, now)
  return wrong === null ? { born: { bornOn: read.value } } : { problem: { field, message: wrong } }
}

/**
 * Puts what is known now on the child's own record, each where nothing stood: what somebody else put there is not overwritten by a
 * checklist. What stood before is in the entry. Only where the referral is of one child: nobody guesses which of two was meant.
 */
export async function putNowKnown(context: ActContext, referral: { readonly id: string; readonly borough: string }, known: NowKnown): Promise<boolean> {
  const { tx, now } = context
  const children = await tx.referralPerson.findMany({ where: { referralId: referral.id, role: 'child' }, select: { personId: true } })
  const [child] = children
  // A restricted child's row is not there: its record is put right by whoever may open it.
  const row = child === undefined || children.length > 1 ? null : await tx.person.findUnique({ where: { id: child.personId } })
  if (row === null) return false
  const ledger = await ledgerOf(tx, row.id)
  const before = identityOf(row)
  const names = known.name === null || before.givenName !== null || before.familyName !== null ? [] : known.name.trim().split(/\s+/)
  const unborn = before.bornOn !== null || row.unborn ? null : known.born
  const after: Identity = {
    ...before, givenName: names.length > 1 ? names.slice(0, -1).join(' ') : names[0] ?? before.givenName, familyName: names.length > 1 ? names.at(-1) ?? null : before.familyName,
    bornOn: unborn !== null && 'bornOn' in unborn ? unborn.bornOn : before.bornOn,
    ageStated: unborn === null || before.ageStated !== null && 'age' in unborn ? before.ageStated : 'age' in unborn ? unborn.age : null,
  }
  const changes = changesBetween(before, after)
  if (changes.length > 0) {
    await tx.person.updateMany({ where: { id: row.id }, data: {
      givenName: after.givenName, familyName: after.familyName, bornOn: after.bornOn === null ? null : new Date(`${after.bornOn}T00:00:00Z`),
      ageStated: after.ageStated, ageStatedOn: after.ageStated === null ? null : after.ageStated === before.ageStated ? row.ageStatedOn : new Date(`${londonDate(now)}T00:00:00Z`),
    } })
    context.record({
      ledger, kind: 'identity-corrected', heading: `Identity corrected: ${changes.map((change) => change.words).join(', ')}`, occurredAt: now, subjects: [row.id], referralId: referral.id,
      body: { changes: changes.map(({ field, before: was, after: is }) => ({ field, before: was, after: is })), reason: 'The police checklist was made complete' },
    })
  }
  return await putAddress(context, row.id, row.homeBorough ?? referral.borough, ledger, known.address) || changes.length > 0
}

async function putAddress(context: ActContext, personId: string, borough: string, ledger: string, address: string | null): Promise<boolean> {
  const { tx, now } = context
  if (address === null || (await tx.personAddress.count({ where: { personId, until: null } })) > 0) return false
  const { line, postcode } = addressParts(address, null)
  await tx.personAddress.createMany({ data: [{ id: randomUUID(), personId, line, postcode, borough, since: now, createdAt: now }] })
  context.household(personId)
  context.record({
    ledger, kind: 'record-updated', heading: `Address put on record, in ${boroughWords(borough)}`, occurredAt: now, subjects: [personId],
    body: { about: 'address', line, postcode, borough, reason: 'The police checklist was made complete' },
  })
  return true
}
