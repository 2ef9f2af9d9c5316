import { expect, it } from 'vitest'
import { rulesAtTheEnd } from '@/tests/support/gated'
import type { Line } from '@/tests/support/story'

const REFUSED = ['allocation-needs-specialist']
const allocated = (team: string | null): Line => ({ when: '2016-05-20 09:00', what: 'case-allocated', with: team === null ? {} : { team } })
const access: Line = { when: '2016-05-16 09:00', what: 'intelligence-checked', with: { access_to_children: true } }
const household: Line = { when: '2016-05-16 09:00', what: 'referral-made', with: { concern: 'household-child' } }

it('a suspect with access to children goes to specialists, however it became known', () => {
  expect(rulesAtTheEnd(access, allocated('territorial policing'))).toEqual(REFUSED)
  expect(rulesAtTheEnd(household, allocated('territorial policing'))).toEqual(REFUSED)
  expect(rulesAtTheEnd({ ...access, with: { access_to_children: false } }, allocated('territorial policing'))).toEqual([])
})

it.each(['CAIT', 'Child abuse investigation team', 'Sapphire', 'SOECA', 'Jigsaw', 'Children’s social care'])('%s is a team of specialists', (team) => {
  expect(rulesAtTheEnd(access, allocated(team))).toEqual([])
})

it('the suspect’s own family counts as access, and so does a position of trust', () => {
  const told = (relationship: string): Line => ({ when: '2016-05-16 09:00', what: 'contact-received', with: { concern: 'indecent-images', suspect: 'known', suspect_relationship: relationship } })
  for (const relationship of ['father', 'step-father', 'foster carer', 'teacher']) expect(rulesAtTheEnd(told(relationship), allocated('territorial policing')), relationship).toEqual(REFUSED)
  for (const relationship of ['stranger', 'not family', 'another child']) expect(rulesAtTheEnd(told(relationship), allocated('territorial policing')), relationship).toEqual([])
  expect(rulesAtTheEnd(told('father'), allocated('borough non-specialist team'))).toEqual(REFUSED)
})

it('violence in the family goes to those who know it too', () => {
  const told: Line = { when: '2016-05-16 09:00', what: 'contact-received', with: { concern: 'domestic-abuse', suspect_relationship: 'father' } }
  expect(rulesAtTheEnd(told, allocated('community safety unit'))).toEqual([])
  expect(rulesAtTheEnd(told, allocated('response team'))).toEqual(REFUSED)
})

it('a team that is not known is not refused', () => {
  expect(rulesAtTheEnd(access, allocated(null))).toEqual([])
})

it('what was closed before is another matter', () => {
  const closed: Line = { when: '2016-05-17 09:00', what: 'case-closed' }
  expect(rulesAtTheEnd(access, closed, allocated('territorial policing'))).toEqual([])
  expect(rulesAtTheEnd({ ...closed, when: '2016-05-15 09:00' }, access, allocated('territorial policing'))).toEqual(REFUSED)
})
