import type { CallPage } from '@/lib/missing/call-view'
import { Card } from '../ui/card'
import { SummaryList } from '../ui/summary-list'

/** The trigger plan, for whoever has the caller on the line: where, who and how to find this child quickly. */
export function PlanCard({ plan, child }: Pick<CallPage, 'plan' | 'child'>) {
  if (child === null || child.masked) return null
  return (
    <div id="trigger-plan">
      <Card title={plan === null ? 'Trigger plan' : `Trigger plan, version ${plan.version}`} tone={plan === null ? undefined : 'blue'}>
        {plan === null ? <p>None on record.</p> : (
          <>
            <SummaryList rows={plan.parts} />
            <p className="sub">Made {plan.made}. {plan.late ? 'Its review was due' : 'Reviewed next by'} {plan.review}.</p>
          </>
        )}
      </Card>
    </div>
  )
}
