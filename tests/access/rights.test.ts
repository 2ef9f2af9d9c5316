import { describe, expect, it } from 'vitest'
import type { Actor, Membership } from '@/lib/access/actor'
import { ACTS, mayAs, mayEver, membershipFor, type ActName } from '@/lib/access/permissions'
import { AGENCIES, rankAtLeast, ROLES, type Agency, type Rank, type Role } from '@/lib/access/roles'
import { COLUMNS, ORACLE } from './oracle'

const membership = (role: Role, agency: Agency, boroughs: readonly string[] = ['bromley'], rank: Rank | null = null): Membership =>
  ({ id: 'm', role, agency, rank, teamId: 't', teamName: 'T', boroughs })
const actor = (...memberships: Membership[]): Actor => ({ accountId: 'a', name: 'A', email: 'a', memberships, opened: [] })

/** What the typed table says, reckoned without the code under test. */
function may(act: string, role: Role, agency: Agency, facts: { agency?: string; urgent?: boolean }, rank: Rank | null): boolean {
  const cell = ORACLE[act]?.[COLUMNS.findIndex(([column]) => column === role)]
  if (cell === 'y') return true
  if (cell === 'o') return facts.agency === undefined || facts.agency === agency
  if (cell === 'u') return facts.urgent === true
  if (cell === 'c') return agency === 'csc'
  if (cell === 's') return rankAtLeast(rank, 'sergeant')
  if (cell === 'i') return rankAtLeast(rank, 'inspector')
  return cell === 'p' ? agency === 'police' : false
}

describe('the table of rights', () => {
  it('has every act and every role, and no other', () => {
    expect(Object.keys(ORACLE).sort()).toEqual([...ACTS].sort())
    expect(COLUMNS.map(([role]) => role).sort()).toEqual([...ROLES].sort())
    for (const [act, cells] of Object.entries(ORACLE)) expect(cells, act).toMatch(/^[youcpsi-]{15}$/)
  })

  it.each(ACTS)('%s: every role, of every agency and rank, urgent or not, about every agency', (act) => {
    for (const role of ROLES) for (const agency of AGENCIES) for (const urgent of [undefined, true, false]) for (const about of [undefined, ...AGENCIES]) for (const rank of [null, 'constable', 'sergeant', 'inspector'] as const) {
      const facts = { ...(urgent === undefined ? {} : { urgent }), ...(about === undefined ? {} : { agency: about }) }
      expect(mayAs(membership(role, agency, ['bromley'], rank), act, facts), `${role} of ${agency}, ${rank ?? 'no rank'}, ${JSON.stringify(facts)}`).toBe(may(act, role, agency, facts, rank))
    }
  })

  it('an act or a role that nobody has heard of is refused', () => {
    const odd = (word: string) => word as unknown as ActName & Role
    for (const role of ROLES) for (const act of ['', 'no-such-act', 'toString', '__proto__', 'constructor']) {
      expect(mayAs(membership(role, 'police'), odd(act))).toBe(false)
      expect(mayEver(actor(membership(role, 'police')), odd(act))).toBe(false)
    }
    for (const act of ACTS) for (const role of ['', 'chief-of-everything', 'toString', '__proto__']) {
      expect(mayAs(membership(odd(role), 'police'), act)).toBe(false)
      expect(mayEver(actor(membership(odd(role), 'police')), act)).toBe(false)
      expect(membershipFor(actor(membership(odd(role), 'police')), act, null)).toBeNull()
    }
  })

  it('holds in the boroughs of the membership, and several memberships add up', () => {
    const officer = membership('mash-officer', 'police', ['bromley', 'sutton'])
    expect(['bromley', 'sutton', 'camden', null].map((borough) => membershipFor(actor(officer), 'claim', borough) !== null)).toEqual([true, true, false, true])
    expect(membershipFor(actor(membership('mash-officer', 'police', [])), 'claim', 'camden'), 'no boroughs: all of London').not.toBeNull()
    const both = actor(officer, { ...membership('mash-decision-maker', 'csc', ['camden']), id: 'm2' })
    expect(membershipFor(both, 'decide-referral', 'camden')?.id).toBe('m2')
    expect(membershipFor(both, 'decide-referral', 'bromley')).toBeNull()
    expect(membershipFor(actor(), 'claim', null), 'nobody').toBeNull()
  })
})
