import { describe, expect, it } from 'vitest'
import { CROWD, homeOf, type Home, type HouseholdRow, type Member } from '@/lib/policy/household/members'
import { seenAtOnce, type Resident } from '@/lib/policy/household/seen'
import { open, owed, london, type Line } from '@/tests/support/story'

const now = new Date('2016-05-16T09:00:00Z')
const day = (n: number): Date => new Date(now.getTime() + n * 86_400_000)
const row = (how: HouseholdRow['how'], personId: string, since: number, more: Partial<HouseholdRow> = {}): HouseholdRow => ({ ofId: 'wren', personId, how, stay: null, ofSince: null, since: day(since), ...more })
const own = (since: number): HouseholdRow => row('own', 'wren', since, { stay: 'here' })
const beside = (personId: string, since: number, ofSince: number): HouseholdRow => row('beside', personId, since, { stay: 'here', ofSince: day(ofSince) })

describe('a household at a moment', () => {
  it('is who has the same home, since both are there; once, at whatever address of theirs', () => {
    expect(homeOf('wren', [own(-9), beside('ada', -30, -9), beside('bo', -2, -9), beside('ada', -3, -9)])).toEqual({ crowd: [], members: [{ personId: 'ada', how: 'address', since: day(-9) }, { personId: 'bo', how: 'address', since: day(-2) }] })
    expect(homeOf('other', [own(-9), beside('ada', -30, -9)]).members).toEqual([])
  })

  it('and who is said to live there, unless one of the two has moved since to where the other does not live', () => {
    const said = row('said', 'cy', -10)
    expect(homeOf('wren', [said]).members).toEqual([{ personId: 'cy', how: 'said', since: day(-10) }])
    expect(homeOf('wren', [own(-5), said]).members).toHaveLength(1)
    expect(homeOf('wren', [own(-5), said, row('theirs', 'cy', -20)]).members).toEqual([])
    expect(homeOf('wren', [own(-20), said, row('theirs', 'cy', -5)]).members).toEqual([])
    // Both addresses are older than the word.
    expect(homeOf('wren', [own(-20), said, row('theirs', 'cy', -11)]).members).toHaveLength(1)
    expect(homeOf('wren', [own(-20), said, row('theirs', 'cy', -10)]).members).toHaveLength(1)
    expect(homeOf('wren', [own(-5), said, row('theirs', 'cy', -5, { stay: 'here' }), beside('cy', -5, -5)]).members).toEqual([{ personId: 'cy', how: 'both', since: day(-10) }])
  })

  it('is none where too many share the address; who is said to live there still does', () => {
    const many = (n: number): HouseholdRow[] => Array.from({ length: n }, (_, index) => beside(`p${index}`, -3, -1))
    expect(homeOf('wren', [own(-1), ...many(CROWD)])).toMatchObject({ crowd: [], members: { length: CROWD } })
    const crowded = homeOf('wren', [own(-1), ...many(CROWD + 1), row('said', 'p3', -1)])
    expect([crowded.crowd.length, crowded.members.map((one) => one.personId)]).toEqual([CROWD + 1, ['p3']])
  })
})

const resident = (id: string, more: Partial<Resident> = {}): Resident => ({ id, child: true, restricted: false, plan: false, lookedAfter: false, enquiry: false, borough: 'bromley', concernTo: [], ...more })
const adult = (id: string, more: Partial<Resident> = {}): Resident => resident(id, { child: false, ...more })
const member = (personId: string, since = 0): Member => ({ personId, how: 'address', since: day(since) })
const risk = { concernTo: [{ childId: 'elsewhere', since: day(-100) }] }

function look(moved: readonly string[], people: readonly Resident[], more: Partial<Parameters<typeof seenAtOnce>[0]> = {}): Record<string, string[]> {
  const homes = new Map(moved.map((id): [string, Home] => [id, { members: people.filter((one) => one.id !== id).map((one) => member(one.id)), crowd: [] }]))
  const { findings } = seenAtOnce({ homes, residents: new Map(people.map((one) => [one.id, one])), together: () => false, told: () => false, now, ...more })
  return Object.fromEntries(findings.map((one) => [one.subject, [...one.why]]))
}

