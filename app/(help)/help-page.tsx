import type { ReactNode } from 'react'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'

/** The frame of the help pages. Open to everyone, signed in or not: it therefore knows nobody and counts nothing. `tables`: below the words, as wide as the page. */
export function HelpPage({ title, lede, children, tables }: { readonly title: string; readonly lede: string; readonly children: ReactNode; readonly tables?: ReactNode }) {
  return (
    <Shell title={title} actor={null} nav={[{ href: '/', label: 'Back to work' }, { href: '/help', label: 'Help' }]} current="/help">
      <PageHead title={title} lede={lede} />
      <div className="prose">{children}</div>
      {tables}
    </Shell>
  )
}
