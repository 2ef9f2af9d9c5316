import type { ExpectedParticipant } from '@/lib/strategy/view'
import type { FormDraft } from '../ui/form-draft'
import { TextArea } from '../ui/text-area'
import { PeopleRows } from './people-rows'

interface RowsProps {
  /** The id of the names offered while one types. */
  readonly names: string
  readonly expected: readonly ExpectedParticipant[]
  readonly draft: FormDraft | null
}

/** Who took part, and what each brought: whom the quorum asks for, with what asks for them, and anybody else. */
export function ParticipantRows({ expected, names, draft }: RowsProps) {
  const brought = (prefix: string, start: ExpectedParticipant | undefined) => <TextArea name={`${prefix}brought`} label="What they brought" optional rows={2} value={start?.brought ?? ''} draft={draft} />
  return (
    <PeopleRows
      list="participants" tick={{ name: 'took', word: 'Took part', ticked: (one) => one.took === true }} names={names} expected={expected} quorum add="Add somebody else who took part" about="participant"
      columns="md:grid-cols-[8rem_16rem_minmax(0,1fr)]" otherColumns="md:grid-cols-2" beside={brought} besideOther={(prefix) => brought(prefix, undefined)} draft={draft}
    />
  )
}
