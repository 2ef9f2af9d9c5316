import { fieldId, type FormDraft } from './form-draft'

/**
 * All problems of a form at the top, each a link to its field. Carries the id `problems`: the door sends the browser back to
 * `…?draft=…#problems`, so that keyboard and screen reader start here with no script.
 */
export function ErrorSummary({ draft, scope, title = 'There is a problem' }: { readonly draft?: FormDraft | null; readonly scope?: string; readonly title?: string }) {
  if (!draft || draft.problems.length === 0) return null
  return (
    <div className="problems" id="problems" role="alert" tabIndex={-1} data-focus="">
      <h2>{title}</h2>
      <ul>
        {draft.problems.map((problem) => (
          <li key={`${problem.field} ${problem.message}`}>
            {problem.field === '' ? problem.message : <a href={`#${fieldId(problem.field, scope)}`}>{problem.message}</a>}
          </li>
        ))}
      </ul>
    </div>
  )
}
