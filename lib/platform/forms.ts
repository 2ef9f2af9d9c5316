/** Bytes and fields: several times the longest form of ours. More of either would keep the one thread of the server busy for everybody. */
const LARGEST_FORM = 500_000
const MOST_FIELDS = 3_000

/**
 * The body of a plain HTML form. Fields that are not text (files) are left out; a body that is no form has no fields. A body
 * larger than any form of ours is not read to its end: the answer to give (413) comes instead.
 */
export async function textFields(request: Request): Promise<URLSearchParams | Response> {
  const fields = new URLSearchParams()
  const type = request.headers.get('content-type') ?? ''
  const body = await bodyWithin(request, LARGEST_FORM)
  // Counted before it is taken apart: what takes the time is the taking apart.
  if (body === null || body.filter((byte) => byte === AMPERSAND).length > MOST_FIELDS) {
    return new Response('This form is larger than Holdfast takes. Nothing of it was kept: go back, shorten it and send it again.', {
      status: 413, headers: { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain; charset=utf-8' },
    })
  }
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => new FormData())
  for (const [name, value] of form) if (typeof value === 'string') fields.append(name, value)
  return fields
}

/** A form with one file: the gate before it turns away 1 MB, the page says the limit of the file itself. */
const LARGEST_WITH_FILE = 900_000

/**
 * The fields of a form that carries one file, and the bytes of that file; null where none was chosen. Of other files nothing is kept.
 * A body that is larger than the gate lets through is answered with 413.
 */
export async function fieldsWithFile(request: Request, name: string): Promise<{ fields: URLSearchParams; file: { name: string; bytes: Uint8Array } | null } | Response> {
  const body = await bodyWithin(request, LARGEST_WITH_FILE)
  if (body === null) return new Response('This file is larger than Holdfast takes. Nothing of it was kept: go back and import it in parts.', {
    status: 413, headers: { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain; charset=utf-8' },
  })
  const type = request.headers.get('content-type') ?? ''
  const form = type.startsWith('multipart/form-data') ? await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => new FormData()) : new FormData()
  const fields = new URLSearchParams()
  for (const [field, value] of form) if (typeof value === 'string') fields.append(field, value)
  const sent = form.get(name)
  if (sent === null || typeof sent === 'string' || sent.name === '') return { fields, file: null }
  return { fields, file: { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) } }
}

const AMPERSAND = '&'.charCodeAt(0)

/** Read piece by piece, so that a body without a length is cut off too. Null when it is longer than `limit` bytes. */
async function bodyWithin(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const pieces: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (;;) {
    const piece = await reader?.read()
    if (piece === undefined || piece.done) break
    size += piece.value.byteLength
    if (size > limit) {
      await reader?.cancel()
      return null
    }
    pieces.push(piece.value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.byteLength
  }
  return whole
}

/** 303 to a path of ours: the browser fetches it anew, so that reloading the answer never posts again. */
export function seeOther(path: string, cookie?: string): Response {
  const headers = new Headers({ Location: path, 'Cache-Control': 'no-store' })
  if (cookie !== undefined) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 303, headers })
}
