/** The alerts that stand for a strategy discussion still to be held: the bands, and the full meeting after a call of two agencies. */
export const DISCUSSION_ALERTS = ['strategy-discussion-overdue', 'strategy-full-meeting-overdue'] as const
export const isDiscussion = (alert: string): boolean => (DISCUSSION_ALERTS as readonly string[]).includes(alert)
/** The force's own target beside the procedure (kpi-sd-24h). */
export const FORCE_TARGET = 'force-24h'
