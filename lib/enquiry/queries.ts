import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { membershipFor } from '@/lib/access/permissions'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { referralOpen } from '@/lib/access/visibility'
import { childrenOf, namesOf } from '@/lib/deadlines/children'
import { isId } from '@/lib/people/standing'
import type { Tx } from '@/lib/platform/db'
import { agencyWords } from '@/lib/wording/agencies'
import { BASIS_SHORT_WORDS, CONSENT_WORDS, SYSTEM_WORDS } from '@/lib/wording/enquiry'
import { bornWords, momentWords } from '@/lib/wording/london-words'
import { counted, joined, sentence } from '@/lib/wording/lists'
import { plainDate } from '@/lib/policy/calendar/london'
import { say } from '@/lib/wording/say'
import { spanWords } from '@/lib/wording/spans'
import { timeLeft } from '@/lib/wording/time-left'
import { REQUEST_FIELDS } from './find-request'
import { answerLine, chasedWords, dueOf, requestState } from './lines'
import { DISCLOSURE_FIELDS, sharedLines } from './shared-lines'
import { askable, partnersElsewhere } from './teams'
import type { Choice, ConsentLine, EnquiryView, RequestLine, ResearchLine } from './view'
import { answerWords, consentWords, requestWords, researchWords } from './words'

/** Hours offered for an answer, by rating (mash-info-return): a proposal in the form, not a rule. */
const OFFERED_HOURS: Readonly<Record<string, number>> = { red: 2, amber: 6, green: 24 }

/** The enquiry of one referral: who was asked, what they said and on what basis, who has not answered; or null where it is out of reach. */
export async function enquiryOf(actor: Actor, referralId: string, now: Date): Promise<EnquiryView | null> {
  if (!isId(referralId)) return null
  return readAs(actor, async (tx) => {
    const referral = await tx.referral.findFirst({
      where: { AND: [{ id: referralId }, referralOpen(actor)] }, select: { id: true, borough: true, rag: true, toAgency: true, becameReferralId: true, people: { select: { personId: true, role: true } } },
    })
    if (referral === null) return null
    const people = referral.people.filter((row) => row.role !== 'matched')
    await logReading(tx, actor, { personIds: people.map((row) => row.personId), depth: 'record', page: 'enquiry' }, now)
    const requests = await requestsOf(tx, referralId, now)
    const { consent, earlier } = await consentOf(tx, referralId, now)
    const viewOf = await childrenOf(tx, actor, people.map((row) => row.personId), now)
    const passed = await tx.entry.findFirst({ where: { referralId, kind: 'passed-to-csc' }, select: { occurredAt: true } })
    const shared = await tx.disclosure.findMany({ where: { referralId }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 100, select: DISCLOSURE_FIELDS })
    const may = (right: Parameters<typeof membershipFor>[1]): boolean => referral.becameReferralId === null && membershipFor(actor, right, referral.borough) !== null
    const hours = OFFERED_HOURS[referral.rag ?? ''] ?? 24
    const mayAsk = may('ask-agency')
    return {
      referralId, requests, summary: summaryOf(requests, now), consent, earlierConsent: earlier, research: await researchOf(tx, referralId, (id) => viewOf(id).name, now), shared: await sharedLines(tx, shared),
      passed: passed === null ? null : `Passed to children’s social care ${momentWords(passed.occurredAt, now)}`,
      may: {
        ask: mayAsk, chase: may('chase'), consent: may('record-consent'), research: may('research'), share: may('record-disclosure'),
        pass: referral.toAgency === 'police' && passed === null && may('refer-to-csc'),
      },
      ...(mayAsk ? await toAsk(tx, actor, referral.borough) : { teams: [], elsewhere: [] }),
      people: people.map((row) => ({ value: row.personId, label: viewOf(row.personId).name })).filter((one, index, all) => all.findIndex((other) => other.value === one.value) === index),
      about: mayAsk ? await aboutWords(tx, people.filter((row) => row.role === 'child').map((row) => row.personId)) : '',
      dueAt: new Date(now.getTime() + hours * 3_600_000), dueHint: OFFERED_HOURS[referral.rag ?? ''] === undefined ? 'A day from now, unless you ask for it sooner' : `${hours} hours from now at ${referral.rag ?? ''}, as one borough has it; ask for it sooner where a child waits`,
    }
  })
}

async function toAsk(tx: Tx, actor: Actor, borough: string): Promise<{ teams: Choice[]; elsewhere: Choice[] }> {
  const own = actor.memberships.map((membership) => membership.teamId)
  const here = (await askable(tx, { borough })).filter((team) => !own.includes(team.id))
  return {
    teams: here.map((team) => ({ value: team.id, label: team.name, hint: agencyWords(team.agency) })),
    elsewhere: (await partnersElsewhere(tx, borough)).map((team) => ({ value: team.id, label: `${team.name}, ${agencyWords(team.agency).toLowerCase()}` })),
  }
}

/** Names and dates of birth of the children whom the reader sees; a restricted child is named by hand or not at all. */
async function aboutWords(tx: Tx, ids: readonly string[]): Promise<string> {
  const rows = await tx.person.findMany({ where: { id: { in: [...ids] } }, select: { givenName: true, familyName: true, bornOn: true }, orderBy: { id: 'asc' } })
  return joined(rows.flatMap((row) => {
    const name = [row.givenName, row.familyName].filter((part) => part !== null).join(' ')
    return name === '' ? [] : [row.bornOn === null ? name : `${name}, born ${bornWords(plainDate(row.bornOn.toISOString().slice(0, 10)))}`]
  }))
}

