import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { readAnyDraft, type KeptDraft } from '@/lib/forms/drafts'

/** One page with several forms: the draft that came back belongs to one of them. */
export async function draftsOf(actor: Actor, id: string | undefined, acts: readonly string[]): Promise<{ of: (act: string) => KeptDraft | null; any: KeptDraft | null }> {
  const any = await readAnyDraft(actor, id, acts)
  return { any, of: (act) => (any?.act === act ? any : null) }
}
