import { z } from 'zod'
import { RANKS } from '@/lib/access/roles'
import { choice, id, instant, optionalText, text } from '@/lib/referrals/input'
import { APPLIED, ENDED, ORDER_ENDED, ROUTES, TOLD } from '@/lib/wording/protection'

const rank = choice(RANKS, 'Choose the rank')
const rankOrNone = z.enum([...RANKS, ''], { error: 'Choose from the list' }).nullish().transform((value) => (value ? value : null))
const told = z.array(z.enum(TOLD, { error: 'Choose from the list' })).nullish().transform((value) => value ?? [])
const referralId = z.union([z.literal('').transform(() => null), id]).nullish().transform((value) => value ?? null)

export const takenInput = z.object({
  personId: id,
  takenAt: instant('Enter when the child was taken into police protection'),
  takenBy: text(120, 'Name the officer who took the child, with number'),
  takenRank: rank,
  ground: text(5000, 'Say what reasonable cause there was to believe that the child would likely suffer significant harm'),
  place: text(200, 'Say where the child is now'),
  designatedOfficer: optionalText(120),
  designatedRank: rankOrNone,
  told,
  wishes: optionalText(5000),
  /** What is new since an earlier taking; asked where there was one. */
  freshGround: optionalText(5000),
  authorisedBy: optionalText(120),
  authorisedRank: rankOrNone,
  referralId,
}).superRefine((input, context) => {
  if (input.designatedOfficer !== null && input.designatedRank === null) context.addIssue({ code: 'custom', path: ['designatedRank'], message: 'Choose the rank of the designated officer' })
  if (input.authorisedBy !== null && input.authorisedRank === null) context.addIssue({ code: 'custom', path: ['authorisedRank'], message: 'Choose the rank of who authorised it' })
})

export const updateInput = z.object({
  protectionId: id, designatedOfficer: optionalText(120), designatedRank: rankOrNone, place: optionalText(200), told, wishes: optionalText(5000),
  toldAt: instant('Enter when they were told').nullish().transform((value) => value ?? null), note: optionalText(5000),
}).superRefine((input, context) => {
  if (input.designatedOfficer !== null && input.designatedRank === null) context.addIssue({ code: 'custom', path: ['designatedRank'], message: 'Choose the rank of the designated officer' })
  if (input.designatedOfficer === null && input.place === null && input.told.length === 0 && input.wishes === null && input.note === null) {
    context.addIssue({ code: 'custom', path: ['designatedOfficer'], message: 'Enter what is to be added: an officer, a place, who was told, or what the child wishes' })
  }
})

export const extendInput = z.object({ protectionId: id, until: instant('Enter until when the child is to be kept'), reason: text(5000, 'Say why the child is to be kept longer') })

export const endInput = z.object({
  protectionId: id, endedAt: instant('Enter when it ended'), how: choice(ENDED, 'Say how it ended'), place: text(200, 'Say where the child is now'), account: text(5000, 'Say why the child is safe there'),
})

export const notUsedInput = z.object({
  personId: id, at: instant('Enter when it was considered'), officer: text(120, 'Name the officer who decided'), reason: text(5000, 'Say why it was not used, and what keeps the child safe instead'), referralId,
})

export const orderInput = z.object({
  personId: id,
  madeAt: instant('Enter when the order was made'),
  court: text(160, 'Name the court'),
  until: instant('Enter until when the order runs'),
  appliedBy: choice(APPLIED, 'Say who applied'),
  route: z.enum(ROUTES, { error: 'Say whether the designated officer applied' }).nullish().transform((value) => value ?? 'own'),
  place: optionalText(200),
  ground: text(5000, 'Say on what grounds the order was made'),
  referralId,
}).superRefine((input, context) => {
  if (input.until instanceof Date && input.madeAt instanceof Date && input.until.getTime() <= input.madeAt.getTime()) context.addIssue({ code: 'custom', path: ['until'], message: 'The order runs out after it was made: read the date again' })
})

export const extendOrderInput = z.object({ protectionId: id, extendedAt: instant('Enter when the court extended it'), until: instant('Enter until when the order now runs'), reason: text(5000, 'Say why the court extended it') })

export const endOrderInput = z.object({
  protectionId: id, endedAt: instant('Enter when it ended'), how: choice(ORDER_ENDED, 'Say how it ended'), place: optionalText(200), account: text(5000, 'Say what protects the child now'),
})
