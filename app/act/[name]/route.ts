import { answerForm } from '@/lib/forms/door'
import { formActNamed } from '@/lib/forms/registry'
import { systemNow } from '@/lib/platform/clock'

/** The one door of every form. What is asked for is checked by the act itself. */
export async function POST(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const form = formActNamed((await params).name)
  if (form === undefined) return new Response('There is no such act.', { status: 404 })
  return answerForm(form, request, systemNow())
}
