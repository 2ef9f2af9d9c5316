import type { LateAction } from '@/lib/deadlines/view'
import { counted } from '@/lib/wording/lists'
import { Card } from '../ui/card'

/** Agreed actions past their own date, beside the discussions that agreed them. */
export function LateActions({ actions, total }: { readonly actions: readonly LateAction[]; readonly total: number }) {
  return (
    <Card title="Actions past their date" tone={total > 0 ? 'amber' : undefined}>
      {total === 0 ? <p>None.</p> : (
        <ul>
          {actions.map((action) => (
            <li key={action.id} className="mb-2">
              <span className="due late">{action.left.words}</span>
              <span className="sub"><a href={`/people/${action.child.id}`}>{action.child.name}</a>: <a href={`/duties/${action.id}`}>{action.what}</a></span>
            </li>
          ))}
        </ul>
      )}
      {total > actions.length ? <p><a href="/actions?when=late">All {counted(total, 'action')}</a></p> : null}
    </Card>
  )
}
