/** What PostgreSQL says when a statement took longer than it was given (57014), a transaction (25P04), or was not begun because somebody is at it already (HF001, ours). */
const CODES = ['57014', '25P04', 'HF001']

/** Whether this is a statement that was given up for its length, and no fault. */
export function tookTooLong(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CODES.includes(String(error.code))
}
