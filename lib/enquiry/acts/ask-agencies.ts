import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { referralPage, workOn } from '@/lib/referrals/find-referral'
import { agencyWords } from '@/lib/wording/agencies'
import { BASIS_SHORT_WORDS } from '@/lib/wording/enquiry'
import { counted } from '@/lib/wording/lists'
import { refuseWithoutConsent, settleConsent } from '../consent'
import { disclose } from '../disclose'
import { askInput } from '../input'
import { mailTeam } from '../mail-team'
import { askable } from '../teams'

interface Asked { readonly id: string; readonly agency: string; readonly teamId: string | null; readonly name: string | null; readonly toWords: string | null }

/** Questions that wait longest are never due later than this: beyond it a question is no enquiry of a MASH. */
const LATEST_DAYS = 28

/**
 * Asks agencies what they hold: question, purpose, lawful basis and the time by which the answer is needed. Each team asked sees that
 * question on its own page; what it was told is a line of the ledger of sharing.
 */
export const askAgencies: Act<typeof askInput> = {
  name: 'ask-agencies',
  right: 'ask-agency',
  input: askInput,
  async run(context, input) {
    const found = await workOn(context, input.referralId)
    const { referral, membership } = found
    if (referral.becameReferralId !== null) throw conflict('This contact became a referral: ask from the referral')
    if (input.dueAt.getTime() <= context.now.getTime()) throw invalid('dueAt', 'This is in the past: enter when the answer is needed')
    if (input.dueAt.getTime() > context.now.getTime() + LATEST_DAYS * 86_400_000) throw invalid('dueAt', `Ask for an answer within ${LATEST_DAYS} days`)
    const asked = await whoIsAsked(context, input)
    refuseWithoutConsent(context, found, input.basis, await settleConsent(context, found, input))
    await context.tx.informationRequest.createMany({ data: asked.map((one) => ({
      id: one.id, referralId: referral.id, borough: referral.borough, agency: one.agency, teamId: one.teamId, toWords: one.toWords, about: input.about, question: input.question,
      purpose: input.purpose, basis: input.basis, dueAt: input.dueAt, askedAt: context.now, askedBy: context.actor.accountId, askedAgency: membership.agency,
    })) })
    for (const one of asked) await mailTeam(context, 'question', { ...one, borough: referral.borough })
    await disclose(context, asked.map((one) => ({
      referralId: referral.id, borough: referral.borough, requestId: one.id, fromAgency: membership.agency, toAgency: one.agency, toWords: one.name ?? one.toWords, shared: true,
      what: `Whom it is about, and the question: ${input.about}`, basis: input.basis,
      entryId: context.record({
        ledger: referral.borough, kind: 'information-requested', occurredAt: context.now, subjects: found.childIds, referralId: referral.id,
        // A name that was typed stays among the words; a team's name is ours.
        heading: `${agencyWords(one.agency)}${one.name === null ? '' : ` (${one.name})`} asked for what it holds`,
        body: {
          request_id: one.id, agency: one.agency, due: input.dueAt.toISOString(), what: input.question, purpose: input.purpose, told: input.about,
          basis: BASIS_SHORT_WORDS[input.basis] ?? input.basis, ...(one.toWords === null ? {} : { to: one.toWords }),
        },
      }),
    })))
    return { goTo: `${referralPage(referral.id)}`, says: `${counted(asked.length, 'agency', 'agencies')} asked.`, ids: { referralId: referral.id, ...Object.fromEntries(asked.map((one, index) => [`requestId${index}`, one.id])) } }
  },
}

async function whoIsAsked(context: ActContext, input: { teams: string[]; otherAgency: string | null; otherName: string | null }): Promise<Asked[]> {
  const teams = input.teams.length === 0 ? [] : await askable(context.tx, { ids: input.teams })
  if (teams.length !== input.teams.length) throw invalid('teams', 'Choose from the list')
  if (input.otherName !== null && input.otherAgency === null) throw invalid('otherAgency', 'Choose what kind of agency it is')
  if (input.otherAgency !== null && input.otherName === null) throw invalid('otherName', 'Name who is asked there')
  const asked = [
    ...teams.map((team): Asked => ({ id: randomUUID(), agency: team.agency, teamId: team.id, name: team.name, toWords: null })),
    ...(input.otherAgency === null ? [] : [{ id: randomUUID(), agency: input.otherAgency, teamId: null, name: null, toWords: input.otherName }]),
  ]
  if (asked.length === 0) throw invalid('teams', 'Choose at least one agency to ask')
  return asked
}
