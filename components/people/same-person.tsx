import type { Alike, Effects, JoinedLine, NeverLine, Pair, SamePage } from '@/lib/people/same'
import type { PersonHead } from '@/lib/people/view'
import { sentence } from '@/lib/wording/lists'
import { ActForm } from '../ui/act-form'
import { Button, Buttons, LinkButton } from '../ui/button'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import type { FormDraft } from '../ui/form-draft'
import { Notice } from '../ui/notice'
import { Picks } from '../ui/picks'
import { Radios } from '../ui/radios'
import { Table } from '../ui/table'
import { Tag } from '../ui/tag'
import { TextArea } from '../ui/text-area'

type Back = (FormDraft & { readonly act: string }) | null

interface SameProps {
  readonly same: SamePage
  readonly head: PersonHead
  /** What came back of one of these forms, and of which. */
  readonly back: Back
}

const CONFIDENCE = { likely: 'Likely', possible: 'Possible' } as const

/** Is this one person on two records? Who may be, who was joined and can be parted, and who never is. */
export function SamePerson({ same, head, back }: SameProps) {
  const path = `/people/${head.id}/same`
  return (
    <>
      {same.shut === null ? null : <Notice tone="amber" title="These two cannot be compared"><p>{same.shut.says} <a href={`/people/${same.shut.otherId}`}>The other record</a></p></Notice>}
      {same.pair === null ? null : <Compare pair={same.pair} head={head} path={path} mayJoin={same.mayJoin} back={back} />}
      {same.pair !== null ? null : (
        <>
          <section>
            <h2>May be the same person</h2>
            {same.alike.length === 0 ? <p className="none">Nobody on record is so like {head.firstName} that they may be the same person.</p>
              : <AlikeList alike={same.alike} personId={head.id} />}
          </section>
          <section>
            <h2>Joined to this record</h2>
            {same.joined.length === 0 ? <p className="none">No other record was ever joined to this one.</p>
              : same.joined.map((line) => <Joined key={line.joinId} line={line} same={same} personId={head.id} path={path} back={back} />)}
          </section>
          <section>
            <h2>Never the same</h2>
            {same.never.length === 0 ? <p className="none">Nobody has been said never to be the same person.</p>
              : same.never.map((line) => <Never key={line.otherId} line={line} mayJoin={same.mayJoin} personId={head.id} path={path} back={back} />)}
          </section>
        </>
      )}
    </>
  )
}

/** Each with why, and the way to look at both before anything is done. */
export function AlikeList({ alike, personId }: { readonly alike: readonly Alike[]; readonly personId: string }) {
  return (
    <ul className="plain">
      {alike.map((one) => (
        <li key={one.id}>
          <a href={`/people/${personId}/same?other=${one.id}`}>{one.name}<span className="sr-only">: compare the two records</span></a> <Tag tone={one.confidence === 'possible' ? 'grey' : 'amber'}>{CONFIDENCE[one.confidence]}</Tag>
          <span className="sub">{one.sub}</span><span className="sub">{sentence(one.reasons.join(', '))}</span>
        </li>
      ))}
    </ul>
  )
}

