import type { RotaLine, RotaView } from '@/lib/rota/queries'
import { ActForm } from '../ui/act-form'
import { Button, Buttons } from '../ui/button'
import { DateTimeField } from '../ui/date-time-field'
import { Details } from '../ui/details'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Notice } from '../ui/notice'
import { Select } from '../ui/select'
import { Table, type Column } from '../ui/table'

interface RotaProps {
  readonly rota: RotaView
  readonly team: { readonly id: string; readonly name: string }
  readonly draftOf: (act: string) => FormDraft | null
}

/** One team's rota: who is on duty, what is to come, and the two forms that change it. */
export function Rota({ rota, team, draftOf }: RotaProps) {
  const path = `/rota?team=${team.id}`
  const columns = (act: 'end-shift' | 'end-absence', id: string, words: string): Column<RotaLine>[] => [
    { key: 'who', head: 'Who', kind: 'row', cell: (line) => <>{line.name}{line.now ? <span className="sub">now</span> : null}</> },
    { key: 'from', head: 'From', label: 'From', cell: (line) => line.from },
    { key: 'until', head: 'Until', label: 'Until', cell: (line) => line.until },
    { key: 'note', head: 'Away and cover', label: 'Away and cover', cell: (line) => line.note },
    { key: 'act', head: '', kind: 'act', cell: (line) => <ActForm act={act} bare page={path} then={path} hidden={{ [id]: line.id }}><Button look="second" small about={`${line.name}, ${line.from}`}>{words}</Button></ActForm> },
  ]
  const hours = (act: string) => (
    <>
      <Select name="accountId" label="Who" empty="Choose" options={rota.people} draft={draftOf(act)} scope={act} />
      <DateTimeField name="startsAt" label="From" draft={draftOf(act)} scope={act} />
      <DateTimeField name="endsAt" label="Until" draft={draftOf(act)} scope={act} />
    </>
  )
  return (
    <>
      {(['end-shift', 'end-absence'] as const).map((act) => (draftOf(act)?.problems ?? []).map((problem) => <Notice key={`${act} ${problem.message}`} tone="amber" title="Nothing was changed" spoken><p>{problem.message}</p></Notice>))}
      <h2>On duty now</h2>
      {rota.onDuty.length === 0 ? <p>Nobody. {rota.shifts.length === 0 ? 'This team keeps no rota: what is late is told to everybody of the role.' : 'What is late goes up a rung at once.'}</p> : <ul className="why">{rota.onDuty.map((who) => <li key={who}>{who}</li>)}</ul>}
      <Table caption="Shifts, the next six weeks" showCaption columns={columns('end-shift', 'shiftId', 'Take off')} rows={rota.shifts} rowKey={(line) => line.id} empty="No shift is on the rota." />
      <Table caption="Away" showCaption columns={columns('end-absence', 'absenceId', 'Back early')} rows={rota.absences} rowKey={(line) => line.id} empty="Nobody is away." />
      <Details summary="Put somebody on duty" open={draftOf('add-shift') !== null || rota.shifts.length === 0}>
        <ActForm act="add-shift" page={path} then={path} draft={draftOf('add-shift')} hidden={{ teamId: team.id }} scope="add-shift" label="Put somebody on duty">
          {hours('add-shift')}
          <Field name="weeks" label="For how many weeks" hint="The same hours each week; twelve at most" value="1" width={2} inputMode="numeric" draft={draftOf('add-shift')} scope="add-shift" />
          <Buttons><Button>Put on duty</Button></Buttons>
        </ActForm>
      </Details>
      <Details summary="Somebody is away" open={draftOf('record-absence') !== null}>
        <ActForm act="record-absence" page={path} then={path} draft={draftOf('record-absence')} hidden={{ teamId: team.id }} scope="record-absence" label="Somebody is away">
          {hours('record-absence')}
          <Select name="coverId" label="Who stands in" empty="Nobody" options={rota.people} draft={draftOf('record-absence')} scope="record-absence" optional />
          <Buttons><Button>Record it</Button></Buttons>
        </ActForm>
      </Details>
    </>
  )
}
