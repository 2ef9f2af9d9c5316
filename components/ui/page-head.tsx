import type { ReactNode } from 'react'

/** The page's only h1, one sentence that says how things stand, and the page's first act at the right. */
export function PageHead({ title, lede, children }: { readonly title: ReactNode; readonly lede?: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className="head">
      <div><h1>{title}</h1>{lede ? <p className="lede">{lede}</p> : null}</div>
      {children ? <div className="buttons !m-0">{children}</div> : null}
    </div>
  )
}

/**
 * Main matter at the left, what helps to decide at the right; one column on a phone, where `jump` names the link that leads past
 * the matter to it: what may be done is else many screens down.
 */
export function Columns({ children, aside, jump }: { readonly children: ReactNode; readonly aside: ReactNode; readonly jump?: string }) {
  return (
    <div className="cols">
      <div>{jump === undefined ? null : <p className="jump"><a className="btn second small" href="#beside">{jump}</a></p>}{children}</div>
      <aside id="beside" tabIndex={-1}>{aside}</aside>
    </div>
  )
}