function Compare({ pair, head, path, mayJoin, back }: { readonly pair: Pair; readonly head: PersonHead; readonly path: string; readonly mayJoin: boolean; readonly back: Back }) {
  const page = `${path}?other=${pair.other.id}`
  const draft = (act: string): Back => (back?.act === act ? back : null)
  return (
    <>
      <h2>Are these one person?</h2>
      <Table
        caption="The two records, side by side" rows={pair.one.facts.map((fact, place) => ({ ...fact, other: pair.other.facts[place]?.value ?? '' }))} rowKey={(row) => row.term}
        columns={[
          { key: 'term', head: 'What', kind: 'row', cell: (row) => <>{row.term}{row.differs ? <> <Tag tone="amber">Differs</Tag></> : null}</> },
          { key: 'one', head: pair.one.name, label: 'This record', cell: (row) => row.value },
          { key: 'other', head: pair.other.name, label: 'The other', cell: (row) => row.other },
        ]}
      />
      <p><a href={`/people/${pair.other.id}`}>Open the other record</a> · <a href={path}>Back to all who may be the same</a></p>
      {pair.never === null ? null : <Notice tone="amber" title="It was said that these two are never the same"><p>{pair.never}</p><p><a href={path}>Take that back first</a>, with a reason, if it was wrong.</p></Notice>}
      <h2>What joining changes</h2>
      <p>Nothing is deleted, and the two can be parted again at any time. What was sent, agreed and recorded about the record that goes is told on the one that is kept, from when it was first recorded.</p>
      {pair.effects.map((effects) => <EffectsOf key={effects.keep} effects={effects} open={effects.keep === (draft('join-people')?.values['keep'] ?? 'this')} />)}
      {!mayJoin ? <p className="none">A social worker or decision maker of the MASH, or a supervisor of the CAIT, of a borough that knows this person joins records.</p> : (
        <div className="mt-6">
          {pair.never !== null ? null : (
            <ActForm act="join-people" page={page} draft={draft('join-people')} hidden={{ personId: head.id, otherId: pair.other.id }} scope="join" label="Join the two records">
              <h2>Join them</h2>
              <Picks
                name="keep" label="Which record is kept?" hint="Work goes on there. The other leads to it, and is found no more." scope="join" draft={draft('join-people')}
                options={pair.effects.map((effects) => ({ value: effects.keep, label: effects.keptName, ...(effects.stopped === null ? { sub: sumOf(effects) } : { closed: effects.stopped }) }))}
              />
              <TextArea name="reason" label="What shows that it is the same person?" hint="For whoever has to judge it later" rows={3} draft={draft('join-people')} scope="join" />
              <Buttons><Button>Join the two records</Button><LinkButton look="second" href={path}>Leave them as they are</LinkButton></Buttons>
            </ActForm>
          )}
          {pair.never !== null ? null : (
            <Details summary="They are two people, and never the same">
              <ActForm act="never-the-same" page={page} draft={draft('never-the-same')} hidden={{ personId: head.id, otherId: pair.other.id }} scope="never" label="Never the same">
                <p>Nobody is asked about these two again. It can be taken back with a reason.</p>
                <TextArea name="reason" label="What shows that they are two people?" rows={2} draft={draft('never-the-same')} scope="never" />
                <Button look="second">Never the same person</Button>
              </ActForm>
            </Details>
          )}
        </div>
      )}
    </>
  )
}

