import { chance, type Chance } from './chance'
import { before, DAY, HOUR, MINUTE, officeTime, weeksBefore } from './hours'
import type { KnownBefore } from './household'
import { CONTACTS, refersAt, SITUATIONS, type Situation } from './situations'
import type { Story } from './stage'
import { tale, type Fate, type Plot, type Push } from './tale'
import { isShown } from './teams'

/** A referral that is still running: how many hours ago it came, how it is rated, how far it got. */
interface Running {
  readonly hours: number
  /** Chosen by its rating where none is given. */
  readonly situation?: Situation
  readonly rag: Situation['rag']
  readonly fate: Fate
  readonly pushes?: readonly Push[]
  readonly known?: KnownBefore
  readonly flag?: string
  readonly actions?: Plot['actions']
  readonly bySender?: boolean
}

const SERIOUS_INJURY = SITUATIONS.filter((situation) => situation.concern === 'serious-injury')[0]

/** A working Monday of a busy MASH: new ones, red ones near their four hours, some past their time, and what drags behind. */
const RUNNING: readonly Running[] = [
  { hours: 0.15, rag: 'amber', fate: 'waiting', bySender: true },
  { hours: 0.5, rag: 'red', fate: 'waiting' },
  { hours: 0.8, rag: 'green', fate: 'waiting' },
  { hours: 1.3, rag: 'amber', fate: 'claimed' },
  { hours: 1.9, rag: 'amber', fate: 'waiting', known: { planCategory: 'neglect', leadName: 'Folake Sorrelheath' }, flag: 'child-protection-plan' },
  { hours: 2.6, rag: 'red', fate: 'rated' },
  { hours: 3.2, rag: 'green', fate: 'waiting', bySender: true },
  { hours: 3.7, rag: 'red', fate: 'claimed' },
  { hours: 4.8, rag: 'red', fate: 'waiting' },
  { hours: 5.5, rag: 'amber', fate: 'rated', known: { restricted: true } },
  { hours: 6.4, rag: 'amber', fate: 'waiting' },
  { hours: 6.9, rag: 'red', fate: 'nfa', ...(SERIOUS_INJURY === undefined ? {} : { situation: SERIOUS_INJURY }) },
  { hours: 7.2, rag: 'amber', fate: 'met', known: { lookedAfter: true, leadName: 'Errol Lindenshaw' }, flag: 'cse-risk' },
  { hours: 8.3, rag: 'amber', fate: 'claimed' },
  { hours: 9.5, rag: 'green', fate: 'claimed' },
  { hours: 11.6, rag: 'red', fate: 'met' },
  { hours: 12.9, rag: 'green', fate: 'waiting' },
  { hours: 14.3, rag: 'amber', fate: 'waiting' },
  { hours: 16.7, rag: 'amber', fate: 'claimed' },
  { hours: 19.4, rag: 'amber', fate: 'rated', bySender: true },
  { hours: 22.1, rag: 'amber', fate: 'met' },
  { hours: 23.5, rag: 'amber', fate: 'quorate' },
  { hours: 25.2, rag: 'green', fate: 'rated' },
  { hours: 26.8, rag: 'red', fate: 'two-agency' },
  { hours: 29.3, rag: 'green', fate: 'claimed' },
  { hours: 31.5, rag: 'amber', fate: 'met', flag: 'missing-repeat', known: { alsoKnownTo: 'greenwich', leadName: 'Irena Yarrowlock' } },
  { hours: 36.4, rag: 'amber', fate: 'waiting' },
  { hours: 44.2, rag: 'amber', fate: 'rated' },
  { hours: 48.9, rag: 'green', fate: 'claimed' },
  { hours: 52.7, rag: 'green', fate: 'waiting' },
  { hours: 61.2, rag: 'amber', fate: 'rated' },
  { hours: 67.4, rag: 'amber', fate: 'met' },
  { hours: 76.3, rag: 'amber', fate: 'two-agency' },
  { hours: 94.6, rag: 'amber', fate: 'waiting' },
  { hours: 99.1, rag: 'amber', fate: 'met', pushes: ['chased'] },
  { hours: 121.5, rag: 'red', fate: 'met', pushes: ['chased', 'challenged'] },
  { hours: 146.8, rag: 'amber', fate: 'quorate', actions: 'left' },
  { hours: 171.2, rag: 'amber', fate: 'rated', pushes: ['chased'] },
  { hours: 193.9, rag: 'amber', fate: 'met', pushes: ['chased', 'challenged', 'escalated'] },
  { hours: 243.7, rag: 'amber', fate: 'late', actions: 'left' },
  { hours: 262.4, rag: 'red', fate: 'two-agency', pushes: ['challenged'] },
  { hours: 318.2, rag: 'amber', fate: 'quorate', actions: 'left' },
  { hours: 343.5, rag: 'amber', fate: 'met', pushes: ['chased', 'escalated'] },
]

