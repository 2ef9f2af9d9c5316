/** Where a list goes on: an instant and an id, opaque in the address. Anything else reads as the beginning. */
export interface Cursor {
  readonly at: Date
  readonly id: string
}

export const writeCursor = ({ at, id }: Cursor): string => Buffer.from(`${at.getTime()}.${id}`).toString('base64url')

export function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null
  const match = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString())
  return match === null ? null : { at: new Date(Number(match[1])), id: match[2] ?? '' }
}
