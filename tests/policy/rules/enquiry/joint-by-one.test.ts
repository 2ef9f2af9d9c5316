import { describe, expect, it } from 'vitest'
import { discussion, open, owed, type Line } from '@/tests/support/story'

const JOINT = 'joint-enquiry-single-agency'
const visit = (more: Record<string, unknown>, when = '2016-05-18 09:00'): Line => ({ when, what: 'enquiry-visit', with: more })

describe('a joint enquiry is made by both', () => {
  it.each([
    [{ joint_agreed: true, by: 'csc' }, 1], [{ joint_agreed: true, by: 'police' }, 1], [{ joint_agreed: true, by: ['csc'] }, 1], [{ joint_agreed: true, by: 'social worker' }, 1],
    [{ joint_agreed: true, by: 'police and csc' }, 0], [{ joint_agreed: true, by: ['police', 'social-worker'] }, 0], [{ joint_agreed: true, by: 'both' }, 0],
    [{ joint_agreed: true }, 0], [{ joint_agreed: false, by: 'csc' }, 0], [{ by: 'csc' }, 0],
  ])('%j: %s raised', (more, raised) => expect(owed(JOINT, [visit(more)])).toHaveLength(raised))

  it('agreed at the discussion is agreed', () => {
    expect(owed(JOINT, [discussion('2016-05-17 09:00', null, { enquiry: 'joint' }), visit({ by: 'csc' })])).toHaveLength(1)
    expect(owed(JOINT, [discussion('2016-05-17 09:00', null, { enquiry: 'single-csc' }), visit({ by: 'csc' })])).toEqual([])
  })

  it('is over when both have made it', () => {
    expect(open(JOINT, [visit({ joint_agreed: true, by: 'csc' }), visit({ by: 'police and csc' }, '2016-05-19 09:00')])).toEqual([])
    expect(open(JOINT, [visit({ joint_agreed: true, by: 'csc' }), visit({ by: 'csc' }, '2016-05-19 09:00')])).toHaveLength(1)
  })
})
