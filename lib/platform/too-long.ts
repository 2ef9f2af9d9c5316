/** What PostgreSQL says when a statement took longer than it was given (57014), or was not begun because somebody is at it already (HF001, ours). */
const CODES = ['57014', 'HF001']

/** Whether this is a statement that was given up for its length, and no fault. */
export function tookTooLong(error: unknown): boolean {
  return error instanceof Error && CODES.some((code) => error.message.includes(`Code: \`${code}\``))
}
