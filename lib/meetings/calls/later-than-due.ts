import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { readsRowsOf } from '@/lib/access/visibility'
import { DISCUSSION_ALERTS } from '@/lib/deadlines/discussion'
import { owedAnywhere } from '@/lib/deadlines/owed-anywhere'
import type { Tx } from '@/lib/platform/db'
import { agencyWords } from '@/lib/wording/agencies'
import { boroughsWords } from '@/lib/wording/boroughs'
import { instantWords } from '@/lib/wording/london-words'

/**
 * What to say of a discussion called for after one is owed to any of its children, in whichever borough; null where none is owed before it. By when is
 * told of the reader's own boroughs; of another's, that it is and whom to ask.
 */
export async function laterThanDue(tx: Tx, actor: Actor, childIds: readonly string[], meetsAt: Date): Promise<string | null> {
  const missed = (await owedAnywhere(tx, childIds, DISCUSSION_ALERTS)).filter((duty) => duty.dueAt.getTime() < meetsAt.getTime())
  const own = missed.find((duty) => readsRowsOf(actor, duty.childId, duty.borough))
  const others = boroughsWords(missed.filter((duty) => !readsRowsOf(actor, duty.childId, duty.borough)).map((duty) => duty.borough))
  const said = [own === undefined ? null : `Due by ${instantWords(own.dueAt)}.`, others === '' ? null : `One is due before then in ${others}: ask ${agencyWords('csc')} there by when.`].filter((part) => part !== null)
  return said.length === 0 ? null : said.join(' ')
}
