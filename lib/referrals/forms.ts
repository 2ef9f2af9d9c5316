import { formAct, type FormAct } from '@/lib/forms/form-act'
import type { FormValues } from '@/lib/forms/form-values'
import { addFacts } from './acts/add-facts'
import { allocateReferral } from './acts/allocate'
import { claimReferral } from './acts/claim'
import { confirmOwnCall } from './acts/confirm-own-call'
import { completePac } from './acts/complete-pac'
import { decideReferral } from './acts/decide'
import { giveSecondLine } from './acts/give-second-line'
import { matchPerson } from './acts/match-person'
import { newPerson } from './acts/new-person'
import { recordEmergencyAct } from './acts/record-emergency'
import { releaseReferral } from './acts/release'
import { setRag } from './acts/set-rag'
import { submitPac } from './acts/submit-pac'
import { acknowledgeReferrer, confirmInWriting, tellReferrer } from './acts/tell'
import { PAC_PARTS } from '@/lib/policy/rules/merlin/parts'
import { takeReferral } from './take-referral'
import { readPerson } from './read-person'

const REFERRAL_FIELDS = [
  'form', 'way', 'borough', 'channel', 'fromAgency', 'fromWords', 'toAgency', 'theirReference', 'referrerName', 'referrerContact', 'fromTeamId', 'supervisor', 'childSaid', 'concern', 'narrative', 'urgency', 'rag', 'suspect',
  'suspectRelationship', 'forensicEvidence', 'immediateAction', 'staffConcerned', 'organised', 'complex', 'complexReason', 'complexManager', 'offenceIdentified', 'toldBefore', 'contactId',
  'emergency', 'emergencyCall', 'callReference', 'noCallWhy',
] as const

const named = (values: FormValues, names: readonly string[]): Record<string, string | undefined> =>
  Object.fromEntries(names.map((name) => [name, values.text(name)]))
const orNull = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text)

function referral(values: FormValues): unknown {
  return {
    ...named(values, REFERRAL_FIELDS), contactId: orNull(values.text('contactId')),
    children: values.rows('children', 1, 1).filter((row, index) => index === 0 || !row.isBlank('unborn')).map((row) => readPerson(row)),
    // A row that was added and left empty is no adult.
    adults: values.rows('adults').filter((row) => !row.isBlank('role')).map((row) => readPerson(row, 'role')),
    household: values.rows('household').filter((row) => !row.isBlank()).map((row) => readPerson(row)),
    searched: values.text('searched') === '1', emergencyAsked: true, otherConcerns: values.all('otherConcerns'), indicators: values.all('indicators'),
    receivedAt: values.instant('receivedAt', 'When it was received'),
    concernIdentifiedAt: values.instant('concernIdentifiedAt', 'When the concern was identified') ?? null,
    initialReportAt: values.instant('initialReportAt', 'When it was first reported') ?? null,
  }
}

const fields = (...names: string[]) => (values: FormValues): unknown => named(values, names)

/** The acts on contacts and referrals that a form can ask for. */
export const referralForms: readonly FormAct[] = [
  formAct({ name: 'take-referral', act: takeReferral, read: referral }),
  formAct({ name: 'submit-pac', act: submitPac, read: referral }),
  formAct({
    name: 'complete-pac', act: completePac,
    read: (values) => ({ ...named(values, ['referralId', 'why']), given: Object.fromEntries(PAC_PARTS.map((part) => [part, values.text(`given-${part}`)])), cannot: values.all('cannot') }),
  }),
  formAct({ name: 'claim-referral', act: claimReferral, read: fields('referralId'), each: 'referralId' }),
  formAct({ name: 'release-referral', act: releaseReferral, read: fields('referralId'), each: 'referralId' }),
  formAct({ name: 'set-rag', act: setRag, read: fields('referralId', 'rag', 'reason') }),
  formAct({
    name: 'add-facts', act: addFacts,
    read: (values) => ({ ...named(values, ['referralId', 'what', 'concern', 'forensicEvidence', 'immediateAction', 'newPerson', 'newIncident']), knownAt: values.instant('knownAt', 'When it became known') }),
  }),
  formAct({ name: 'record-emergency', act: recordEmergencyAct, read: fields('referralId', 'emergency', 'emergencyCall', 'callReference', 'noCallWhy', 'reason') }),
  formAct({ name: 'acknowledge-referrer', act: acknowledgeReferrer, read: fields('referralId', 'note') }),
  formAct({ name: 'tell-referrer', act: tellReferrer, read: fields('referralId', 'note') }),
  formAct({ name: 'confirm-own-call', act: confirmOwnCall, read: fields('referralId', 'words') }),
  formAct({ name: 'confirm-in-writing', act: confirmInWriting, read: fields('referralId', 'note') }),
  formAct({
    name: 'decide-referral', act: decideReferral,
    // The form asks for each of them: one that does not come is one that was left empty.
    read: (values) => ({
      ...named(values, ['referralId', 'outcome', 'reason']),
      ...Object.fromEntries(['levelOfNeed', 'informationGathered', 'analysis', 'risk', 'mitigation'].map((name) => [name, values.text(name) ?? ''])),
    }),
  }),
  formAct({ name: 'match-person', act: matchPerson, read: fields('referralId', 'personId', 'knownId', 'reason') }),
  formAct({ name: 'new-person', act: newPerson, read: fields('referralId', 'personId') }),
  formAct({ name: 'give-second-line', act: giveSecondLine, read: fields('referralId', 'agrees', 'reason') }),
  formAct({ name: 'allocate-referral', act: allocateReferral, read: fields('referralId', 'worker', 'team', 'trained', 'coSignedBy', 'note') }),
]
