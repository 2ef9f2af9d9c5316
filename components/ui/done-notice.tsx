import { Notice } from './notice'

/** What was just done, read out and shown on the page the act led to. */
export function DoneNotice({ says }: { readonly says: string | null }) {
  return says === null ? null : <Notice tone="green" title={says} spoken />
}
