import { concernWords } from '@/lib/wording/concerns'
import { joined } from '@/lib/wording/lists'
import { say } from '@/lib/wording/say'
import { fieldWords } from '@/lib/people/identity'
import { bornWords } from '@/lib/wording/london-words'
import { OUTCOME_WORDS, outcomeWords } from '@/lib/wording/outcomes'
import { readPlainDate } from '@/lib/policy/calendar/london'
import { factsOfKind, type Fact } from './add/kinds'

/** Keys of an entry's body that are words for people, in the order they are read. A key not named here is not shown. */
const WORDS: readonly (readonly [key: string, label: string])[] = [
  ['ground', 'Grounds'], ['fresh_ground', 'What is new'], ['views', 'What the child said'], ['wishes', 'What the child wishes and feels'], ['taken_by', 'Taken by'], ['designated_officer', 'Designated officer'],
  ['authorised_by', 'Authorised by'], ['court', 'Court'], ['place', 'Where the child is'], ['who', 'Who'], ['progress', 'What has been done'], ['direction', 'Directed'], ['nothing_more_why', 'Why nothing more is to be done'], ['withdrawn_why', 'Why it was withdrawn'], ['withdrawn_fear', 'What is feared'], ['rationale', 'Why'], ['not_seen_why', 'Why the child was not seen'], ['protects', 'What protects the children'],
  ['account', 'Account'], ['narrative', 'What was said'], ['information', 'Information'], ['information_shared', 'Information shared'], ['risk_analysis', 'Risk'], ['summary', 'Summary'],
  ['decision', 'Decision'], ['outcome', 'Outcome'], ['action', 'Action'], ['what', 'What'], ['reason', 'Reason'], ['level_of_need', 'Level of need'], ['information_gathered', 'Gathered from the agencies'],
  ['analysis', 'Analysis'], ['risk', 'Risk'], ['mitigation', 'What lessens the risk'], ['says', 'Said'], ['note', 'Note'], ['evidence', 'Evidence'],
  ['said', 'What was said'], ['where', 'Where'], ['with', 'With whom'], ['channel', 'How it came in'], ['held_in', 'Where it lay until then'],
  ['missing_from', 'Missing from'], ['last_seen_where', 'Last seen'], ['appearance', 'How to know the child'], ['company', 'May be with'], ['caller', 'Caller'], ['next', 'Next'],
  ['police_call', '999'], ['call_reference', '999 or CAD reference'], ['no_call_reason', 'Why 999 was not called'],
  ['review', 'Review'], ['line', 'Address'], ['told_name', 'Told under the name'], ['told_born_on', 'Date of birth as told'], ['told_telephone', 'Telephone as told'], ['told_plan', 'Plan as told'], ['manager', 'Manager'], ['officer', 'Officer'],
]
/** Words of one kind alone: elsewhere the same key is a fact with a name of its own. */
const OF_A_KIND: Readonly<Record<string, readonly (readonly [key: string, label: string])[]>> = {
  'information-actioned': [['done', 'What was done']], 'enquiry-made': [['result', 'What came of it']],
  'cse-category-set': [['by', 'Set by'], ['rank', 'Rank'], ['second_line_by', 'Second line']],
  'flag-changed': [['owner', 'Who owns the flag'], ['review_on', 'To be reviewed on'], ['supervisor', 'Supervisor'], ['rank', 'Rank']],
  'flag-removal-asked': [['answer_by', 'Answers by']],
  'flag-reviewed': [['review_on', 'Next review']],
  'flags-reconciled': [['found', 'Found'], ['why', 'Why']],
  'meeting-held': [['chair', 'Chair'], ['chair_rank', 'Rank of the chair']],
  'listed-for-meeting': [['why', 'Why'], ['override', 'Without a strategy discussion, because'], ['strategy_reference', 'Strategy discussion'], ['month', 'Month']],
  'meeting-item-closed': [['strategy_reference', 'Strategy discussion']],
  'option-considered': [['option', 'Option'], ['used', 'Used'], ['why', 'Why']],
  'notice-ended': [['why', 'Why']],
  'makesafe-tagged': [['tag', 'Tag']],
  'lscb-escalated': [['about', 'About']],
  'intervention-recorded': [['kind', 'What kind'], ['result', 'What came of it']],
}
const LONGEST = 4_000

/** The words of an entry at narrative depth. Codes become words; ids never show. */
export function entryWords(body: unknown, kind = ''): { label: string; text: string }[] {
  if (typeof body !== 'object' || body === null) return []
  const said = body as Record<string, unknown>
  const facts = factsOfKind(kind).flatMap((fact) => {
    const text = fact.said === null || WORDS.some(([key]) => key === fact.key) ? '' : answerWords(fact, said[fact.key])
    return text === '' || fact.said === null ? [] : [{ label: fact.said, text: clip(text) }]
  })
  const words = [...WORDS, ...OF_A_KIND[kind] ?? []].flatMap(([key, label]) => {
    const value = said[key]
    return typeof value === 'string' && value !== '' ? [{ label, text: clip(readable(value)) }] : []
  })
  const changes = said['changes']
  if (!Array.isArray(changes)) return [...facts, ...words]
  return [...changes.flatMap((change: unknown) => changeWords(change)), ...facts, ...words]
}

/** One fact of an entry that was added by hand, or the same word of a case history; '' where it is not known. */
function answerWords(fact: Fact, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const codes = (Array.isArray(value) ? value : [value]).filter((code): code is string => typeof code === 'string' && code !== '')
  const of = fact.as === 'one' || fact.as === 'several' ? fact.of : {}
  return fact.key === 'concern' ? codes.map((code) => concernWords(code)).join(', ') : joined(codes.map((code) => (Object.hasOwn(of, code) ? say(of, code) : readable(code))))
}

function changeWords(change: unknown): { label: string; text: string }[] {
  if (typeof change !== 'object' || change === null || !('field' in change) || typeof change.field !== 'string') return []
  const { field, before, after } = change as { field: string; before?: unknown; after?: unknown }
  const label = fieldWords(field)
  return [{ label: label.charAt(0).toUpperCase() + label.slice(1), text: `${valueWords(before)}, now ${valueWords(after)}` }]
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'not known'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'string') return String(value)
  const day = readPlainDate(value)
  return day === null ? readable(value) : bornWords(day)
}

/** 's47' → 'Strategy discussion, section 47', 'not-used' → 'not used'; a sentence stays as it was written. */
const readable = (value: string): string => (Object.hasOwn(OUTCOME_WORDS, value) ? outcomeWords(value) : /^[a-z0-9]+(-[a-z0-9]+)+$/.test(value) ? value.replaceAll('-', ' ') : value)
const clip = (value: string): string => (value.length <= LONGEST ? value : `${value.slice(0, LONGEST)} …`)
