import { clause } from '@/lib/policy/clauses'
import { packNamed } from '@/lib/policy/packs'
import { tableRows, type Row } from '@/lib/policy/missing/table'

const AGE: Readonly<Record<Row['age'], string>> = { 'under-13': 'under 13', '13-to-17': '13 to 17', 'not-known': 'not known' }
const FLAG: Readonly<Record<Row['flag'], string>> = { never: 'never', flagged: 'flagged', 'removed-within-24-months': 'removed within 24 months', 'removed-before': 'removed before that' }
const RISK: Readonly<Record<Row['risk'], string>> = {
  none: 'none', plan: 'protection plan', health: 'health or medicine', suicide: 'self-harm or suicide attempt', substance: 'drugs or alcohol', harm: 'signs of harm or a crime',
  'unsafe-adult': 'unsafe adult', trafficking: 'trafficking', 'to-others': 'puts others at risk', 'out-of-character': 'out of character', concern: 'open concern',
}
const ANSWER: Readonly<Record<Row['answer'], string>> = { yes: 'yes', no: 'no', 'not-known': 'not known' }
const STATE: Readonly<Record<Row['absent']['state'], string>> = { open: 'open', 'needs-reason': 'a supervisor’s reason', closed: 'closed' }

const line = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const rowLine = (row: Row): string => line(
  AGE[row.age], FLAG[row.flag], RISK[row.risk], row.repeat, ANSWER[row.answer], STATE[row.absent.state],
  row.absent.by.map((one) => one.clause).join(', ') || '–', row.lowestOpen, row.proposed,
)

/** The clauses that close anything in the table, with where they stand. */
function clausesOf(rows: readonly Row[]): string[] {
  const ids = [...new Set(rows.flatMap((row) => row.absent.by.map((one) => one.clause)))]
  return [...ids, 'mis-no-low', 'mis-high-indicators'].map((id) => {
    const { title, text, source } = clause(id)
    return `- **${id}**, ${title}. ${text} (${source})`
  })
}

/** The classification table as it is published: every combination of the baseline, and what the other pack changes. */
export function classificationDocument(): string {
  const [base, app] = [packNamed('mps-2016'), packNamed('app-2017')]
  const [rows, later] = [tableRows(base), tableRows(app)]
  const count = (state: Row['absent']['state']): number => rows.filter((row) => row.absent.state === state).length
  const open = rows.filter((row) => row.absent.state !== 'closed')
  const grades = new Set(later.map((row) => row.lowestOpen))
  return [
    '# Which class and which grade a child may be given',
    '',
    'Made from the rule packs by `npm run -s docs`: do not edit it. The panel of the call, every refusal and this table are one function.',
    '',
    `## ${base.id}: ${base.title}`,
    '',
    `Of ${rows.length} combinations absent is open in ${count('open')}, open with a supervisor’s reason in ${count('needs-reason')}, and closed in ${count('closed')}. Missing is always open, and never below medium.`,
    'Age is the age at the report by London date. The flag is of sexual exploitation, on any record in London. Repeat is the threshold of repeated episodes, missing and absent counted together. The answer is what the caller says when asked whether the child is at risk of sexual exploitation: not known closes nothing, and is asked again at every call-back.',
    'Two rules need more than this table shows: whatever the facts, absent ends at 24 elapsed hours (mis-absent-24h), and from missing to absent only an inspector goes, with a reason (mis-reclass-on-info). A class or a grade below high that rests on “streetwise”, “able to look after herself” or “not out of character” alone is refused (mis-repeat-not-lower).',
    '',
    '### Where absent may be chosen',
    '',
    ...tableOf(open),
    '',
    '### Every combination',
    '',
    ...tableOf(rows),
    '',
    `## ${app.id}: ${app.title}`,
    '',
    ...app.changes.map((change) => `- ${change}`),
    '',
    `In all ${later.length} combinations absent is closed (${[...new Set(later.filter((row) => row.absent.by.some((one) => one.clause === 'mis-def-app-2017')).map(() => 'mis-def-app-2017'))].join(', ')}) and the lowest grade open is ${[...grades].join(', ')}; the proposed grades are those above. An episode keeps the pack it began under.`,
    '',
    '## The clauses',
    '',
    ...clausesOf([...rows, ...later]),
    '',
  ].join('\n')
}

const tableOf = (rows: readonly Row[]): string[] => [
  line('Age', 'Flag', 'Known risk', 'Repeat', 'Caller: exploitation', 'Absent', 'Closed or asked for by', 'Lowest grade', 'Proposed'),
  line(...Array.from({ length: 9 }, () => '---')),
  ...rows.map(rowLine),
]
