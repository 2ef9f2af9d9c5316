import { z } from 'zod'
import { borough, choice, id, instant, personInput, text } from '@/lib/referrals/input'
import { REACHED, RELATIONS, RESULTS } from '@/lib/wording/other-children'

const noId = z.union([z.literal('').transform(() => null), id]).nullish().transform((value) => value ?? null)

export const nameOtherInput = z.object({
  personId: id,
  /** Somebody on record, or null: the child is put on record now. */
  otherId: noId,
  other: personInput.nullish().transform((value) => value ?? null),
  borough: z.union([z.literal('').transform(() => null), borough]).nullish().transform((value) => value ?? null),
  relation: choice(RELATIONS, 'Say how this child comes into it'),
  suspectId: noId,
  learnedAt: instant('Enter when this was learned').nullish().transform((value) => value ?? null),
  reason: text(5000, 'Say who told you, and what the risk to this child may be'),
}).superRefine((input, context) => {
  const problem = (path: (string | number)[], message: string): void => context.addIssue({ code: 'custom', path, message })
  if (input.otherId === input.personId) problem(['relation'], 'Choose another child: this is the child whose page it is')
  if (input.otherId !== null) return
  if (input.other === null || (input.other.givenName === null && input.other.familyName === null && input.other.description === null && input.relation !== 'unborn')) problem(['other', 'givenName'], 'Enter the child’s name, or describe the child if the name is not known')
  if (input.borough === null) problem(['borough'], 'Choose the borough where this child lives: the duty runs there')
})

export const assessOtherInput = z.object({
  otherChildId: id,
  result: choice(RESULTS, 'Say what you found'),
  assessedAt: instant('Enter when it was assessed').nullish().transform((value) => value ?? null),
  reason: text(5000, 'Say what it rests on: who saw the child, which records were checked'),
})

export const checkWiderInput = z.object({
  personId: id,
  suspectId: noId,
  checkedAt: instant('Enter when it was checked').nullish().transform((value) => value ?? null),
  reached: z.array(z.enum(REACHED, { error: 'Choose from the list' }), { error: 'Choose where you looked' }).min(1, 'Choose where you looked'),
  found: z.enum(['yes', 'no'], { error: 'Say whether other children were found' }),
  account: text(5000, 'Say what was found and how'),
})
