import { notFound } from 'next/navigation'
import { ImportForm, ImportLines } from '@/components/import/import-file'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { mayEver } from '@/lib/access/permissions'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { IMPORT_DRAFT } from '@/lib/referrals/import/door'
import { dryRun } from '@/lib/referrals/import/dry-run'
import { COLUMNS, NEEDED } from '@/lib/referrals/import/lines'
import { LARGEST_FILE, MOST_LINES } from '@/lib/referrals/import/read-file'
import { takingAs } from '@/lib/referrals/taking-as'
import { frameFor } from '@/lib/shell/frame'

/** Notifications from a file: first what would happen with each line, then the lines that can be taken. */
export default async function Import({ searchParams }: { searchParams: Promise<{ draft?: string; done?: string }> }) {
  const page = await pageActor()
  if (!mayEver(page.actor, 'import-notifications')) notFound()
  const { draft: draftId, done } = await searchParams
  const [frame, kept] = await Promise.all([frameFor(page), readDraft(page.actor, draftId, IMPORT_DRAFT)])
  const word = (name: string): string => String(kept?.values[name] ?? '')
  const looked = kept === null || word('text') === '' ? null : await dryRun(page.actor, { text: word('text'), borough: word('borough') }, page.now)
  const problem = looked !== null && 'problem' in looked ? looked.problem : null
  const draft = kept === null || problem === null ? kept : { ...kept, problems: [{ field: 'file', message: problem }] }
  return (
    <Shell {...frame} title="Import notifications" current="/import" problem={draft !== null && draft.problems.length > 0}>
      <DoneNotice says={doneWords(done)} />
      <PageHead title="Import notifications" lede="A CSV file is checked first, line by line. Nothing is put on record until you import it." />
      <ImportForm draft={draft} boroughs={takingAs(page.actor).boroughs} columns={COLUMNS} needed={NEEDED} mostLines={MOST_LINES} largest={LARGEST_FILE} />
      {word('encoding') === 'Windows-1252' ? <Notice tone="amber" title="Not in UTF-8"><p>It was read as Windows-1252. Look whether names with accents are right before you import.</p></Notice> : null}
      {looked === null || 'problem' in looked || kept === null ? null : <ImportLines looked={looked} draftId={kept.id} name={word('name')} />}
    </Shell>
  )
}
