import { askToMeeting } from '@/lib/meetings/agenda/acts/ask-to-meeting'
import { moveMeeting } from '@/lib/meetings/agenda/acts/arrange-meeting'
import { bringResearch } from '@/lib/meetings/agenda/acts/bring-research'
import { callMap } from '@/lib/meetings/agenda/acts/call-map'
import { closeItem } from '@/lib/meetings/agenda/acts/close-item'
import { endMeeting } from '@/lib/meetings/agenda/acts/end-meeting'
import { issueMinutes } from '@/lib/meetings/agenda/acts/issue-minutes'
import { listForMeeting } from '@/lib/meetings/agenda/acts/list-for-meeting'
import { openMeeting } from '@/lib/meetings/agenda/acts/open-meeting'
import { signOff } from '@/lib/meetings/agenda/acts/sign-off'
import { monthOf, usualTime } from '@/lib/meetings/agenda/month'
import { answerInvitation } from '@/lib/meetings/calls/answer-invitation'
import { agreeAction } from '@/lib/meetings/room/acts/agree-action'
import { addAttendance, markAttendance } from '@/lib/meetings/room/acts/attendance'
import { considerOption } from '@/lib/meetings/room/acts/consider-option'
import { saveMinute } from '@/lib/meetings/room/acts/save-minute'
import { takeUpAction } from '@/lib/meetings/room/acts/take-up-action'
import { recordStrategyDiscussion } from '@/lib/strategy/record-strategy-discussion'
import { addDays, londonDate } from '@/lib/policy/calendar/london'
import { accountOf } from './accounts'
import { chance } from './chance'
import { putOnRecord } from './household'
import { after, before, DAY, HOUR, MINUTE } from './hours'
import { address, childName, familyName } from './names'
import type { Stage, Step, Story } from './stage'

/** Which borough shows its MASE: two months held, this month's prepared, and one MAP. */
export const MEETING_BOROUGH = 'bromley'

const WHY = {
  gifts: 'A phone and trainers that nobody at home bought. Seen twice getting into the same white car after school.',
  flat: 'Away overnight four times this month; found twice at the flats behind the market with the same two men.',
  online: 'Sends pictures to somebody she has never met, who now asks to meet her at the station.',
  older: 'Says that he owes money to an older boy and carries for him. Was in a hotel in Catford with adults.',
} as const
type ChildKey = keyof typeof WHY

/** The parts that somebody of the borough is asked for, by account. */
const ASKED: readonly (readonly [part: string, agency: string, account: string])[] = [
  ['borough-police', 'police', 'mase-chair'], ['csc', 'csc', 'decision-maker'], ['health', 'health', 'gp'], ['education', 'education', 'school'], ['youth-offending', 'youth-offending', 'youth-offending'],
  ['housing', 'housing', 'housing'], ['voluntary', 'voluntary', 'voluntary'], ['missing-persons-unit', 'police', 'missing-persons'],
]