/** How many are still running, and how many were finished in the year before. */
interface Size {
  readonly running: number
  readonly finished: number
}

const SIZES: Readonly<Record<string, Size>> = {
  bromley: { running: RUNNING.length, finished: 42 }, lewisham: { running: 24, finished: 26 }, 'tower-hamlets': { running: 26, finished: 26 },
  croydon: { running: 9, finished: 10 }, 'city-of-london': { running: 4, finished: 3 },
}
const OTHER: Size = { running: 5, finished: 8 }

/** How a finished referral ended, by how often: most do not reach the threshold. */
const ENDS: readonly Fate[] = ['nfa', 'nfa', 'nfa', 's17', 's17', 's17', 'other-services', 'other-services', 'quorate', 'quorate', 'quorate', 'quorate', 'late', 'two-agency']

/** Every story of a borough. */
export function storiesOf(borough: string, base: Date): Story[] {
  const luck = chance(`borough ${borough}`)
  const { running, finished } = SIZES[borough] ?? OTHER
  // A small borough has a share of everything, not the newest alone; the first is always one that waits for a decision.
  const share = RUNNING.length / running
  const chosen = Array.from({ length: running }, (_, index) => RUNNING[Math.floor((index + (index === 0 ? 0.6 : 1) * luck.next()) * share)]).filter((one) => one !== undefined)
  return [
    ...Array.from({ length: finished }, (_, index) => finishedTale(borough, index, finished, base, luck)),
    ...chosen.map((one, index) => runningTale(borough, one, index, base, luck)),
    ...(isShown(borough) ? CONTACT_HOURS.map((hours, index) => contactTale(borough, hours, index, base, luck)) : []),
  ]
}

/** Contacts of a shown borough, by how many hours ago; those of a day and more have been dealt with. */
const CONTACT_HOURS = [0.3, 2.2, 20.6, 130, 420, 900]

function contactTale(borough: string, hours: number, index: number, base: Date, luck: Chance): Story {
  const over = hours > 48
  const receivedAt = before(base, hours * HOUR)
  return tale({
    name: `${borough} contact ${index}`, borough, situation: luck.pick(CONTACTS.filter((one) => refersAt(one, receivedAt))), receivedAt, fate: over ? 'nfa' : 'waiting', brief: true,
    ...(over ? {} : { until: base }),
  })
}

function runningTale(borough: string, one: Running, index: number, base: Date, luck: Chance): Story {
  const { hours, rag, ...rest } = one
  // The boroughs are not each other's mirror image.
  const shift = isShown(borough) && borough === 'bromley' ? 1 : 0.86 + luck.next() * 0.25
  const receivedAt = before(base, hours * shift * HOUR)
  return tale({
    ...rest, name: `${borough} running ${index}`, borough, situation: one.situation ?? situationFor(luck, rag, receivedAt), receivedAt, until: base,
  })
}

function finishedTale(borough: string, index: number, of: number, base: Date, luck: Chance): Story {
  // From three weeks ago back over eleven months, denser towards today; at the hour of the week that offices keep.
  const share = (index + luck.next()) / of
  const anyHour = before(weeksBefore(base, 3 + Math.floor(share * share * 45)), luck.between(0, 6) * DAY + luck.between(0, 23) * HOUR + luck.between(0, 59) * 60_000)
  const brief = !isShown(borough)
  const situation = brief && luck.once(0.75) ? luck.pick(MILDER) : luck.pick(brief ? FEWER_SIGNS : WEIGHTED)
  const receivedAt = refersAt(situation, anyHour) ? anyHour : officeTime(anyHour, luck.between(5, 420) * MINUTE)
  const grave = situation.rag === 'red'
  return tale({
    name: `${borough} finished ${index}`, borough, situation, receivedAt, fate: grave ? luck.pick(['quorate', 'quorate', 'quorate', 'two-agency', 'late', 'nfa']) : brief && luck.once(0.5) ? luck.pick(['nfa', 's17', 'other-services'] as const) : luck.pick(ENDS),
    bySender: luck.once(0.3), brief,
  })
}

const WEIGHTED = SITUATIONS.flatMap((situation) => Array.from({ length: situation.often }, () => situation))
/** Signs of exploitation are worked in the boroughs that are shown: one assessment team would be behind with those of all London. */
const FEWER_SIGNS = WEIGHTED.filter((situation) => situation.indicators === undefined)
const MILDER = FEWER_SIGNS.filter((situation) => situation.rag !== 'red')
const situationFor = (luck: Chance, rag: Situation['rag'], at: Date): Situation => luck.pick(WEIGHTED.filter((situation) => situation.rag === rag && refersAt(situation, at)))
