import { Shell } from '@/components/shell/shell'
import { Button, Buttons } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { linkHolder, PASSWORD_PROBLEMS, SHORTEST } from '@/lib/administration/set-password'
import { systemNow } from '@/lib/platform/clock'
import { demonstrationShown } from '@/lib/platform/env'

/** Where a one-time link leads: the person sets a password that nobody else knows. Needs no session and gives none. */
export default async function SetPassword({ params, searchParams }: { params: Promise<{ token: string }>; searchParams: Promise<{ problem?: string }> }) {
  const [{ token }, { problem }] = [await params, await searchParams]
  const holder = await linkHolder(decodeURIComponent(token), systemNow())
  const says = problem !== undefined && Object.hasOwn(PASSWORD_PROBLEMS, problem) ? PASSWORD_PROBLEMS[problem as keyof typeof PASSWORD_PROBLEMS] : undefined
  const draft = says === undefined ? null : { values: {}, problems: [{ field: 'password', message: says }], refusals: [] }
  return (
    <Shell title="Set your password" actor={null} nav={[]} demonstration={demonstrationShown()} problem={draft !== null}>
      <PageHead title="Set your password" lede={holder?.works === true ? `For ${holder.name}, ${holder.email}.` : undefined} />
      {holder?.works !== true ? <Notice tone="red" title="This link works no more"><p>It was used, ran out or was taken back. Ask your administrator for a new one.</p></Notice> : (
        <form method="post" action="/set-password/submit" noValidate>
          <ErrorSummary draft={draft} />
          <input type="hidden" name="token" value={decodeURIComponent(token)} />
          <Field name="password" label="New password" hint={`At least ${SHORTEST} characters`} type="password" autoComplete="new-password" width={20} draft={draft} />
          <Field name="again" label="The same again" type="password" autoComplete="new-password" width={20} draft={null} />
          <Buttons><Button>Set the password</Button></Buttons>
        </form>
      )}
    </Shell>
  )
}
