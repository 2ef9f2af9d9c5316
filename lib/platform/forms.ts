/** The body of a plain HTML form. Fields that are not text (files) are left out; a body that is no form has no fields. */
export async function textFields(request: Request): Promise<URLSearchParams> {
  const fields = new URLSearchParams()
  const form = await request.formData().catch(() => new FormData())
  for (const [name, value] of form) if (typeof value === 'string') fields.append(name, value)
  return fields
}

/** 303 to a path of ours: the browser fetches it anew, so that reloading the answer never posts again. */
export function seeOther(path: string, cookie?: string): Response {
  const headers = new Headers({ Location: path, 'Cache-Control': 'no-store' })
  if (cookie !== undefined) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 303, headers })
}
