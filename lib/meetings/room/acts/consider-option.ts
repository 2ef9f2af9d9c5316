import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { OPTIONS } from '@/lib/policy/exploitation/options'
import { id, optionalText } from '@/lib/referrals/input'
import { counted } from '@/lib/wording/lists'
import { optionsConsidered } from '../../agenda/minutes'
import { itemInSession } from '../find-item'

const input = z.object({
  itemId: id,
  options: z.array(z.object({
    option: z.enum(OPTIONS, { error: 'Choose from the list' }),
    /** Left open: it was not talked of yet. */
    used: z.enum(['yes', 'no', ''], { error: 'Say whether it is used' }).nullish().transform((value) => (value === 'yes' ? true : value === 'no' ? false : null)),
    why: optionalText(1000),
  })).max(OPTIONS.length, 'Too many options'),
}).superRefine(({ options }, context) => {
  const problem = (index: number, path: string, message: string): void => context.addIssue({ code: 'custom', path: ['options', index, path], message })
  options.forEach(({ used, why }, index) => {
    if (used !== null && why === null) problem(index, 'why', used ? 'Say how it is used' : 'Say why it is not used')
    if (used === null && why !== null) problem(index, 'used', 'Say whether it is used')
  })
  if (options.every(({ used }) => used === null) && options.every(({ why }) => why === null)) context.addIssue({ code: 'custom', path: ['options', 0, 'used'], message: 'Say of at least one option whether it is used' })
})

/** Each listed option that was talked of for an item: used or not, and why. What was said before stays; the later word stands. */
export const considerOption: Act<typeof input> = {
  name: 'consider-option',
  right: 'convene-map',
  input,
  async run(context, { itemId, options }) {
    const { tx, actor, now } = context
    const { item, call, kind } = await itemInSession(context, itemId)
    const before = (await optionsConsidered(tx, [item.id]))(item.id)
    const said = options.flatMap(({ option, used, why }) => (used === null || why === null ? [] : [{ option, used, why }]))
    const changed = said.filter((one) => !before.some((earlier) => earlier.option === one.option && earlier.used === one.used && earlier.why === one.why))
    await tx.itemOption.createMany({ data: changed.map((one) => ({ id: randomUUID(), itemId: item.id, ...one, by: actor.accountId, at: now })) })
    return { goTo: `${kind.path}/${call.id}/room?item=${item.id}`, says: changed.length === 0 ? 'Nothing was changed.' : `${counted(changed.length, 'option', 'options')} on record.`, ids: { itemId: item.id } }
  },
}
