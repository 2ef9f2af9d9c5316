import type { IndexCard } from '@/lib/people/card'
import { boroughsWords, boroughWords } from '@/lib/wording/boroughs'
import { flagWords, planWords } from '@/lib/wording/concerns'
import { ActForm } from '../ui/act-form'
import { Button, Buttons } from '../ui/button'
import { Card } from '../ui/card'
import type { FormDraft } from '../ui/form-draft'
import { IdentityBar } from '../ui/identity-bar'
import { Columns } from '../ui/page-head'
import { SummaryList } from '../ui/summary-list'
import { OpeningFields } from './opening-fields'

interface IndexViewProps {
  readonly card: IndexCard
  readonly ring: string
  readonly mayOpen: boolean
  readonly draft: FormDraft | null
  readonly path: string
}

/** Known to exist, and whom to ring: what everybody who triages in London may see. The rest opens with a reason. */
export function IndexView({ card, ring, mayOpen, draft, path }: IndexViewProps) {
  return (
    <>
      <IdentityBar
        name={card.name} facts={[{ term: 'Age', value: card.age }, { term: 'Lives in', value: boroughWords(card.homeBorough) }, { term: 'Looked after', value: care(card) }, { term: 'Plan', value: planWords(card.planCategory) }]}
        flags={card.flags.map((flag) => ({ words: flagWords(flag), tone: flag === 'cse-risk' ? 'solid' as const : 'plum' as const }))}
      />
      <div className="mt-4">
        <Columns aside={<Known card={card} ring={ring} />}>
          {mayOpen ? <OpenForm card={card} draft={draft} path={path} /> : <p className="lede">Only the index of this record is open to your role. Ring whoever works with the family.</p>}
        </Columns>
      </div>
    </>
  )
}

function Known({ card, ring }: { readonly card: IndexCard; readonly ring: string }) {
  return (
    <>
      <Card title="Whom to ring"><p>{ring}</p></Card>
      <Card title="Open now">
        {card.open.length === 0 ? <p>Nothing is open.</p> : <ul>{card.open.map((matter) => <li key={matter.words}>{matter.words}</li>)}</ul>}
      </Card>
      <Card title="On the index">
        <SummaryList rows={[
          { term: 'Reference', value: card.reference }, { term: 'Known in', value: boroughsWords(card.boroughs) || 'No borough' },
          { term: 'Person of concern', value: card.personOfConcern ? 'One is linked' : 'None is linked' },
        ]} />
      </Card>
    </>
  )
}

function OpenForm({ card, draft, path }: { readonly card: IndexCard; readonly draft: FormDraft | null; readonly path: string }) {
  return (
    <section>
      <h2>Open this record with a reason</h2>
      <p>Others work with this family. The record opens to you for 8 hours. It is logged, and the lead of the record sees who opened it and why. You need nobody’s leave.</p>
      <ActForm act="open-with-reason" page={path} draft={draft} hidden={{ personId: card.id }} label="Open with a reason">
        <OpeningFields draft={draft} hint="One sentence, as you would say it to the lead of the record." />
        <Buttons><Button>Open for 8 hours</Button></Buttons>
      </ActForm>
    </section>
  )
}

const care = (card: IndexCard): string => (card.lookedAfter === null ? 'Not known' : card.lookedAfter ? `Yes, ${card.responsibleAuthority ?? 'authority not known'}` : 'No')
