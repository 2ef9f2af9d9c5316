interface SearchBoxProps {
  readonly action: string
  readonly label: string
  readonly value?: string
  readonly name?: string
  readonly placeholder?: string
  /** Filters that stay on while searching. */
  readonly keep?: Readonly<Record<string, string>>
  readonly button?: string
}

/** One box and one button; the answer has its own address. */
export function SearchBox({ action, label, value, name = 'q', placeholder, keep = {}, button = 'Search' }: SearchBoxProps) {
  return (
    <search>
      <form action={action} method="get" className="find">
        {Object.entries(keep).map(([key, kept]) => <input key={key} type="hidden" name={key} value={kept} />)}
        <input className="input" type="search" name={name} aria-label={label} defaultValue={value} placeholder={placeholder} autoComplete="off" />
        <button className="btn second" type="submit">{button}</button>
      </form>
    </search>
  )
}
