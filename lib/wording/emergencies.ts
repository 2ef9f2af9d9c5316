import type { Emergency } from '@/lib/policy/emergency'

export const EMERGENCY_WORDS: Readonly<Record<Emergency | 'none', string>> = {
  'danger-now': 'A child in danger now',
  'recent-rape': 'A recent rape',
  none: 'No live emergency',
}

/** '999 called, CAD 1422', '999 not called'. The reference only where it opens to the reader. */
export const callWords = ({ called, reference }: { readonly called: boolean; readonly reference: string | null }): string =>
  (called ? `999 called${reference === null ? '' : `, ${reference}`}` : '999 not called')
