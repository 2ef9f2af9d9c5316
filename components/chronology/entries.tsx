import type { EntryLine } from '@/lib/chronology/view'
import { byWords, senderInside } from '@/lib/wording/agencies'
import { counted } from '@/lib/wording/lists'
import { Timeline } from '../ui/timeline'

/** Entries of a chronology, newest first. The words stand only where they are open to the reader. On a referral's own page nothing links to it. */
export function Entries({ entries, label, referralId }: { readonly entries: readonly EntryLine[]; readonly label: string; readonly referralId?: string }) {
  return (
    <Timeline
      label={label}
      items={entries.map((entry) => ({
        key: entry.id, at: entry.at, tone: entry.tone, corrected: entry.corrected, meta: metaOf(entry),
        heading: <>{entry.correction ? 'Correction: ' : ''}{entry.heading}{entry.referralId === null || entry.referralId === referralId ? null : <> <a className="font-normal" href={`/referrals/${entry.referralId}`}>Referral<span className="sr-only"> of this entry</span></a></>}</>,
        words: wordsOf(entry),
      }))}
    />
  )
}

const metaOf = (entry: EntryLine): string =>
  [entry.when, entry.recorded, byWords(entry.by, entry.agency), entry.source === null ? null : `from ${senderInside(entry.source)}`, entry.others === 0 ? null : `also about ${counted(entry.others, 'other person', 'other people')}`]
    .filter((part) => part !== null).join(' · ')

function wordsOf(entry: EntryLine) {
  if (entry.redacted) return 'The words were taken out under recorded authority.'
  if (entry.words.length === 0) return undefined
  return <dl>{entry.words.map((line) => <div key={line.label}><dt className="inline font-semibold">{line.label}: </dt><dd className="inline">{line.text}</dd></div>)}</dl>
}
