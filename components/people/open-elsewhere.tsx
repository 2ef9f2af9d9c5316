import type { Elsewhere } from '@/lib/people/elsewhere'

/** What other boroughs have open about this person: without it, nothing owed here would read as nothing owed. */
export function OpenElsewhere({ elsewhere }: { readonly elsewhere: Elsewhere }) {
  if (elsewhere.matters.length === 0) return null
  return (
    <section>
      <h2>Open in other boroughs</h2>
      <p>Beyond your reach: by when, and what is said, is not shown here. Ask {elsewhere.ask}.</p>
      <ul>{elsewhere.matters.map(({ words }) => <li key={words}>{words}</li>)}</ul>
    </section>
  )
}

/** Of a table of what is owed, with nothing in it. */
export const nothingOwed = (elsewhere: Elsewhere): string => (elsewhere.matters.length === 0 ? 'Nothing is owed just now.' : 'Nothing is owed within your reach just now.')
