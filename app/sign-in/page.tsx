import { cookies } from 'next/headers'
import { Shell } from '@/components/shell/shell'
import { Button, Buttons } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Field } from '@/components/ui/field'
import type { FieldProblem } from '@/components/ui/form-draft'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { localPath } from '@/lib/platform/auth/same-origin'
import { typedEmail } from '@/lib/platform/auth/typed-email'
import { demonstrationShown, env } from '@/lib/platform/env'

interface SignInPage {
  searchParams: Promise<{ problem?: string; error?: string; next?: string; callbackUrl?: string; ended?: string; out?: string; set?: string }>
}

/** The words for each problem. None says whether the account exists. */
function problemWords(problem: string, lockMinutes: number): FieldProblem {
  switch (problem) {
    case 'locked':
      return { field: 'email', message: `Too many attempts with this e-mail. Wait ${lockMinutes} minutes, then try again` }
    case 'too-many':
      return { field: '', message: `Too many attempts from this place. Wait ${lockMinutes} minutes, then try again` }
    case 'elsewhere':
      return { field: '', message: 'The form was not sent from this page. Enter your e-mail and password here' }
    default:
      return { field: 'email', message: 'The e-mail and password do not fit together. Check both and try again' }
  }
}

export default async function SignIn({ searchParams }: SignInPage) {
  const asked = await searchParams
  const told = asked.problem ?? asked.error
  // The session ran out: nothing was done wrong, so it is a notice and no error.
  const ended = asked.ended !== undefined || told === 'ended'
  const problem = told === 'ended' ? undefined : told
  const email = typedEmail(await cookies())
  const draft = { values: { email }, problems: problem === undefined ? [] : [problemWords(problem, env().HOLDFAST_LOCK_MINUTES)], refusals: [] }
  return (
    <Shell title="Sign in" actor={null} nav={[]} demonstration={demonstrationShown()} problem={problem !== undefined}>
      <PageHead title="Sign in" lede="For professionals who protect children in London. What you open is written down." />
      {!ended ? null : <Notice tone="amber" title="Your session has ended" spoken><p>Sign in to go on where you were. What you sent has been kept.</p></Notice>}
      {asked.set === undefined ? null : <Notice tone="green" title="Your password is set" spoken><p>Sign in with it.</p></Notice>}
      {asked.out === undefined ? null : <Notice tone="green" title="You are signed out" spoken />}
      <form method="post" action="/sign-in/submit" noValidate>
        <ErrorSummary draft={draft} />
        <input type="hidden" name="next" value={localPath(asked.next ?? asked.callbackUrl)} />
        <Field name="email" label="E-mail" type="email" inputMode="email" autoComplete="username" spellCheck={false} width={20} draft={draft} />
        <Field name="password" label="Password" type="password" autoComplete="current-password" width={20} draft={draft} />
        <Buttons><Button>Sign in</Button></Buttons>
      </form>
    </Shell>
  )
}
