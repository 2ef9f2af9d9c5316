import { Tabs } from '../ui/tabs'

/** The three lists of adults and places. */
export function SectionTabs({ current, others, untagged }: { readonly current: '/places' | '/adults/others' | '/makesafe'; readonly others: boolean; readonly untagged?: number }) {
  return (
    <Tabs label="Adults and places" current={current} tabs={[
      { href: '/places', label: 'Places' }, ...(others ? [{ href: '/adults/others', label: 'Other children at risk' }] : []), { href: '/makesafe', label: 'Makesafe calls', ...(untagged !== undefined && untagged > 0 ? { note: `${untagged} untagged` } : {}) },
    ]} />
  )
}