/** The meetings of the borough that shows them. */
export function meetingStories(borough: string, base: Date): Story[] {
  if (borough !== MEETING_BOROUGH) return []
  const who = (local: string): string => `${local}.${borough}`
  const chair = who('mase-chair')
  const children = new Map<ChildKey, string>()
  const steps: Step[] = []
  const add = (at: Date, run: (stage: Stage) => Promise<unknown>): void => { steps.push({ at, run: async (stage) => { await run(stage) } }) }
  const [first, second] = lastTwo(base)

  for (const key of Object.keys(WHY) as ChildKey[]) {
    const name = `${borough} listed ${key}`
    const luck = chance(name)
    const girl = key !== 'older'
    const child = { givenName: childName(luck, girl ? 'female' : 'male'), familyName: familyName(luck), sex: girl ? 'female' as const : 'male' as const, bornOn: londonDate(before(base, (key === 'older' ? 16 : 14) * 365.25 * DAY + 150 * DAY)), ...address(luck) }
    const known = before(first, 12 * DAY)
    add(known, async (stage) => { children.set(key, await putOnRecord(stage, who('mash-officer'), { name, borough, child, known: {} }, known)) })
    const heldAt = before(first, 10 * DAY)
    add(heldAt, (stage) => stage.perform(recordStrategyDiscussion, who('social-worker'), {
      children: [children.get(key)], referralId: null, borough, mode: 'meeting', heldAt: heldAt.toISOString(), chair: accountOf(who('decision-maker')).name,
      participants: [
        { part: 'social-worker', name: accountOf(who('social-worker')).name }, { part: 'social-work-manager', name: accountOf(who('decision-maker')).name },
        { part: 'police', agency: 'police', name: accountOf(who('mash-officer')).name }, { part: 'health', agency: 'health', name: accountOf(who('gp')).name },
      ],
      informationShared: WHY[key], riskAnalysis: 'Likely significant harm through sexual exploitation while nothing changes.', decision: 's47', decisionReason: 'Reasonable cause to suspect significant harm.', enquiry: 'joint', policeOfficer: accountOf(who('mash-officer')).name,
      actions: [{ what: 'See the child alone', ownerAgency: 'csc', ownerName: accountOf(who('social-worker')).name, dueOn: addDays(londonDate(heldAt), 2) }],
    }, heldAt, `${name} discussion`))
  }

  /** One MASE from its listing to its minutes. `absent`: parts that nobody took. */
  const held = (at: Date, key: string, absent: readonly string[], items: readonly ({ readonly child: ChildKey } | { readonly kind: 'location' | 'theme'; readonly title: string; readonly why: string })[]): void => {
    const listed = before(at, 3 * DAY)
    const meeting = { id: '', items: [] as string[] }
    add(listed, async (stage) => {
      for (const [index, one] of items.entries()) {
        const input = 'child' in one ? { kind: 'victim', personId: children.get(one.child), why: WHY[one.child] } : one
        const ids = await stage.perform(listForMeeting, chair, { borough, ...input }, after(listed, index * MINUTE), `${key} item ${index}`)
        meeting.id = ids['callId'] ?? meeting.id
        meeting.items.push(ids['itemId'] ?? '')
      }
      await stage.perform(moveMeeting, chair, { callId: meeting.id, meetsAt: at.toISOString(), mode: 'meeting', place: 'Civic centre, committee room 2' }, after(listed, 10 * MINUTE), `${key} place`)
      await stage.perform(askToMeeting, chair, { callId: meeting.id, invited: ASKED.map(([part, agency, account]) => ({ part, agency, name: accountOf(who(account)).name })) }, after(listed, 11 * MINUTE), `${key} asked`)
    })
    add(before(at, DAY), async (stage) => {
      for (const [index, itemId] of meeting.items.entries()) {
        for (const [agency, account] of [['education', 'school'], ['health', 'gp']] as const) await stage.perform(bringResearch, who(account), { itemId, agency, found: index % 2 === 0 ? 'known' : 'nothing', says: index % 2 === 0 ? 'Known here since the spring; late and tired on Mondays.' : '' }, before(at, DAY), `${key} research ${index} ${agency}`)
      }
    })
    add(at, async (stage) => {
      await stage.perform(openMeeting, chair, { callId: meeting.id, chairName: accountOf(chair).name, chairAgency: 'police', chairRank: 'inspector' }, at, `${key} open`)
      const rows = await stage.as(chair, (tx) => tx.meetingAttendance.findMany({ where: { callId: meeting.id }, orderBy: { id: 'asc' } }))
      await stage.perform(markAttendance, chair, {
        callId: meeting.id, rows: rows.map((row) => ({ attendanceId: row.id, changed: true, present: !absent.includes(row.part), name: row.name, rank: row.part === 'borough-police' ? 'inspector' : '', canCommit: row.part === 'education' ? 'no' : 'yes' })),
      }, after(at, 5 * MINUTE), `${key} there`)
      // Before anything else: what the meetings before left.
      const waiting = await stage.as(chair, (tx) => tx.action.findMany({ where: { callId: { not: null }, borough, doneAt: null, carriedAt: null, setAt: { lt: at } }, orderBy: [{ setAt: 'asc' }, { id: 'asc' }], select: { id: true } }))
      for (const [index, action] of waiting.entries()) await stage.perform(takeUpAction, chair, { callId: meeting.id, actionId: action.id, outcome: index === 0 ? 'carried' : 'done', evidence: 'The flats were visited on Thursday with housing.', reason: 'Waits for the vehicle check.', dueOn: addDays(londonDate(at), 21) }, after(at, 6 * MINUTE), `${key} taken up ${index}`)
      for (const [index, itemId] of meeting.items.entries()) {
        const minute = after(at, (10 + 10 * index) * MINUTE)
        await stage.perform(saveMinute, chair, { itemId, fields: [
          { field: 'analysis', base: 0, text: 'The same two men and the same car are named by three agencies.' }, { field: 'risk', base: 0, text: 'High while the men are free to wait outside school.' },
          { field: 'decision', base: 0, text: 'Disrupt at the flats; officers at the bus station after school.' }, { field: 'mitigation', base: 0, text: 'Collected from school; her phone is looked at with her mother.' },
        ] }, minute, `${key} minutes ${index}`)
        const about = items[index]
        const personId = about !== undefined && 'child' in about ? children.get(about.child) ?? '' : children.get('gifts') ?? ''
        if (about !== undefined && 'child' in about) await stage.perform(considerOption, chair, { itemId, options: [{ option: 'cawn', used: 'no', why: 'The men are not identified yet; looked at again when they are.' }, { option: 'disrupt-place', used: 'yes', why: 'Visits to the flats with housing.' }] }, minute, `${key} options ${index}`)
        const [agency, account] = index % 2 === 0 ? ['police', 'missing-persons'] : ['housing', 'housing']
        await stage.perform(agreeAction, chair, { itemId, childId: about !== undefined && 'child' in about ? '' : personId, what: index % 2 === 0 ? 'Identify the driver of the white car' : 'Visit the flats behind the market with the neighbourhood team', ownerAgency: agency, ownerName: accountOf(who(account ?? '')).name, dueOn: addDays(londonDate(at), 14) }, after(minute, MINUTE), `${key} action ${index}`)
        await stage.perform(closeItem, chair, { itemId, riskLevel: index === 0 ? 'high' : 'medium' }, after(minute, 2 * MINUTE), `${key} close ${index}`)
      }
    })
    add(after(at, 2 * HOUR), async (stage) => {
      await stage.perform(endMeeting, chair, { callId: meeting.id }, after(at, 2 * HOUR), `${key} end`)
    })
    add(after(at, DAY), async (stage) => {
      await stage.perform(signOff, chair, { callId: meeting.id }, after(at, DAY), `${key} signed off`)
      await stage.perform(issueMinutes, chair, { callId: meeting.id }, after(at, DAY + HOUR), `${key} issued`)
    })
  }
  held(first, `${borough} mase first`, ['housing', 'voluntary', 'csc'], [{ child: 'gifts' }, { kind: 'theme', title: 'Lifts after school', why: 'Three schools tell of the same white car.' }])
  held(second, `${borough} mase second`, ['housing', 'voluntary'], [{ child: 'gifts' }, { child: 'flat' }, { kind: 'location', title: 'The kiosk by the bus station', why: 'Cigarettes and vapes for favours.' }])

  // The child's own meeting, and what it decided on the next MASE.
  const plan = { callId: '' }
  const planned = before(base, 4 * DAY)
  const heldAt = before(base, 5 * HOUR)
  const worker = who('social-worker')
  add(planned, async (stage) => {
    const ids = await stage.perform(callMap, worker, { personId: children.get('online'), meetsAt: heldAt.toISOString(), mode: 'meeting', place: 'Civic centre, room 4', leadAgency: 'csc', why: 'A plan for her: who keeps her phone, who meets her after school, what the police do.' }, planned, `${borough} map`)
    plan.callId = ids['callId'] ?? ''
    await stage.perform(askToMeeting, worker, { callId: plan.callId, invited: [
      { ask: true, part: 'social-worker', agency: 'csc', name: accountOf(worker).name }, { ask: true, part: 'education', agency: 'education', name: accountOf(who('school')).name }, { ask: true, part: 'health', agency: 'health', name: accountOf(who('gp')).name },
      { ask: true, part: 'parent', agency: 'other', name: 'Her mother' }, { ask: false, part: 'child', reason: 'She asked not to come; her worker brings what she wishes.' },
      { ask: false, part: 'youth-offending', reason: 'Not known to them.' },
    ] }, after(planned, MINUTE), `${borough} map asked`)
  })
  add(heldAt, async (stage) => {
    await stage.perform(openMeeting, worker, { callId: plan.callId, chairName: accountOf(who('decision-maker')).name, chairAgency: 'csc', chairRank: '' }, heldAt, `${borough} map open`)
    await stage.perform(addAttendance, worker, { callId: plan.callId, part: 'child-protection-manager', agency: 'csc', name: accountOf(who('decision-maker')).name, canCommit: 'yes' }, heldAt, `${borough} map chair`)
    const [item] = await stage.as(worker, (tx) => tx.meetingItem.findMany({ where: { callId: plan.callId }, select: { id: true } }))
    await stage.perform(saveMinute, worker, { itemId: item?.id, fields: [
      { field: 'analysis', base: 0, text: 'Groomed online by one man over two months; he knows where she goes to school.' }, { field: 'risk', base: 0, text: 'High: he asks to meet this week.' },
      { field: 'decision', base: 0, text: 'Category 2 agreed. Met after school each day; her phone is with the police until it is read.' }, { field: 'mitigation', base: 0, text: 'Her mother and her form teacher know whom to ring.' },
    ] }, after(heldAt, 20 * MINUTE), `${borough} map minutes`)
    await stage.perform(considerOption, worker, { itemId: item?.id, options: [{ option: 'cawn', used: 'yes', why: 'As soon as he is identified.' }] }, after(heldAt, 21 * MINUTE), `${borough} map options`)
    await stage.perform(agreeAction, worker, { itemId: item?.id, childId: '', what: 'Read the phone for who he is', ownerAgency: 'police', ownerName: accountOf(who('missing-persons')).name, dueOn: addDays(londonDate(heldAt), 5) }, after(heldAt, 22 * MINUTE), `${borough} map action`)
    await stage.perform(closeItem, worker, { itemId: item?.id, riskLevel: 'high' }, after(heldAt, 25 * MINUTE), `${borough} map close`)
    await stage.perform(endMeeting, worker, { callId: plan.callId, agreedCategory: '2', otherChildren: 'Her sister of eleven, who has the same contact.', recovery: 'The station and her cousin’s flat first.', prosecution: 'Good once the phone is read.' }, after(heldAt, HOUR), `${borough} map end`)
  })

  // This month's: what the MAP decided, two more children, a place and a theme; some agencies have sent what they know.
  const meeting = { id: '', items: [] as string[] }
  const listed = before(base, 3 * HOUR)
  add(listed, async (stage) => {
    const inputs = [
      { kind: 'victim', personId: children.get('older'), why: WHY.older }, { kind: 'victim', personId: children.get('flat'), why: 'Back on the list: away twice since the last meeting.' },
      { kind: 'location', title: 'The hotel by the roundabout', why: 'Two children found there with adults who paid in cash.' }, { kind: 'theme', title: 'Contact through games', why: 'Four schools in two weeks.' },
    ]
    for (const [index, input] of inputs.entries()) {
      const ids = await stage.perform(listForMeeting, chair, { borough, ...input }, after(listed, index * MINUTE), `${borough} mase next item ${index}`)
      meeting.id = ids['callId'] ?? meeting.id
    }
    await stage.perform(askToMeeting, chair, { callId: meeting.id, invited: ASKED.slice(0, 6).map(([part, agency, account]) => ({ part, agency, name: accountOf(who(account)).name })) }, after(listed, 5 * MINUTE), `${borough} mase next asked`)
  })
  add(before(base, 2 * HOUR), async (stage) => {
    const at = before(base, 2 * HOUR)
    const asked = await stage.as(chair, (tx) => tx.meetingInvitation.findMany({ where: { callId: meeting.id }, select: { id: true, part: true } }))
    const items = await stage.as(chair, (tx) => tx.meetingItem.findMany({ where: { callId: meeting.id }, orderBy: { position: 'asc' }, select: { id: true } }))
    for (const [part, account] of [['education', 'school'], ['health', 'gp']] as const) {
      await stage.perform(answerInvitation, who(account), { invitationId: asked.find((one) => one.part === part)?.id, coming: 'yes', brings: '' }, at, `${borough} mase next coming ${part}`)
      for (const [index, item] of items.slice(0, part === 'education' ? 5 : 2).entries()) {
        await stage.perform(bringResearch, who(account), { itemId: item.id, agency: part, found: index === 1 ? 'nothing' : 'known', says: index === 1 ? '' : 'Seen here twice this month. What was said is with the safeguarding lead.' }, after(at, index * MINUTE), `${borough} mase next research ${part} ${index}`)
      }
    }
    await stage.perform(answerInvitation, who('housing'), { invitationId: asked.find((one) => one.part === 'housing')?.id, coming: 'no', brings: '' }, at, `${borough} mase next housing`)
  })
  return [{ name: `${borough} meetings`, steps }]
}

/** The hours of the two monthly meetings before this month's. */
function lastTwo(base: Date): [Date, Date] {
  const month = (at: Date): Date => usualTime(monthOf(at))
  const begin = new Date(`${monthOf(base)}-15T12:00:00Z`)
  const second = month(before(begin, 30 * DAY))
  return [month(before(second, 30 * DAY)), second]
}
