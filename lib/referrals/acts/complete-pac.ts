import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { conflict, notFound, Stopped, type Problem } from '@/lib/acts/outcome'
import { CONCERNS } from '@/lib/policy/concerns'
import { isPacPart, type PacPart } from '@/lib/policy/rules/merlin/parts'
import { pacPartWords } from '@/lib/wording/checklist'
import { referralPage, workOn } from '../find-referral'
import { id, optionalText } from '../input'
import { putNowKnown, readBorn } from '../now-known'

const input = z.object({
  referralId: id,
  /** By part: what the police gave since. */
  given: z.record(z.string().max(40), optionalText(2000)),
  /** Parts that cannot be had, and why. */
  cannot: z.array(z.string().max(40)).max(20).nullish().transform((value) => value ?? []),
  why: optionalText(1000),
})

const RATINGS: readonly string[] = ['red', 'amber', 'green', 'blue']

/**
 * Makes a police checklist complete: every part that it lacked is given, or it is said why it cannot be had. That meets what the
 * police owed; a rating given now counts from the receipt, a concern given now starts its clocks.
 */
export const completePac: Act<typeof input> = {
  name: 'complete-pac',
  right: 'add-facts',
  input,
  async run(context, { referralId, given, cannot, why }) {
    const { referral, record } = await workOn(context, referralId)
    const pac = await context.tx.referralWay.findFirst({ where: { referralId, way: 'pac' }, select: { lacks: true, completedAt: true } })
    if (pac === null) throw notFound()
    if (pac.completedAt !== null || pac.lacks.length === 0) throw conflict('This checklist is complete already')
    const lacks = pac.lacks.filter(isPacPart)
    const born = readBorn(lacks.includes('born') ? given['born'] ?? null : null, context.now)
    const problems = [...problemsOf(lacks, given, cannot, why), ...('problem' in born ? [born.problem] : [])]
    if (problems.length > 0) throw new Stopped({ ok: false, kind: 'invalid', problems })
    const { count } = await context.tx.referralWay.updateMany({ where: { referralId, way: 'pac', completedAt: null }, data: { lacks: [], completedAt: context.now } })
    if (count === 0) throw conflict('Somebody else has just made this checklist complete')
    const told = Object.fromEntries(lacks.flatMap((part) => (given[part] ? [[part, given[part]]] : [])))
    const [rating, concern] = [told['rating'] ?? referral.rag, told['concern'] ?? null]
    await context.tx.referral.updateMany({ where: { id: referralId, rag: null }, data: { rag: rating } })
    if (concern !== null) await context.tx.referral.updateMany({ where: { id: referralId, concern: null }, data: { concern } })
    record({
      kind: 'pac-submitted', heading: 'Police checklist (Merlin PAC) made complete',
      body: {
        from: 'police', complete: true, given: told, received_at: referral.receivedAt.toISOString(), ...(rating === null ? {} : { rag: rating }), ...(concern === null ? {} : { concern }),
        ...(cannot.length === 0 ? {} : { cannot_be_had: lacks.filter((part) => cannot.includes(part)), reason: why }),
      },
    })
    const put = await putNowKnown(context, referral, { name: told['name'] ?? null, born: 'born' in born ? born.born : null, address: told['address'] ?? null })
    return { goTo: referralPage(referralId), says: `The checklist is complete.${put ? ' What is known now stands on the child’s record.' : ''}`, ids: { referralId } }
  },
}

function problemsOf(lacks: readonly PacPart[], given: Readonly<Record<string, string | null>>, cannot: readonly string[], why: string | null): Problem[] {
  const problems = lacks.flatMap((part): Problem[] => {
    const words = given[part] ?? null
    if (words === null) return cannot.includes(part) ? [] : [{ field: `given.${part}`, message: `${pacPartWords(part)}: enter it, or tick that it cannot be had` }]
    if (part === 'rating' && !RATINGS.includes(words)) return [{ field: `given.${part}`, message: 'Choose red, amber, green or blue' }]
    if (part === 'concern' && !(CONCERNS as readonly string[]).includes(words)) return [{ field: `given.${part}`, message: 'Choose the main concern' }]
    return []
  })
  const without = lacks.some((part) => cannot.includes(part) && (given[part] ?? null) === null)
  return without && why === null ? [...problems, { field: 'why', message: 'Say why it cannot be had' }] : problems
}
