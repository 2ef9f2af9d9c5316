'use client'

/**
 * Something unforeseen went wrong while a page was made. A client component, as the framework asks; it must not rest on
 * anything that could itself be what failed, so it brings no frame.
 */
export default function PageFailed({ error, reset }: { readonly error: Error & { readonly digest?: string }; readonly reset: () => void }) {
  return (
    <>
      <title>This page could not be made - Holdfast</title>
      <header className="top"><a className="name" href="/">Holdfast</a></header>
      <main id="main">
        <h1>This page could not be made</h1>
        <p>What was saved before is still there. The fault has been noted{error.digest ? <> under <b>{error.digest}</b></> : null}.</p>
        <p>If you need something from it now, ring the team that holds the record.</p>
        <div className="buttons">
          <button className="btn" type="button" onClick={reset}>Try again</button>
          <a href="/">Back to work</a>
        </div>
      </main>
    </>
  )
}
