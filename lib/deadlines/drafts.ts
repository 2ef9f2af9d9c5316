import 'server-only'
import type { FormDraft } from '@/components/ui/form-draft'
import type { Actor } from '@/lib/access/actor'
import { readAnyDraft } from '@/lib/forms/drafts'
import { dutyForms } from './forms'

/** What came back of the form whose buttons send it to any of the acts on duties; null when nothing did. */
export const dutyDraft = (actor: Actor, id: string | undefined): Promise<FormDraft | null> =>
  readAnyDraft(actor, id, dutyForms.map((form) => form.name))
