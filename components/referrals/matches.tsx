import type { ChildMatches } from '@/lib/referrals/matches'
import { Picks } from '../ui/picks'
import type { FormDraft } from '../ui/form-draft'

/** Who is known already and may be this child: the receiving worker says which, or that it is nobody of these. */
export function Matches({ prefix, matches, draft }: { readonly prefix: string; readonly matches: ChildMatches | undefined; readonly draft: FormDraft | null }) {
  if (matches === undefined) return null
  if (matches.hits.length === 0) return <p className="none" id="look-children">Nobody on record in London is like this child. A new record will be made.</p>
  return (
    <div id="look-children">
      <Picks
        name={`${prefix}personId`} label="Known already? Choose the record, or a new one" draft={draft} value=""
        options={[
          ...matches.hits.map((hit) => ({ value: hit.id, label: hit.label, sub: hit.sub, reasons: [...hit.reasons] })),
          { value: '', label: 'None of these: make a new record', sub: 'They can be joined later if it turns out otherwise' },
        ]}
      />
    </div>
  )
}
