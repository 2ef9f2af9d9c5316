const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/i

/** An address as it was typed, its postcode apart from its line wherever it was written: without this nobody who lives there is found by it. */
export function addressParts(typed: string, postcode: string | null): { readonly line: string; readonly postcode: string | null } {
  if (postcode !== null && postcode.trim() !== '') return { line: typed, postcode: postcode.trim().toUpperCase() }
  const found = POSTCODE.exec(typed)?.[0].toUpperCase() ?? null
  const line = found === null ? typed : typed.replace(POSTCODE, '').replace(/[\s,]+$/, '')
  return { line: line === '' ? typed : line, postcode: found }
}
