import { Tabs } from '../ui/tabs'

/** The administrator's places. */
export function AdminTabs({ current }: { readonly current: string }) {
  return (
    <Tabs
      label="Administration" current={current}
      tabs={[{ href: '/admin', label: 'People' }, { href: '/admin/teams', label: 'Teams' }, { href: '/admin/boroughs', label: 'What boroughs follow' }, { href: '/admin/history', label: 'What was changed' }]}
    />
  )
}
