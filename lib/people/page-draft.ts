import 'server-only'
import type { FormDraft } from '@/components/ui/form-draft'
import type { Actor } from '@/lib/access/actor'
import { readDraft } from '@/lib/forms/drafts'
import type { PersonPage } from './view'

/** What came back with the form that opens a shut record, if one did. */
export async function openingDraft(actor: Actor, person: PersonPage<unknown>, draft: string | undefined): Promise<FormDraft | null> {
  if (person.shut === null) return null
  return readDraft(actor, draft, person.shut === 'restricted' ? 'break-glass' : 'open-with-reason')
}
