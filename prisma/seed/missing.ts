import { askForInterview } from '@/lib/missing/acts/ask-interview'
import { recordReturnInterview, shareInterview } from '@/lib/missing/acts/interview'
import { recordReturn } from '@/lib/missing/acts/return'
import { recordSafeAndWell } from '@/lib/missing/acts/safe-and-well'
import { callBack } from '@/lib/missing/acts/call-back'
import { makeTriggerPlan } from '@/lib/missing/acts/plan'
import { reportMissing } from '@/lib/missing/acts/report'
import { addFlag } from '@/lib/people/acts/add-flag'
import { addDays, londonDate } from '@/lib/policy/calendar/london'
import { chance } from './chance'
import { putOnRecord, type KnownBefore } from './household'
import { before, DAY, HOUR, MINUTE } from './hours'
import { address, childName, familyName, type Sex } from './names'
import type { Stage, Step, Story } from './stage'
import { teamOf } from './teams'

/** One time away: how many hours before the demonstration's moment the call came, and how many hours it lasted; open without an end. */
interface Away {
  readonly hours: number
  readonly lasted?: number
  readonly as?: 'missing' | 'absent'
  readonly grade?: 'medium' | 'high'
  readonly caller?: string
  readonly said: string
  readonly answers?: Readonly<Record<string, 'yes' | 'no'>>
  readonly found?: string
  /** Rung back an hour after the report. */
  readonly rung?: boolean
  readonly checked?: boolean
  /** What the return home interview found, the day after. */
  readonly interview?: string
  /** A commissioned team is asked for the interview. */
  readonly asked?: boolean
  /** Whoever the child was found with. */
  readonly company?: readonly { readonly name: string; readonly about: string; readonly grown: 'yes' | 'no' }[]
}

interface Child {
  readonly key: string
  readonly sex: Sex
  readonly years: number
  readonly known: KnownBefore
  readonly flag?: string
  readonly plan?: { readonly hours: number; readonly first: string; readonly places: string; readonly people: string; readonly contact: string; readonly risks: string }
  readonly away: readonly Away[]
}

const HOME = 'Oakview children’s home'
const STAYS: KnownBefore = { lookedAfter: true, planCategory: 'neglect', placement: HOME }

const DRE = { name: '“Dre”', about: 'about 25, white Corsa', grown: 'yes' } as const

/** Children of a shown borough who were away or are: one known well to everybody who takes the next call, and those who are out now. */
const CHILDREN: readonly Child[] = [
  {
    key: 'known', sex: 'female', years: 15, known: STAYS, flag: 'cse-risk',
    plan: {
      hours: 20 * 24, first: 'Ring her sister and the night staff; send a car to the bus station at once.', places: 'The bus station, Lantern Road; the flats behind the market.',
      people: 'Her sister Bryony. “Dre”, about 25, white Corsa: known to the exploitation team.', contact: 'Her own phone; she answers messages and not calls.', risks: 'Given drink before. Has been driven out of London.',
    },
    away: [
      { hours: 62 * 24, lasted: 9, grade: 'medium', caller: 'care-home', said: 'Not back from school.', found: 'Bus station', checked: true },
      { hours: 41 * 24, lasted: 16, grade: 'high', caller: 'care-home', said: 'Left by the window after lights out.', answers: { unsafe_adult: 'yes' }, found: 'Flats behind the market', checked: true, company: [DRE], interview: 'She goes to the flats because Dre gives her food and does not shout. He drives her there from the bus station.' },
      { hours: 23 * 24, lasted: 6, grade: 'high', caller: 'care-home', said: 'Went to the shop and did not come back.', answers: { substance: 'yes' }, found: 'Came back to the home' },
    ],
  },
  // Back since last night: police have not seen him yet, and the local authority owes the interview.
  { key: 'back', sex: 'male', years: 15, known: {}, flag: 'cse-risk', away: [{ hours: 31, lasted: 9, grade: 'high', caller: 'parent', said: 'Left with a bag after school.', answers: { unsafe_adult: 'yes' }, found: 'Bus station', asked: true, company: [DRE, { name: 'A girl called Tess', about: 'about 14, not known to police', grown: 'no' }] }] },
  { key: 'young', sex: 'male', years: 11, known: {}, away: [{ hours: 1.4, grade: 'high', caller: 'parent', said: 'He went to a friend at four. The friend has not seen him.', answers: { out_of_character: 'yes', harm: 'no' } }] },
  { key: 'older', sex: 'female', years: 16, known: { lookedAfter: true }, flag: 'cse-risk', away: [{ hours: 7.5, grade: 'high', caller: 'carer', said: 'Picked up by somebody in a car after school.', answers: { unsafe_adult: 'yes', cse_risk: 'yes' } }] },
  { key: 'ungraded', sex: 'male', years: 14, known: {}, away: [{ hours: 2.2, caller: 'school', said: 'Walked out at lunch and is not at home.', answers: { substance: 'yes' } }] },
  { key: 'absent', sex: 'male', years: 17, known: {}, away: [{ hours: 3.1, as: 'absent', caller: 'parent', said: 'At his cousin’s in Catford, rang at seven, will not come home tonight.', answers: { cse_risk: 'no', harm: 'no', suicide_attempt: 'no', health: 'no', medication: 'no', substance: 'no', unsafe_adult: 'no' }, rung: true }] },
]

