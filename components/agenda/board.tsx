import type { AgendaView, RecordView } from '@/lib/meetings/agenda/view'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import type { FormDraft } from '../ui/form-draft'
import { Tag } from '../ui/tag'
import { TextArea } from '../ui/text-area'

interface Props {
  readonly view: AgendaView
  readonly record: RecordView
  readonly page: string
  readonly raise: FormDraft | null
  readonly answer: FormDraft | null
}

/** Agencies away twice running: raised with the safeguarding board, the letter to print, and what the board answered (mase-members). */
export function Board({ view, record, page, raise, answer }: Props) {
  if (record.running.length === 0 && record.escalations.length === 0) return null
  return (
    <section id="board">
      <h2>The safeguarding board</h2>
      {record.running.filter((one) => !one.raised).map((one) => (
        <div className="card red" key={one.agency}>
          <h3>{one.words} was away from two meetings running</h3>
          {view.may.board ? (
            <ActForm act="raise-with-board" page={page} draft={raise?.values['agency'] === one.agency ? raise : null} hidden={{ callId: view.id, agency: one.agency }} label={`Raise ${one.words} with the board`} scope={`board-${one.agency}`}>
              <TextArea name="reason" label="What the board should know" hint="What waited or was decided without them. No child’s name: the board needs none." rows={3} draft={raise?.values['agency'] === one.agency ? raise : null} scope={`board-${one.agency}`} />
              <Button look="second" about={one.words}>Raise with the board</Button>
            </ActForm>
          ) : <p>Not raised with the board yet.</p>}
        </div>
      ))}
      {record.escalations.map((one) => (
        <article className="card" key={one.id}>
          <h3>{one.agency} <Tag tone={one.answer === null ? 'amber' : 'green'}>{one.answer === null ? 'Waits for the board' : 'The board answered'}</Tag></h3>
          <p className="sub">Raised {one.when}, by {one.by}</p>
          <div className="whitespace-pre-wrap">{letterOf(view, one)}</div>
          {one.answer === null ? null : <p><b>Answer of the board:</b> <span className="whitespace-pre-wrap">{one.answer}</span> <span className="sub">{one.answered}</span></p>}
          {one.answer === null && view.may.board ? (
            <ActForm act="answer-of-board" page={page} draft={answer?.values['escalationId'] === one.id ? answer : null} hidden={{ escalationId: one.id }} label={`Answer of the board about ${one.agency}`} scope={`answer-${one.id.slice(0, 8)}`}>
              <TextArea name="answer" label="What the board answered" rows={2} draft={answer?.values['escalationId'] === one.id ? answer : null} scope={`answer-${one.id.slice(0, 8)}`} />
              <Button look="second" about={one.agency}>Record the answer</Button>
            </ActForm>
          ) : null}
        </article>
      ))}
    </section>
  )
}

/** The letter, as it is printed. */
const letterOf = (view: AgendaView, one: RecordView['escalations'][number]): string => [
  `To the chair of the ${view.borough} Safeguarding Children Board`, '', `Reference ${view.reference}`, '',
  `${one.agency} was asked to the multi-agency sexual exploitation meetings of this borough and was absent from two of them running, the last one being the ${view.heading}.`, '',
  one.reason, '', 'The protocol asks each of these agencies to be there. Please take this up with the agency and let us know what is agreed.', '', one.by,
].join('\n')
