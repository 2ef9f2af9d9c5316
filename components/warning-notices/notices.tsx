import type { NoticeLine, Shown } from '@/lib/warning-notices/view'
import { BREACH_NOTE, ENDED_WORDS } from '@/lib/wording/warning-notices'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { DateTimeField } from '../ui/date-time-field'
import { Details } from '../ui/details'
import type { FormDraft } from '../ui/form-draft'
import { Radios } from '../ui/radios'
import { Tag } from '../ui/tag'
import { TextArea } from '../ui/text-area'

/** Somebody named: a link to their page, or that they are restricted. */
export function Person({ shown, adult }: { readonly shown: Shown; readonly adult?: boolean }) {
  return shown.masked ? <>{shown.name}</> : <a href={adult === true ? `/adults/${shown.id}` : `/people/${shown.id}`}>{shown.name}</a>
}

interface Props {
  readonly notices: readonly NoticeLine[]
  /** Whose page it is: the other one is named. */
  readonly of: 'adult' | 'child'
  readonly page: string
  readonly draft: FormDraft | null
  readonly may: boolean
}

/** Notices to or about somebody, with what may be done about each and what a breach supports. */
export function Notices({ notices, of, page, draft, may }: Props) {
  if (notices.length === 0) return <p className="none">No warning notice is on record{of === 'adult' ? ' to this adult' : ' about this child'}.</p>
  return (
    <>
      {notices.map((notice) => (
        <section className="card" key={notice.id}>
          <h3>{of === 'adult' ? <>About <Person shown={notice.child} /></> : <>To <Person shown={notice.adult} adult /></>} {notice.stands ? <Tag tone="red">Stands</Tag> : <Tag>Ended</Tag>}{notice.breaches > 0 ? <> <Tag tone="amber">{notice.breaches === 1 ? 'Broken once' : `Broken ${notice.breaches} times`}</Tag></> : null}</h3>
          <p>Served {notice.served}{notice.child.masked ? '' : `, ${notice.where}; the child then ${notice.ground}`}. It {notice.ends}.</p>
          {notice.words === null ? <p className="sub">Its words are of the record. Ring the borough.</p> : <Words words={notice.words} />}
          {may && notice.stands && notice.words !== null ? <Work notice={notice} page={page} draft={draft?.values['noticeId'] === notice.id ? draft : null} /> : null}
        </section>
      ))}
      <p className="clause">{BREACH_NOTE} <span className="sub">HMIC 2016, L2549–2553 and footnote 47.</span></p>
    </>
  )
}

function Words({ words }: { readonly words: NonNullable<NoticeLine['words']> }) {
  return (
    <>
      <p><b>Told:</b> {words.conditions}</p>
      <p className="sub">By {words.by}; {words.place}</p>
      {words.breaches.length === 0 ? null : <ul>{words.breaches.map((breach) => <li key={breach.key}><b>Broken {breach.when}:</b> {breach.what}<span className="sub">Done: {breach.done}</span></li>)}</ul>}
      {words.endedWhy === null ? null : <p className="sub">Ended: {words.endedWhy}</p>}
    </>
  )
}

function Work({ notice, page, draft }: { readonly notice: NoticeLine; readonly page: string; readonly draft: FormDraft | null }) {
  const about = notice.child.masked ? 'this notice' : `the notice about ${notice.child.name}`
  const breach = draft !== null && 'what' in draft.values ? draft : null
  const ending = draft !== null && 'note' in draft.values ? draft : null
  return (
    <>
      <Details summary={<>Record a breach<span className="sr-only"> of {about}</span></>} open={breach !== null}>
        <ActForm act="record-notice-breach" page={page} draft={breach} hidden={{ noticeId: notice.id }} label={`Record a breach of ${about}`} scope={`b${notice.id}`}>
          <DateTimeField name="at" label="When it happened" scope={`b${notice.id}`} draft={breach} />
          <TextArea name="what" label="What the adult did" rows={2} scope={`b${notice.id}`} draft={breach} />
          <TextArea name="done" label="What was done about it" hint="Arrest, statement, application for an order; or what will be done and by whom" rows={2} scope={`b${notice.id}`} draft={breach} />
          <Button about={about}>Put the breach on the record</Button>
        </ActForm>
      </Details>
      <Details summary={<>End it before its day<span className="sr-only">: {about}</span></>} open={ending !== null}>
        <ActForm act="end-notice" page={page} draft={ending} hidden={{ noticeId: notice.id }} label={`End ${about}`} scope={`e${notice.id}`}>
          <Radios name="why" label="Why it ends" scope={`e${notice.id}`} draft={ending} options={choicesOf(ENDED_WORDS)} />
          <TextArea name="note" label="What that rests on" rows={2} scope={`e${notice.id}`} draft={ending} />
          <Button look="warn" about={about}>End the notice</Button>
        </ActForm>
      </Details>
    </>
  )
}