/** What happened to these children in one of the shown boroughs. */
export const missingStories = (borough: string, base: Date): Story[] => CHILDREN.map((child) => story(borough, child, base))

function story(borough: string, child: Child, base: Date): Story {
  const name = `${borough} missing ${child.key}`
  const luck = chance(name)
  const person = { givenName: childName(luck, child.sex), familyName: familyName(luck), sex: child.sex, bornOn: londonDate(before(base, child.years * 365.25 * DAY + 120 * DAY)), ...address(luck) }
  const [officer, unit] = [`mash-officer.${borough}`, `missing-persons.${borough}`]
  const held = { personId: '' }
  const steps: Step[] = [{ at: before(base, 90 * DAY), run: async (stage) => { held.personId = await putOnRecord(stage, officer, { name, borough, child: person, known: child.known }, before(base, 90 * DAY)) } }]
  const { flag, plan } = child
  if (flag !== undefined) {
    steps.push({ at: before(base, 80 * DAY), run: async (stage) => { await stage.perform(addFlag, officer, { personId: held.personId, flag, reason: 'An older man waits for her outside school' }, before(base, 80 * DAY), `${name} flag`) } })
  }
  if (plan !== undefined) {
    const { hours, ...words } = plan
    const at = before(base, hours * HOUR)
    steps.push({ at, run: async (stage) => { await stage.perform(makeTriggerPlan, unit, { personId: held.personId, ...words, reviewOn: addDays(londonDate(base), 9) }, at, `${name} plan`) } })
  }
  for (const [index, away] of child.away.entries()) steps.push(...stepsOf(borough, unit, held, away, base, `${name} ${index}`))
  return { name, steps }
}

function stepsOf(borough: string, unit: string, held: { readonly personId: string }, away: Away, base: Date, key: string): Step[] {
  const reported = before(base, away.hours * HOUR)
  const episode = { id: '' }
  const report = async (stage: Stage): Promise<void> => {
    const ids = await stage.perform(reportMissing, 'despatch', {
      personId: held.personId, child: null, searched: true, borough, reportedAt: reported.toISOString(), callerKind: away.caller ?? 'parent', callerName: null, said: away.said, answers: away.answers ?? {},
      as: away.as ?? 'missing', ...(away.as === 'absent' ? { reason: 'Rang his mother himself at seven from his cousin’s landline; the cousin’s mother has seen him.', interval: 6 } : {}),
      ...(away.grade === undefined ? {} : { grade: away.grade, gradeReason: 'What the caller says and what is on record' }), missingFrom: away.caller === 'care-home' ? HOME : null,
    }, reported, `${key} report`)
    episode.id = ids['episodeId'] ?? ''
  }
  const steps: Step[] = [{ at: reported, run: report }]
  const add = (at: Date, run: (stage: Stage) => Promise<unknown>): void => { steps.push({ at, run: async (stage) => { await run(stage) } }) }
  if (away.rung === true) {
    const at = before(reported, -50 * MINUTE)
    add(at, (stage) => stage.perform(callBack, 'despatch', { episodeId: episode.id, calledAt: at.toISOString(), reached: 'yes', said: 'No news since; the same as before.', answers: { harm: 'no' }, interval: 6 }, at, `${key} call back`))
  }
  if (away.lasted !== undefined) {
    const back = before(reported, -away.lasted * HOUR)
    add(back, (stage) => stage.perform(recordReturn, 'despatch', { episodeId: episode.id, returnedAt: back.toISOString(), how: 'found-police', where: away.found ?? 'Home', company: away.company ?? [] }, back, `${key} return`))
    const worker = `social-worker.${borough}`
    if (away.asked === true) {
      const asked = before(back, -2 * HOUR)
      add(asked, (stage) => stage.perform(askForInterview, worker, { episodeId: episode.id, teamId: teamOf(`voluntary-${borough}`).id, place: 'At home, after school' }, asked, `${key} interview asked`))
    }
    if (away.interview !== undefined) {
      const [at, shared] = [before(back, -26 * HOUR), before(back, -30 * HOUR)]
      const account = away.interview
      add(at, (stage) => stage.perform(recordReturnInterview, worker, { episodeId: episode.id, at: at.toISOString(), how: 'done', independent: 'yes', by: 'Ms Rosalind Thistlewood, Wherry Lane Young People’s Project', account }, at, `${key} interview`))
      add(shared, (stage) => stage.perform(shareInterview, worker, { episodeId: episode.id, sharedAt: shared.toISOString(), to: 'DC Brackshaw', what: account, basis: 'public-task' }, shared, `${key} shared`))
    }
    if (away.checked === true) {
      const seen = before(back, -3 * HOUR)
      add(seen, (stage) => stage.perform(recordSafeAndWell, unit, {
        episodeId: episode.id, checkedAt: seen.toISOString(), officer: 'PC Fennimore', seen: 'yes', spokenTo: 'yes', safe: 'yes', medical: 'no', victim: 'no', circumstances: 'Tired and quiet. Would not say with whom.', company: [], askedHarm: 'yes',
      }, seen, `${key} check`))
    }
  }
  return steps
}