describe('what is seen at once', () => {
  it.each<[string, Partial<Resident>, string]>([['on a plan', { plan: true }, 'plan'], ['looked after', { lookedAfter: true }, 'looked-after'], ['under an enquiry', { enquiry: true }, 'enquiry']])('a child comes to live with one who is %s: both records', (_, status, why) => {
    expect(look(['new'], [resident('new'), resident('there', { ...status, borough: 'camden' })])).toEqual({ new: [why], there: ['joined'] })
    // And the other way about: whom nobody looks at yet is assessed.
    expect(look(['new'], [resident('new', status), resident('there')])).toEqual({ there: [why], new: ['joined'] })
  })

  it('nothing where the plan has ended, where the other is of age, where both are adults, or neither is known for anything', () => {
    expect(look(['new'], [resident('new'), resident('there')])).toEqual({})
    expect(look(['new'], [resident('new'), adult('there', { plan: true, lookedAfter: true })])).toEqual({})
    expect(look(['new'], [adult('new', risk), adult('there')])).toEqual({})
  })

  it('two of one referral in one borough are looked at already; in two boroughs they are not', () => {
    expect(look(['new'], [resident('new'), resident('there', { plan: true })], { together: () => true })).toEqual({})
    expect(look(['new'], [resident('new'), resident('there', { plan: true, borough: 'camden' })], { together: () => true })).toEqual({ new: ['plan'], there: ['joined'] })
  })

  it('an adult who poses a risk, whoever of the two came; not one whose risk has ended, nor by the tie that the act itself makes', () => {
    expect(look(['new'], [resident('new'), adult('man', risk)])).toEqual({ new: ['concern'], man: ['child-there'] })
    expect(look(['man'], [adult('man', risk), resident('a'), resident('b'), adult('mother')])).toEqual({ a: ['concern'], b: ['concern'], man: ['child-there'] })
    expect(look(['new'], [resident('new'), adult('man')])).toEqual({})
    expect(look(['new'], [resident('new'), adult('man', { concernTo: [{ childId: 'new', since: now }] })])).toEqual({})
    // Found with this very child years ago, and now under one roof.
    expect(look(['new'], [resident('new'), adult('man', { concernTo: [{ childId: 'new', since: day(-400) }] })])).toEqual({ new: ['concern'], man: ['child-there'] })
    // A child can be one too.
    expect(look(['new'], [resident('new'), resident('boy', risk)])).toEqual({ new: ['concern'], boy: ['child-there'] })
  })

  it('of a restricted person nothing on another’s record; its own is told', () => {
    expect(look(['new'], [resident('new'), adult('man', { ...risk, restricted: true })])).toEqual({})
    expect(look(['new'], [resident('new'), resident('there', { plan: true, restricted: true })])).toEqual({ there: ['joined'] })
    expect(look(['new'], [resident('new', { restricted: true }), adult('man', risk)])).toEqual({ new: ['concern'] })
    const { pairs } = seenAtOnce({ homes: new Map([['new', { members: [member('there')], crowd: [] }]]), residents: new Map([resident('new'), resident('there', { plan: true, restricted: true })].map((one) => [one.id, one])), together: () => false, told: () => false, now })
    expect(pairs).toEqual([])
  })

  it('is told once for as long as they live together, and again when they have lived apart', () => {
    const told = (when: Date) => (_: string, key: string, since: Date): boolean => key.endsWith(':plan') && when.getTime() >= since.getTime()
    const people = [resident('new'), resident('there', { plan: true })]
    expect(look(['new'], people, { told: told(day(0)) })).toEqual({ there: ['joined'] })
    expect(look(['new'], people, { told: told(day(-1)) })).toEqual({ new: ['plan'], there: ['joined'] })
  })

  it('two newcomers together: whoever is known for nothing yet is assessed, once', () => {
    const people = [resident('a', { plan: true }), resident('b')]
    expect(look(['a', 'b'], people)).toEqual({ b: ['plan'], a: ['joined'] })
    expect(look(['b', 'a'], people)).toEqual({ b: ['plan'], a: ['joined'] })
  })

  it('a crowd: the newcomer alone is told, and of at most five people of concern there', () => {
    const crowd = Array.from({ length: 20 }, (_, index) => adult(`p${index}`, index < 9 ? risk : {}))
    const seen = seenAtOnce({ homes: new Map([['new', { members: [], crowd: crowd.map((one) => member(one.id)) }]]), residents: new Map([resident('new'), ...crowd].map((one) => [one.id, one])), together: () => false, told: () => false, now })
    expect(seen.findings.map((one) => [one.subject, one.why, one.concern.length])).toEqual([['new', ['crowd', 'concern'], 5]])
  })
})

describe('what is owed then', () => {
  const joined = (more: Record<string, unknown>, when = '2016-05-16 09:00'): Line => ({ when, what: 'household-joined', with: { new_risk: true, new_person: true, ...more } })
  const then = (what: Line['what'], more: Record<string, unknown> = {}, when = '2016-05-16 12:00'): Line => ({ when, what, with: more })

  it('a person of concern in the home: assessed within 24 hours; what was done before answers nothing, and a grown person is owed nothing', () => {
    const HOME = 'household-child-unassessed'
    expect(owed(HOME, [joined({ concern_ids: ['man'] })])[0]).toMatchObject({ dueAt: london('2016-05-17 09:00') })
    expect(owed(HOME, [joined({ linked_children: ['sister'] })])).toEqual([])
    expect(open(HOME, [then('child-seen', {}, '2016-05-15 09:00'), joined({ concern_ids: ['man'] })])).toHaveLength(1)
    expect(open(HOME, [joined({ concern_ids: ['man'] }), then('child-seen')])).toEqual([])
    expect(open(HOME, [joined({ concern_ids: ['man'] }), then('child-seen'), joined({ concern_ids: ['other'] }, '2016-05-20 09:00')])).toHaveLength(1)
    expect(owed(HOME, [joined({ concern_ids: ['man'] })], { child: { adultSince: new Date(0) } })).toEqual([])
    expect(owed('strategy-discussion-overdue', [joined({ concern_ids: ['man'] })])).toEqual([])
  })

  it('another child: assessed by name within 24 hours, and again where it comes again', () => {
    const OTHER = 'linked-child-unassessed'
    expect(owed(OTHER, [joined({ linked_children: ['sister'] })])[0]).toMatchObject({ dueAt: london('2016-05-17 09:00'), item: 'sister' })
    expect(owed(OTHER, [joined({ concern_ids: ['man'] })])).toEqual([])
    const assessed = then('information-actioned', { linked_child: 'sister' })
    expect(open(OTHER, [joined({ linked_children: ['sister'] }), assessed])).toEqual([])
    expect(open(OTHER, [joined({ linked_children: ['sister'] }), assessed, joined({ linked_children: ['sister'] }, '2016-05-20 09:00')])).toHaveLength(1)
  })
})
