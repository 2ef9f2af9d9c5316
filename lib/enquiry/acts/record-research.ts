import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act } from '@/lib/acts/act'
import { invalid } from '@/lib/acts/outcome'
import { referralPage, workOn } from '@/lib/referrals/find-referral'
import { SYSTEM_WORDS } from '@/lib/wording/enquiry'
import { counted, joined } from '@/lib/wording/lists'
import { settleConsent } from '../consent'
import { researchInput } from '../input'

/**
 * Which systems were searched, for whom, and what was found there. The last of them says so: then all systems are checked, which is what
 * the task asks for (HMIC 2016 L1944–1975).
 */
export const recordResearch: Act<typeof researchInput> = {
  name: 'record-research',
  right: 'research',
  input: researchInput,
  async run(context, { referralId, personId, systems, held, found: words, all, ...consent }) {
    const found = await workOn(context, referralId)
    const { referral } = found
    if (personId !== null && await context.tx.referralPerson.count({ where: { referralId, personId } }) === 0) throw invalid('personId', 'Choose from the list')
    await settleConsent(context, found, consent)
    const names = [...new Set(systems)]
    await context.tx.researchCheck.createMany({ data: names.map((system) => ({
      id: randomUUID(), referralId, borough: referral.borough, personId, system, held: held === 'yes', found: words, at: context.now, checkedBy: context.actor.accountId,
    })) })
    const subjects = [...new Set([...found.childIds, ...(personId === null ? [] : [personId])])]
    context.record({
      ledger: referral.borough, kind: all ? 'intelligence-checked' : 'research-recorded', heading: `${joined(names.map((system) => SYSTEM_WORDS[system]))} checked: ${held === 'yes' ? 'something is held' : 'nothing held'}${all ? '; all systems are checked' : ''}`,
      occurredAt: context.now, subjects, referralId, body: { systems: names, held: held === 'yes', ...(words === null ? {} : { information: words }) },
    })
    return { goTo: `${referralPage(referralId)}`, says: `${counted(names.length, 'check')} on record.`, ids: { referralId } }
  },
}
