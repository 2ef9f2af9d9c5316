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

/** Main matter at the left, what helps to decide at the right; one column on a phone. */
export function Columns({ children, aside }: { readonly children: ReactNode; readonly aside: ReactNode }) {
  return <div className="cols"><div>{children}</div><aside>{aside}</aside></div>
}
