import { textOf, type PolicyEvent } from '@/lib/policy/events'
import { QUESTIONS } from '@/lib/policy/missing/questions'
import { indicatorWords } from '@/lib/wording/concerns'
import { gradeWords } from '@/lib/wording/missing'
import { instantWords } from '@/lib/wording/london-words'

type Body = Readonly<Record<string, unknown>>

/** What an entry of an episode says beside its heading, in the order in which somebody looking for the child wants it. */
const LABELS: readonly (readonly [key: string, label: string])[] = [
  ['said', 'Said'], ['where', 'Where'], ['with', 'With'], ['what', 'What'], ['result', 'Result'], ['done', 'What was done'], ['progress', 'Done since'], ['reason', 'Reason'], ['rationale', 'Reason'], ['next', 'Next'],
  ['note', 'Note'], ['summary', 'Summary'], ['findings', 'Found'], ['disclosure', 'The child said'], ['harm', 'Harm'], ['views', 'The child said'], ['how', 'How'], ['missing_from', 'Missing from'], ['last_seen_where', 'Last seen'],
  ['appearance', 'How to know the child'], ['company', 'May be with'], ['caller', 'Caller'], ['telephone', 'Telephone'], ['name', 'Told'], ['channel', 'Came in'], ['held_in', 'Lay until now'],
]
const LONGEST = 4000
const ASKED: readonly string[] = ['missing-reported', 'informant-recontacted', 'information-received', 'sighting-recorded', 'child-returned', 'safe-and-well-check']

/** The words of one entry, for the log of the episode. Codes become words; ids never show. */
export function logWords(body: unknown, kind: string): { label: string; text: string }[] {
  if (typeof body !== 'object' || body === null) return []
  const said = body as Body
  const words = LABELS.flatMap(([key, label]) => {
    const value = said[key]
    return typeof value === 'string' && value.trim() !== '' ? [{ label, text: value.length <= LONGEST ? value : `${value.slice(0, LONGEST)} …` }] : []
  })
  const at = typeof said['at'] === 'string' && !Number.isNaN(Date.parse(said['at'])) ? [{ label: 'Seen', text: instantWords(new Date(said['at'])) }] : []
  const interval = typeof said['agreed_interval_hours'] === 'number' ? [{ label: 'Next call', text: `every ${said['agreed_interval_hours']} hours` }] : []
  const level = typeof said['level'] === 'string' ? [{ label: 'Grade', text: gradeWords(said['level']) }] : []
  // Class and grade stand on the answers of the call they came with, and say them again to the policy alone.
  return [...level, ...at, ...words, ...(ASKED.includes(kind) ? [...answersOf(said), ...indicatorsOf(said)] : []), ...(kind === 'episode-classified' ? [] : interval)]
}

function answersOf(said: Body): { label: string; text: string }[] {
  const { answers } = said
  if (typeof answers !== 'object' || answers === null) return []
  const given = answers as Body
  return QUESTIONS.flatMap((question) => (typeof given[question.id] === 'boolean' ? [{ label: question.asks, text: given[question.id] === true ? 'yes' : 'no' }] : []))
}

function indicatorsOf(said: Body): { label: string; text: string }[] {
  const found = Array.isArray(said['indicators']) ? said['indicators'].filter((one): one is string => typeof one === 'string') : []
  return found.length === 0 ? [] : [{ label: 'Signs of exploitation', text: found.map(indicatorWords).join(', ') }]
}

/** Who said it: 'Ms Farthingale (parent)'. */
export function whoSaid(event: PolicyEvent): string {
  const name = textOf(event, 'caller') ?? textOf(event, 'from')
  const by = textOf(event, 'by')
  if (event.kind === 'missing-reported') return name === null ? by?.replaceAll('-', ' ') ?? 'the caller' : `${name}${by === null ? '' : ` (${by.replaceAll('-', ' ')})`}`
  return name ?? (event.kind === 'informant-recontacted' ? 'the caller, called back' : by ?? 'somebody')
}

