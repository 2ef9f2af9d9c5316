import { instantWords } from '@/lib/wording/london-words'
import type { Report } from './report'
import type { Moment, ProductLine, Story } from './story'

const MARK: Record<NonNullable<ProductLine['verdict']>, string> = { held: 'held', missed: 'MISSED', 'not-supported': 'not supported' }

/** The stories for a person at a terminal: the case at the margin, the product indented under it. */
export function printed(stories: readonly Story[], report: Report): string {
  const counts = [`${report.held} held`, `${report.missed} missed`, `${report.notSupported} not supported`, `${report.unexpected} unexpected`]
  return `${stories.map(printedStory).join('\n')}\n${stories.length} ${stories.length === 1 ? 'history' : 'histories'}: ${counts.join(', ')}\n`
}

function printedStory(story: Story): string {
  const lines = [`${story.id}${story.goodPractice ? ' (good practice)' : ''}`, ...(story.summary === '' ? [] : [story.summary]), '']
  for (const moment of story.moments) lines.push(...printedMoment(moment))
  for (const one of story.unexpected) lines.push(`  UNEXPECTED  ${one}`)
  lines.push('', `  ${story.held} held, ${story.missed} missed, ${story.notSupported} not supported`, '')
  return lines.join('\n')
}

function printedMoment(moment: Moment): string[] {
  return [
    `  ${moment.offset.padEnd(9)} ${instantWords(new Date(moment.at))}`,
    ...moment.case.map((line) => `    ${line.words}${line.detail.length === 0 ? '' : ` [${line.detail.join('; ')}]`}`),
    ...moment.product.map(printedLine),
  ]
}

function printedLine(line: ProductLine): string {
  if (line.verdict !== undefined) return `        = ${MARK[line.verdict]}: ${line.words}`
  const due = line.due === undefined ? '' : `, due ${line.due}`
  const clause = line.clause === undefined ? '' : `  {${line.clause.id}: ${line.clause.title}; ${line.clause.source}}`
  return `        > ${line.words}${due}${clause}`
}
