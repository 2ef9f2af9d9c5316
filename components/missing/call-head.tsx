import type { CallPage } from '@/lib/missing/call-view'
import { IdentityBar } from '../ui/identity-bar'

/** Whom the call is about, in view while the questions are asked. */
export function CallHead({ child, plan, notices }: { readonly child: NonNullable<CallPage['child']>; readonly plan: CallPage['plan']; readonly notices: CallPage['notices'] }) {
  const { known } = child
  if (known === null) return <IdentityBar name={child.name} facts={[{ term: 'Record', value: 'Restricted: nothing of it is shown' }]} heading={false} shut />
  return (
    <IdentityBar
      name={child.name} heading={false}
      facts={[
        { term: 'Age', value: known.age }, { term: 'Care', value: known.care }, { term: known.placement === null ? 'Lives in' : 'Placed', value: known.placement ?? known.home },
        { term: 'Times away', value: known.last === null ? known.episodes : `${known.episodes}; last ${known.last}` },
      ]}
      flags={[
        ...known.flags.map(({ words, grave }) => ({ words, tone: grave ? 'solid' as const : 'plum' as const })),
        ...(known.plan === null ? [] : [{ words: known.plan, tone: 'red' as const }]), ...known.formerFlags.map((words) => ({ words, tone: 'amber' as const })),
      ]}
    >
      {notices.map((line) => <p key={line} className="strong">{line}</p>)}
      {plan === null ? null : <a href="#trigger-plan">Trigger plan, version {plan.version}</a>}
    </IdentityBar>
  )
}
