import { addDays, endOfLondonDay, londonDate } from '@/lib/policy/calendar/london'
import { GRAVE_CONCERNS } from '@/lib/policy/concerns'
import { accountOf, caitOfficerOf } from './accounts'
import { chance, type Chance } from './chance'
import * as deeds from './deeds'
import { household, putOnRecord, type KnownBefore } from './household'
import { after, before, DAY, HOUR, MINUTE, officeTime } from './hours'
import { adultName, familyName } from './names'
import { DECISION_REASONS, type Situation } from './situations'
import type { Stage, Step, Story } from './stage'
import { isShown } from './teams'

/**
 * How far a referral came. 'waiting' to 'met' are still open for somebody; a discussion is 'quorate' in time, 'late', or
 * 'two-agency' (police and social care alone); the last three were found not to reach the threshold.
 */
export type Fate = 'waiting' | 'claimed' | 'rated' | 'met' | 'two-agency' | 'quorate' | 'late' | 's17' | 'other-services' | 'nfa'

/** What is done about a strategy discussion that nobody holds. */
export type Push = 'chased' | 'challenged' | 'escalated'

export interface Plot {
  readonly name: string
  readonly borough: string
  readonly situation: Situation
  readonly receivedAt: Date
  readonly fate: Fate
  /** Still running at the demonstration's moment: what was done so far must fit between receipt and then. */
  readonly until?: Date
  readonly known?: KnownBefore
  readonly flag?: string
  readonly pushes?: readonly Push[]
  /** Whether the actions of its plan are done in time, done late, carried or left. */
  readonly actions?: 'done' | 'done-late' | 'carried' | 'left'
  /** Taken, decided, told: the steps between are left out, so that all of London is there within a minute. */
  readonly brief?: boolean
  /** The referrer types it: a partner's account of that agency. */
  readonly bySender?: boolean
}

/** What a story knows of itself once it has begun. */
export interface Held {
  referralId: string
  children: string[]
  meetingId: string
  actions: { id: string; agency: string }[]
}

const FATES_WITH_DECISION: readonly Fate[] = ['met', 'two-agency', 'quorate', 'late', 's17', 'other-services', 'nfa']
const FATES_WITH_DISCUSSION: readonly Fate[] = ['two-agency', 'quorate', 'late']

