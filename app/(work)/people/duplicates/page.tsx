import { notFound } from 'next/navigation'
import { AlikeList } from '@/components/people/same-person'
import { Shell } from '@/components/shell/shell'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { duplicates } from '@/lib/people/same'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props {
  searchParams: Promise<{ before?: string }>
}

/** Records that may be of somebody on record already, the newest first: for those who may join them. */
export default async function Duplicates({ searchParams }: Props) {
  const [page, { before }] = [await pageActor(), await searchParams]
  const [frame, found] = await Promise.all([frameFor(page), duplicates(page.actor, before, page.now)])
  if (found === null) notFound()
  return (
    <Shell {...frame} title="Possible duplicates" current="/people">
      <PageHead title="Possible duplicates" lede="Records of your boroughs, the newest first, that may be of somebody on record already. Compare the two before you join them; whom you are shown is logged." />
      {found.rows.length === 0 ? <p className="none">{found.looked === 0 ? 'There is nobody further.' : `None of these ${found.looked} is like somebody else on record.`}</p> : found.rows.map((row) => (
        <Card key={row.id} title={row.name}>
          <p className="sub">{row.sub} · <a href={`/people/${row.id}`}>open<span className="sr-only"> {row.name}</span></a></p>
          <AlikeList alike={row.alike} personId={row.id} />
        </Card>
      ))}
      <Pager
        previous={before === undefined ? undefined : { href: '/people/duplicates', words: 'Back to the newest' }}
        next={found.next === null ? undefined : { href: `/people/duplicates?before=${encodeURIComponent(found.next)}`, words: 'Earlier records' }}
      >{`${found.looked} records looked at on this page.`}</Pager>
    </Shell>
  )
}