const many = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`
const sumOf = (effects: Effects): string =>
  `${many(effects.end.length, 'duty', 'duties')} of the other end, ${effects.begin.length} begin here${effects.settle.length === 0 ? '' : `, ${effects.settle.length} here are settled by what the other holds`}.`

function EffectsOf({ effects, open }: { readonly effects: Effects; readonly open: boolean }) {
  return (
    <Details summary={`If ${effects.keptName} is kept`} open={open}>
      {effects.stopped === null ? null : <p><b>This way round they cannot be joined.</b> {effects.stopped}</p>}
      <Lines title={`End on ${effects.goneName}, as joined`} lines={effects.end} none="Nothing is open there." />
      <Lines title={`Begin on ${effects.keptName}, counted from when they first began`} lines={effects.begin} none="Nothing begins." />
      <Lines title={`Are settled on ${effects.keptName} by what the other record holds`} lines={effects.settle} none="Nothing is." />
      <Lines title="Figures that count one child where they now count two" lines={effects.figures} none="None." />
      <ul className="why">
        <li>{effects.boroughs === null ? 'The same boroughs know this person as before.' : `Also known from then on to ${effects.boroughs}: whoever works there reads this record, and what the other holds.`}</li>
        {effects.taken.length === 0 ? null : <li>Comes with it: {effects.taken.join('; ')}.</li>}
        {effects.stays.length === 0 ? null : <li><b>Stays as it is on the kept record:</b> {effects.stays.join('; ')}. Where the other is right, put it right after joining.</li>}
        <li>{effects.flags === null ? 'No further flag.' : `Flags that come with it: ${effects.flags}.`}</li>
        {effects.restricted === null ? null : <li>{effects.restricted}</li>}
      </ul>
    </Details>
  )
}

function Lines({ title, lines, none }: { readonly title: string; readonly lines: readonly string[]; readonly none: string }) {
  return <><p className="over">{title}</p>{lines.length === 0 ? <p className="none">{none}</p> : <ul>{lines.map((line, place) => <li key={`${place} ${line}`}>{line}</li>)}</ul>}</>
}

function Joined({ line, same, personId, path, back }: { readonly line: JoinedLine; readonly same: SamePage; readonly personId: string; readonly path: string; readonly back: Back }) {
  const draft = back?.act === 'part-people' && back.values['joinId'] === line.joinId ? back : null
  const scope = line.joinId.slice(0, 8)
  return (
    <Card title={line.name} tone={line.parted === null ? 'amber' : undefined}>
      <p>{line.joined}{line.parted === null ? null : <><br />{line.parted}</>}<br /><a href={`/people/${line.goneId}`}>{line.parted === null ? 'What stood on it' : 'Open it'}<span className="sr-only">: {line.name}</span></a></p>
      {line.parted !== null || !same.mayJoin ? null : (
        <Details summary="They are two people: part them" open={draft !== null}>
          <ul className="why">
            <li>That record goes on by itself: every duty it had when they were joined is owed to it again, with the time it had.</li>
            <li>Addresses, names, flags, ties, boroughs and places in referrals that came with the joining go back. Whatever somebody has worked on since stays here, and is told in the chronology of both.</li>
            <li>What was recorded here while they were joined stays here. If it was about the other person, record it there too; a duty that was met by it is closed by a supervisor with a reason.</li>
            <li>Figures count two again from now on. A figure as it was known while they were joined stays as it was.</li>
          </ul>
          <ActForm act="part-people" page={path} draft={draft} hidden={{ personId, joinId: line.joinId }} scope={scope} label={`Part ${line.name}`}>
            <TextArea name="reason" label="What shows that they are two people?" rows={3} draft={draft} scope={scope} />
            {!same.mayLift || line.wasRestricted ? null : (
              <Radios name="restriction" label="If that record is restricted only by the joining" hint="Somebody else than who joined them lifts it" scope={scope} draft={draft} value="leave"
                options={[{ value: 'leave', label: 'Leave it restricted' }, { value: 'lift', label: 'Lift its restriction' }]} />
            )}
            <Button about={line.name}>Part the two records</Button>
          </ActForm>
        </Details>
      )}
    </Card>
  )
}

function Never({ line, mayJoin, personId, path, back }: { readonly line: NeverLine; readonly mayJoin: boolean; readonly personId: string; readonly path: string; readonly back: Back }) {
  const draft = back?.act === 'same-after-all' && back.values['otherId'] === line.otherId ? back : null
  const scope = line.otherId.slice(0, 8)
  return (
    <Card title={line.name}>
      <p>{line.said}</p>
      {!mayJoin ? null : (
        <Details summary="Take it back" open={draft !== null}>
          <ActForm act="same-after-all" page={path} draft={draft} hidden={{ personId, otherId: line.otherId }} scope={scope} label={`Take back: ${line.name}`}>
            <TextArea name="reason" label="Why may they be the same person after all?" rows={2} draft={draft} scope={scope} />
            <Button look="second" about={line.name}>Take it back</Button>
          </ActForm>
        </Details>
      )}
    </Card>
  )
}

/** On a person's page, for those who may join records: that there is somebody so like them. */
export function MayBeSame({ alike, personId }: { readonly alike: readonly Alike[]; readonly personId: string }) {
  if (alike.length === 0) return null
  return <Notice tone="amber" title="May be the same person"><p>Look before you go on: the other record may hold what this one lacks.</p><AlikeList alike={alike} personId={personId} /></Notice>
}
