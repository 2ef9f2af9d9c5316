import type { PersonHit } from '@/lib/people/search'
import type { Looking, ToLookFor } from '@/lib/referrals/looking'
import { boroughWords } from '@/lib/wording/boroughs'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import type { FormDraft } from '../ui/form-draft'
import { Picks } from '../ui/picks'
import { Tag } from '../ui/tag'
import { TextArea } from '../ui/text-area'

interface LookingProps {
  readonly looking: Looking
  readonly referralId: string
  /** What came back of one of these forms, and of which. */
  readonly back: (FormDraft & { readonly act: string }) | null
}

/** "Is this somebody we know?", for everybody that the sender's form put on record: the one who sent it was never asked. */
export function LookingFor({ looking, referralId, back }: LookingProps) {
  if (looking.waiting.length === 0 && looking.looked.length === 0) return null
  return (
    <section className="mb-4">
      {looking.waiting.length === 0 ? null : (
        <Card tone="amber" title="Is this somebody we know?">
          <p>Whoever sent this was not asked. {looking.mayLook || looking.mayMatch ? 'Look at each of them before the referral is decided.' : 'The borough’s MASH looks before the referral is decided.'}</p>
          {looking.waiting.map((one) => <One key={one.id} one={one} looking={looking} referralId={referralId} back={back} />)}
        </Card>
      )}
      {looking.looked.length === 0 ? null : <p className="sub">Looked for among those known. {looking.looked.join('; ')}.</p>}
    </section>
  )
}

function One({ one, looking, referralId, back }: LookingProps & { readonly one: ToLookFor }) {
  const draft = back?.values['personId'] === one.id ? back : null
  const form = (act: string) => ({ act, page: `/referrals/${referralId}`, draft: draft?.act === act ? draft : null, hidden: { referralId, personId: one.id } })
  const scope = one.id.slice(0, 8)
  const open = one.hits.filter((hit) => !hit.card.masked)
  const masked = one.hits.length - open.length
  return (
    <div className="mt-4">
      <h3>{one.name} <Tag tone="amber">Not looked for yet</Tag></h3>
      <p className="sub">{ROLES[one.role] ?? 'Named on the referral'}, as sent: {one.sent}.</p>
      {masked === 0 ? null : one.hits.filter((hit) => hit.card.masked).map((hit) => (
        <p key={hit.card.id}><a href={`/people/${hit.card.id}`}>Restricted person</a> <Tag tone="grey">Restricted</Tag><span className="sub">A restricted record may be this person. It can be matched by whoever has opened it.</span></p>
      ))}
      {open.length > 0 && looking.mayMatch ? (
        <ActForm {...form('match-person')} scope={scope} label={`Match ${one.name}`}>
          <Picks name="knownId" label="Those known who may be this person" draft={form('match-person').draft} scope={scope} options={open.flatMap(pickOf)} />
          <TextArea name="reason" label="What shows that it is the same person" rows={2} draft={form('match-person').draft} scope={scope} />
          <Button about={one.name}>This is the same person</Button>
        </ActForm>
      ) : null}
      {open.length > 0 && !looking.mayMatch ? (
        <>
          <ul>{open.map((hit) => <li key={hit.card.id}><a href={`/people/${hit.card.id}`}>{hit.card.name}</a><span className="sub">{subOf(hit)}. {hit.reasons.join(', ')}.</span></li>)}</ul>
          {looking.mayLook ? <p className="sub">If it is one of them, a social worker or decision maker of the MASH matches the records.</p> : null}
        </>
      ) : null}
      {one.hits.length === 0 && !one.masked && (looking.mayLook || looking.mayMatch) ? <p className="none">Nobody on record in London is like this person.</p> : null}
      {looking.mayLook && !one.masked ? (
        <div className="mt-2">
          <ActForm {...form('new-person')} bare><Button look="second" about={one.name}>{one.hits.length === 0 ? 'A new person' : 'None of these: a new person'}</Button></ActForm>
        </div>
      ) : null}
    </div>
  )
}

const CONFIDENCE = { strong: 'Strong match', likely: 'Likely match', possible: 'Possible match' } as const

function pickOf(hit: PersonHit) {
  return hit.card.masked ? [] : [{ value: hit.card.id, label: hit.card.name, sub: subOf(hit), reasons: [...hit.reasons] }]
}

/** 'Strong match · 14, Bromley · P-… · Strategy discussion, Bromley'. */
function subOf({ card, confidence }: PersonHit): string {
  if (card.masked) return ''
  const where = card.homeBorough === null ? 'borough not known' : boroughWords(card.homeBorough)
  const open = card.open.length === 0 ? 'nothing open' : `open: ${card.open.map((matter) => matter.words).join('; ')}`
  return [confidence === null ? null : CONFIDENCE[confidence], `${card.age}, ${where}`, card.reference, open].filter((part) => part !== null).join(' · ')
}

const ROLES: Readonly<Record<string, string>> = { child: 'Child', parent: 'Parent or carer', suspect: 'Suspect', household: 'Lives there' }
