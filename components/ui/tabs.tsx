export interface Tab {
  readonly href: string
  readonly label: string
  /** Said in brackets: "5 open". */
  readonly note?: string
}

/** The pages of one record: links, each its own address. */
export function Tabs({ tabs, current, label }: { readonly tabs: readonly Tab[]; readonly current: string; readonly label: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}><a href={tab.href} aria-current={tab.href === current ? 'page' : undefined}>{tab.label}{tab.note ? ` (${tab.note})` : ''}</a></li>
        ))}
      </ul>
    </nav>
  )
}
