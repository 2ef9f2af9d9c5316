import { setPassword } from '@/lib/administration/set-password'
import { fromOurPages } from '@/lib/platform/auth/same-origin'
import { systemNow } from '@/lib/platform/clock'
import { seeOther, textFields } from '@/lib/platform/forms'

/** The form behind a one-time link: token, password, again. Answers 303 to sign in, or back to the form with why not. */
export async function POST(request: Request): Promise<Response> {
  if (!fromOurPages(request.headers)) return seeOther('/sign-in?problem=elsewhere')
  const typed = await textFields(request)
  if (typed instanceof Response) return typed
  const token = typed.get('token') ?? ''
  const outcome = await setPassword(token, typed.get('password') ?? '', typed.get('again') ?? '', systemNow())
  if (outcome.ok) return seeOther('/sign-in?set=1')
  return seeOther(`/set-password/${encodeURIComponent(token.slice(0, 200))}?problem=${outcome.why}#problems`)
}
