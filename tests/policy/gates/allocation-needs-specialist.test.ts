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

it('a team that is not known is not refused', () => {
  expect(rulesAtTheEnd(access, allocated(null))).toEqual([])
})

it('what was closed before is another matter', () => {
  const closed: Line = { when: '2016-05-17 09:00', what: 'case-closed' }
  expect(rulesAtTheEnd(access, closed, allocated('territorial policing'))).toEqual([])
  expect(rulesAtTheEnd({ ...closed, when: '2016-05-15 09:00' }, access, allocated('territorial policing'))).toEqual(REFUSED)
})
