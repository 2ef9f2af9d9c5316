import { expect, it } from 'vitest'
import { chairVerdict, rankIn } from '@/lib/policy/meetings/chair'
import { memberOf, membersOf, MEMBERS } from '@/lib/policy/meetings/members'
import { BASELINE, withOverlay } from '@/lib/policy/packs'

it('each member has words; a kind without a list asks for nobody', () => {
  for (const kind of ['MASE', 'MAP', 'merged']) for (const member of membersOf(kind, BASELINE)) expect(MEMBERS).toHaveProperty(member)
  expect(membersOf('MASE', BASELINE)).toContain('missing-persons-unit')
  expect(membersOf('MAP', BASELINE)).not.toContain('housing')
  expect(membersOf('merged', BASELINE)).toEqual(expect.arrayContaining(['housing', 'parent']))
  expect(membersOf('MAPPA', BASELINE)).toEqual([])
})

it.each([
  ['missing children charity', 'voluntary'], ['Barnardo’s', 'voluntary'], ['MPU', 'missing-persons-unit'], ['missing persons unit', 'missing-persons-unit'], ['CAMHS nurse', 'camhs'], ['school nurse', 'education'], ['GP', 'health'], ['local authority', 'csc'], ['social worker', 'social-worker'], ['YOT', 'youth-offending'],
  ['sexual exploitation team', 'sexual-exploitation-team'], ['borough police', 'borough-police'], ['housing', 'housing'], ['mother', 'parent'], ['the child', 'child'], ['fire brigade', null],
])('%s is %s', (words, member) => {
  expect(memberOf(words)).toBe(member)
})

it.each([
  ['inspector', 'inspector'], ['Detective Inspector', 'inspector'], ['DI', 'inspector'], ['T/DCI', 'chief-inspector'], ['chief inspector', 'chief-inspector'], ['Supt', 'superintendent'], ['Det Ch Supt', 'chief-superintendent'], ['chief superintendent', 'chief-superintendent'], ['PS', 'sergeant'], ['DC', 'constable'], ['commander', 'commander'], ['service manager', null],
])('%s is of the rank %s', (words, rank) => {
  expect(rankIn(words)).toBe(rank)
})

it('a borough may ask for a higher chair', () => {
  const pack = withOverlay(BASELINE, { id: 'bromley', version: '1', values: { 'mase.chair-rank': ['chief-inspector'] } })
  const chair = { rank: 'inspector', agency: 'police' }
  expect(chairVerdict('MASE', chair, BASELINE).ok).toBe(true)
  expect(chairVerdict('MASE', chair, pack).ok).toBe(false)
  expect(chairVerdict('MASE', { rank: undefined, agency: undefined }, BASELINE).ok).toBeNull()
  expect(chairVerdict('MARAC', { rank: null, agency: 'csc' }, BASELINE).ok).toBe(true)
})
