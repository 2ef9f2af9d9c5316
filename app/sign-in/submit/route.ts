import { cookies } from 'next/headers'
import { signInInProcess } from '@/lib/platform/auth/in-process'
import { fromOurPages, localPath } from '@/lib/platform/auth/same-origin'
import { keepTypedEmail, forgetTypedEmail } from '@/lib/platform/auth/typed-email'
import { seeOther, textFields } from '@/lib/platform/forms'

/** The sign-in form: email, password, next. Answers 303, with the session's cookie or back to the form with `problem`. */
export async function POST(request: Request): Promise<Response> {
  if (!fromOurPages(request.headers)) return seeOther('/sign-in?problem=elsewhere')
  const typed = await textFields(request)
  if (typed instanceof Response) return typed
  const email = typed.get('email') ?? ''
  const next = localPath(typed.get('next'))
  const outcome = await signInInProcess(request, email, typed.get('password') ?? '')
  if ('refused' in outcome) {
    keepTypedEmail(await cookies(), email)
    return seeOther(`/sign-in?${new URLSearchParams({ problem: outcome.refused, next })}#problems`)
  }
  forgetTypedEmail(await cookies())
  return seeOther(next, outcome.cookie)
}