/** One referral from its receipt to wherever it came. */
export function tale(plot: Plot): Story {
  const luck = chance(plot.name)
  const held: Held = { referralId: '', children: [], meetingId: '', actions: [] }
  const steps: Step[] = []
  const add = (at: Date, run: (stage: Stage, at: Date, key: string) => Promise<void>): Date => {
    const key = `${plot.name} ${steps.length}`
    steps.push({ at, run: (stage) => run(stage, at, key) })
    return at
  }
  const when = timesOf(plot, luck)
  const people = household(luck, plot.situation, plot.receivedAt)
  const who = castOf(plot.borough, plot.situation, luck)
  // The child's own record, where the story begins with one.
  let firstId: string | undefined
  begin()
  if (plot.fate === 'waiting') push()
  if (plot.fate !== 'waiting') work()
  if ((plot.situation.indicators ?? []).length > 0 && plot.known?.restricted !== true && (plot.fate !== 'waiting' || plot.bySender !== true)) assess()
  return { name: plot.name, steps }

  function begin(): void {
    const known = plot.known
    if (known !== undefined) {
      const first = people.children[0]
      const earlier = before(plot.receivedAt, luck.between(30, 200) * DAY)
      if (first !== undefined) add(earlier, async (stage) => { firstId = await putOnRecord(stage, who.officer, { name: plot.name, borough: plot.borough, child: first, known }, earlier) })
      if (plot.flag !== undefined && known.restricted !== true) {
        const flag = plot.flag
        add(after(earlier, HOUR), async (stage, at, key) => deeds.flag(stage, who.officer, { personId: firstId ?? '', flag }, at, key))
      }
    }
    const sender = plot.bySender === true && isShown(plot.borough) ? SENDERS[plot.situation.from.agency] : undefined
    const taker = sender !== undefined ? `${sender}.${plot.borough}` : plot.situation.to === 'csc' ? who.worker : who.officer
    add(sender !== undefined ? plot.receivedAt : after(plot.receivedAt, luck.between(2, 9) * MINUTE), async (stage, at, key) => {
      Object.assign(held, await deeds.take(stage, taker, { plot, people, luck: chance(`${plot.name} taken`), firstId: sender === undefined ? firstId : undefined }, at, key))
    })
  }

  /** Before it is rated, and before a decision: nobody restricted is matched without their record being opened. */
  async function look(stage: Stage, at: Date, key: string): Promise<void> {
    await deeds.look(stage, who.worker, held, plot.known?.restricted === true ? undefined : firstId, at, key)
  }

  function work(): void {
    if (plot.brief === true) return decide()
    add(when.claimed, (stage, at, key) => deeds.claim(stage, who.claimer, held, at, key))
    if (plot.fate === 'claimed') return push()
    add(when.rated, async (stage, at, key) => {
      await look(stage, at, key)
      await deeds.rate(stage, who.worker, held, plot.situation.rag, at, key)
    })
    if (who.professional) add(after(when.rated, 5 * MINUTE), (stage, at, key) => deeds.acknowledge(stage, who.worker, held, at, key))
    if (plot.situation.from.channel === 'telephone' && who.professional && plot.until === undefined) {
      add(officeTime(when.rated, luck.between(4, 14) * HOUR), (stage, at, key) => deeds.confirmInWriting(stage, who.worker, held, at, key))
    }
    if (plot.fate === 'rated' && isShown(plot.borough) && plot.known?.restricted !== true) enquire()
    if (!FATES_WITH_DECISION.includes(plot.fate)) return push()
    decide()
  }

  /** Agencies are asked while the referral is open: the surgery answers or will not, the school takes its time, housing says nothing. */
  function enquire(): void {
    const luckOfAsking = chance(`${plot.name} asked`)
    let asked: string[] = []
    const at = add(after(when.rated, 12 * MINUTE), async (stage, moment, key) => { asked = await deeds.ask(stage, who.worker, held, plot, moment, key) })
    add(after(at, 6 * MINUTE), (stage, moment, key) => deeds.research(stage, who.officer, held, moment, key))
    const refuses = luckOfAsking.once(0.3)
    add(officeTime(at, luckOfAsking.between(40, 110) * MINUTE), async (stage, moment, key) => deeds.answer(stage, `gp.${plot.borough}`, asked[1] ?? '', refuses, moment, key))
    if (luckOfAsking.once(0.4)) add(officeTime(at, luckOfAsking.between(3, 9) * HOUR), async (stage, moment, key) => deeds.answer(stage, `school.${plot.borough}`, asked[0] ?? '', false, moment, key))
  }

  /** The initial assessment team sees the signs on its next day, and now and then does not. */
  function assess(): void {
    const luckOfTeam = chance(`${plot.name} assessed`)
    if (luckOfTeam.once(0.07)) return
    const nextDay = officeTime(plot.receivedAt, luckOfTeam.between(120, 420) * MINUTE)
    const looked = after(plot.brief === true ? when.decided : when.rated, 20 * MINUTE)
    add(plot.fate === 'waiting' || nextDay > looked ? nextDay : looked, (stage, at, key) => deeds.assess(stage, held, plot, at, key))
  }

  function decide(): void {
    const outcome = plot.fate === 's17' || plot.fate === 'other-services' || plot.fate === 'nfa' ? plot.fate : 's47'
    add(when.decided, async (stage, at, key) => {
      await look(stage, at, key)
      await deeds.decide(stage, who.decider, held, { outcome, reason: DECISION_REASONS[outcome] }, at, key)
    })
    if (outcome === 's47' || outcome === 's17') add(after(when.decided, luck.between(5, 40) * MINUTE), (stage, at, key) => deeds.allocate(stage, who.decider, held, plot, at, key))
    if (who.professional) add(after(when.decided, luck.between(45, 110) * MINUTE), (stage, at, key) => deeds.tell(stage, who.worker, held, at, key))
    // A running one still waits for its second line, and its clocks run on.
    if (outcome !== 's47' && plot.until === undefined && GRAVE_CONCERNS.includes(plot.situation.concern ?? '')) {
      add(after(when.decided, luck.between(30, 150) * MINUTE), (stage, at, key) => deeds.secondLine(stage, who.supervisor, held, at, key))
    }
    if (!FATES_WITH_DISCUSSION.includes(plot.fate)) return push()
    discuss(when.discussed, plot.fate === 'two-agency')
    push()
    if (plot.fate === 'two-agency' && plot.until === undefined) discuss(officeTime(when.discussed, luck.between(18, 34) * HOUR), false)
  }

  function discuss(heldAt: Date, twoAgency: boolean): void {
    const plan = luck.once(0.94)
    add(after(heldAt, luck.between(10, 55) * MINUTE), async (stage, at, key) => {
      await deeds.discuss(stage, who.worker, held, { plot, heldAt, twoAgency, plan, cast: who.names, luck: chance(`${key} held`) }, at, key)
    })
    if (luck.once(twoAgency ? 0.7 : 0.92)) add(officeTime(heldAt, luck.between(2, 7) * HOUR), (stage, at, key) => deeds.circulate(stage, who.worker, held, at, key))
    if (twoAgency) return
    if (plot.brief !== true && luck.once(0.4)) add(after(heldAt, luck.between(60, 100) * MINUTE), (stage, at, key) => deeds.agree(stage, who.cait, held, luck.once(0.93), at, key))
    finishActions(heldAt)
  }

  /** The actions of the plan are due at the end of the fifth and the tenth day. */
  function finishActions(heldAt: Date): void {
    const outcome = plot.actions ?? luck.pick(['done', 'done', 'done', 'done-late', 'carried'] as const)
    if (outcome === 'left') return
    const first = after(heldAt, luck.between(1, 4) * DAY + luck.between(1, 5) * HOUR)
    add(first, (stage, at, key) => deeds.finish(stage, plot.borough, held, 0, at, key))
    const due = endOfLondonDay(addDays(londonDate(heldAt), 10))
    if (outcome === 'carried') {
      add(after(due, luck.between(-40, 30) * HOUR), (stage, at, key) => deeds.carry(stage, plot.borough, held, 1, at, key))
      add(after(due, 5 * DAY), (stage, at, key) => deeds.finish(stage, plot.borough, held, 1, at, key))
    } else {
      add(after(due, outcome === 'done' ? -luck.between(3, 90) * HOUR : luck.between(12, 120) * HOUR), (stage, at, key) => deeds.finish(stage, plot.borough, held, 1, at, key))
    }
  }

  function push(): void {
    const until = plot.until
    for (const [index, one] of (plot.pushes ?? []).entries()) {
      if (until === undefined) return
      const step = (until.getTime() - plot.receivedAt.getTime()) / 6
      add(before(until, step * ((plot.pushes ?? []).length - index) * 0.6), (stage, at, key) => deeds.push(stage, who.supervisor, held, one, at, key))
    }
  }
}

