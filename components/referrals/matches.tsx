import type { Matches as Found } from '@/lib/referrals/matches'
import { valueOf, type FormDraft } from '../ui/form-draft'
import { Picks } from '../ui/picks'

interface MatchesProps {
  readonly prefix: string
  readonly matches: Found | undefined
  readonly draft: FormDraft | null
  /** "this child", "this person" */
  readonly who: string
}

/** Who is known already and may be this person: the receiving worker says which, or that it is nobody of these. */
export function Matches({ prefix, matches, draft, who }: MatchesProps) {
  if (matches === undefined) return null
  const name = `${prefix}personId`
  const chosen = valueOf(draft, name)
  // Chosen before and not found again (a name corrected since): without its own card the choice would be lost in silence.
  const kept = chosen === '' || matches.hits.some((hit) => hit.id === chosen) ? [] : [{ value: chosen, label: 'The record chosen before', sub: 'What is typed here does not find it again' }]
  if (matches.hits.length === 0 && kept.length === 0) {
    return matches.asked ? <p className="none">Nobody on record in London is like {who}. A new record will be made.</p> : null
  }
  return (
    <Picks
      name={name} label="Known already? Choose the record, or a new one" draft={draft} value=""
      options={[
        ...matches.hits.map((hit) => ({ value: hit.id, label: hit.label, sub: hit.sub, reasons: [...hit.reasons] })), ...kept,
        { value: '', label: 'None of these: make a new record', sub: 'They can be joined later if it turns out otherwise' },
      ]}
    />
  )
}