async function requestsOf(tx: Tx, referralId: string, now: Date): Promise<RequestLine[]> {
  const rows = await tx.informationRequest.findMany({
    where: { referralId }, orderBy: [{ askedAt: 'asc' }, { agency: 'asc' }, { id: 'asc' }], take: 100,
    select: { ...REQUEST_FIELDS, withdrawnBy: true, answers: { select: { id: true, kind: true, basis: true, answeredAt: true, answeredBy: true }, orderBy: { answeredAt: 'asc' } } },
  })
  const wordsOf = await requestWords(tx, rows.map((row) => row.id))
  const saidOf = await answerWords(tx, rows.flatMap((row) => row.answers.map((answer) => answer.id)))
  const nameOf = await namesOf(tx, rows.flatMap((row) => [row.askedBy, row.withdrawnBy, ...row.answers.map((answer) => answer.answeredBy)]))
  const teams = await tx.team.findMany({ where: { id: { in: rows.flatMap((row) => row.teamId ?? []) } }, select: { id: true, name: true } })
  return rows.map((row) => {
    const words = wordsOf(row.id)
    return {
      id: row.id, to: teams.find((team) => team.id === row.teamId)?.name ?? words?.toWords ?? agencyWords(row.agency), agency: agencyWords(row.agency),
      asked: `${momentWords(row.askedAt, now)} by ${nameOf(row.askedBy) ?? 'somebody'}`, basis: say(BASIS_SHORT_WORDS, row.basis), about: words?.about ?? null,
      question: words?.question ?? null, purpose: words?.purpose ?? null, state: requestState(row, now), left: timeLeft(dueOf(row), now),
      answers: row.answers.map((answer) => answerLine(answer, saidOf(answer.id), row.dueAt, nameOf, now)), chased: chasedWords(row, now),
      withdrawn: row.withdrawnAt === null ? null : `Withdrawn ${momentWords(row.withdrawnAt, now)} by ${nameOf(row.withdrawnBy) ?? 'somebody'}${words?.withdrawnWhy == null ? '' : `: ${words.withdrawnWhy}`}`,
      onItsPage: row.teamId !== null,
    }
  })
}

/** Who was asked, who answered, who would not, and whose silence is how late. */
export function summaryOf(requests: readonly Pick<RequestLine, 'state' | 'left'>[], now: Date): string {
  const standing = requests.filter((request) => request.state !== 'withdrawn')
  if (standing.length === 0) return 'No agency has been asked.'
  const of = (...states: string[]): typeof standing => standing.filter((request) => states.includes(request.state))
  const late = of('late')
  const longest = Math.max(0, ...late.map((request) => now.getTime() - new Date(request.left.dateTime).getTime()))
  const parts = [
    [of('held').length, 'answered'], [of('nothing-held').length, of('nothing-held').length === 1 ? 'holds nothing' : 'hold nothing'], [of('refused').length, 'refused to share'],
    [of('open').length, of('open').length === 1 ? 'has time left' : 'have time left'], [late.length, `silent past ${late.length === 1 ? 'its' : 'their'} time, ${late.length > 1 ? 'the longest ' : ''}by ${spanWords(longest)}`],
  ] as const
  return `${counted(standing.length, 'agency', 'agencies')} asked: ${joined(parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`))}.`
}

async function consentOf(tx: Tx, referralId: string, now: Date): Promise<{ consent: ConsentLine | null; earlier: ConsentLine[] }> {
  const rows = await tx.consentRecord.findMany({ where: { referralId }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 20, select: { id: true, consent: true, at: true, recordedBy: true } })
  const [wordsOf, nameOf] = [await consentWords(tx, rows.map((row) => row.id)), await namesOf(tx, rows.map((row) => row.recordedBy))]
  const lines = rows.map((row): ConsentLine => {
    const words = wordsOf(row.id)
    return {
      id: row.id, words: `${say(CONSENT_WORDS, row.consent)}${words?.whose == null ? '' : ` by ${words.whose}`}`, detail: `recorded ${momentWords(row.at, now)} by ${nameOf(row.recordedBy) ?? 'somebody'}`,
      why: words?.why ?? null,
    }
  })
  return { consent: lines[0] ?? null, earlier: lines.slice(1) }
}

async function researchOf(tx: Tx, referralId: string, nameOfPerson: (id: string) => string, now: Date): Promise<ResearchLine[]> {
  const rows = await tx.researchCheck.findMany({ where: { referralId }, orderBy: [{ at: 'asc' }, { system: 'asc' }, { id: 'asc' }], take: 200, select: { id: true, personId: true, system: true, held: true, at: true, checkedBy: true } })
  const [wordsOf, nameOf] = [await researchWords(tx, rows.map((row) => row.id)), await namesOf(tx, rows.map((row) => row.checkedBy))]
  return rows.map((row) => ({
    id: row.id, system: say(SYSTEM_WORDS, row.system), whom: row.personId === null ? 'the whole household' : nameOfPerson(row.personId), held: row.held,
    found: wordsOf(row.id)?.found ?? null, when: sentence(`${momentWords(row.at, now)} by ${nameOf(row.checkedBy) ?? 'somebody'}`),
  }))
}