/** The partner accounts of a shown borough by the agency they refer for. */
const SENDERS: Readonly<Record<string, string>> = {
  education: 'school', health: 'gp', housing: 'housing', 'youth-offending': 'youth-offending', probation: 'probation', voluntary: 'voluntary',
}

interface Times {
  readonly claimed: Date
  readonly rated: Date
  readonly decided: Date
  readonly discussed: Date
}

/** When each step is taken: red at any hour, the rest in office hours; a running story has its steps in what time it had. */
function timesOf(plot: Plot, luck: Chance): Times {
  const { receivedAt, until, situation: { rag } } = plot
  const red = rag === 'red'
  const lateDecision = luck.once(0.12)
  const own = (milliseconds: number): Date => (red ? after(receivedAt, milliseconds) : officeTime(receivedAt, milliseconds))
  const claimed = red ? own(luck.between(10, 25) * MINUTE) : own(luck.between(20, rag === 'amber' ? 100 : 220) * MINUTE)
  const rated = after(claimed, luck.between(12, 35) * MINUTE)
  const decided = red ? own(luck.between(70, lateDecision ? 420 : 200) * MINUTE) : own((lateDecision ? luck.between(11, 18) : luck.between(4, 8)) * HOUR)
  const natural: Times = { claimed, rated, decided, discussed: discussedAt(plot, luck, decided) }
  if (until === undefined) return natural
  const span = until.getTime() - receivedAt.getTime()
  const noLater = (at: Date, share: number): Date => (at.getTime() - receivedAt.getTime() > span * share ? after(receivedAt, span * share) : at)
  return { claimed: noLater(claimed, 0.25), rated: noLater(rated, 0.35), decided: noLater(decided, 0.5), discussed: noLater(natural.discussed, 0.75) }
}

function discussedAt(plot: Plot, luck: Chance, decided: Date): Date {
  const soon = after(decided, luck.between(25, 80) * MINUTE)
  if (plot.fate === 'late') return officeTime(decided, luck.between(30, 52) * HOUR)
  if (plot.situation.rag === 'red') return soon
  if (plot.fate === 'two-agency') return officeTime(decided, luck.between(1, 5) * HOUR)
  // Most within a day of the report, the others within three working days.
  return luck.once(0.62) ? soon : officeTime(decided, luck.between(8, 14) * HOUR)
}

interface Cast {
  readonly officer: string
  readonly worker: string
  readonly decider: string
  readonly claimer: string
  readonly cait: string
  readonly supervisor: string
  /** The referrer is a professional outside police and social care, so is told. */
  readonly professional: boolean
  readonly names: { readonly worker: string; readonly manager: string; readonly police: string; readonly health: string; readonly referrer: string }
}

function castOf(borough: string, situation: Situation, luck: Chance): Cast {
  const [officer, worker, decider] = [`mash-officer.${borough}`, `social-worker.${borough}`, isShown(borough) && luck.once(0.4) ? `second-decision-maker.${borough}` : `decision-maker.${borough}`]
  const caitOfficer = caitOfficerOf(borough)
  const base = caitOfficer.borough
  const stranger = (): string => `${adultName(luck, luck.once(0.6) ? 'female' : 'male')} ${familyName(luck)}`
  return {
    officer, worker, decider, claimer: isShown(borough) && luck.once(0.3) ? `second-mash-officer.${borough}` : luck.once(0.6) ? worker : officer,
    cait: `cait-officer.${base}`, supervisor: `cait-supervisor.${base}`,
    professional: !['public', 'family', 'police', 'csc'].includes(situation.from.agency),
    names: { worker: accountOf(worker).name, manager: accountOf(decider).name, police: caitOfficer.name, health: stranger(), referrer: stranger() },
  }
}
