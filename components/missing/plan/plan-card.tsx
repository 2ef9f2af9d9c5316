import type { PlanVersion, PlanView } from '@/lib/missing/plan/view'
import { SummaryList } from '../../ui/summary-list'

/** A trigger plan as whoever takes the call reads it: what to do first, in the largest words. */
export function PlanCard({ plan, heading = 'Trigger plan' }: { readonly plan: PlanView | null; readonly heading?: string }) {
  if (plan === null) return <section aria-label={heading}><h2>{heading}</h2><p className="none">There is no trigger plan for this child.</p></section>
  return (
    <section aria-label={heading}>
      <h2>{heading}</h2>
      <p className="strong whitespace-pre-line">First: {plan.first}</p>
      <PlanWords plan={plan} />
      <p className="sub">Version {plan.version}. {plan.what}, {plan.made}. {plan.late ? <b>Review was due {plan.review}.</b> : `To be looked at again by ${plan.review}.`}{plan.awaySince ? <b> The child has been away since it was written.</b> : null}</p>
    </section>
  )
}

/** The parts of one version; what is not known is left out. */
export function PlanWords({ plan }: { readonly plan: PlanVersion }) {
  const rows = ([['Places', plan.places], ['People', plan.people], ['Telephone and social media', plan.contact], ['Transport', plan.travel], ['Risks', plan.risks]] as const)
    .flatMap(([term, value]) => (value === null ? [] : [{ term, value: <span className="whitespace-pre-line">{value}</span> }]))
  return rows.length === 0 ? null : <SummaryList rows={rows} />
}
