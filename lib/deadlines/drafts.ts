import 'server-only'
import type { FormDraft } from '@/components/ui/form-draft'
import type { Actor } from '@/lib/access/actor'
import { readDraft } from '@/lib/forms/drafts'
import { dutyForms } from './forms'

/** What came back of the form whose buttons send it to any of the acts on duties; null when nothing did. */
export async function dutyDraft(actor: Actor, id: string | undefined): Promise<FormDraft | null> {
  if (id === undefined) return null
  for (const { name } of dutyForms) {
    const draft = await readDraft(actor, id, name)
    if (draft !== null) return draft
  }
  return null
}
