import type { Actor } from '@/lib/access/actor'
import { membershipFor } from '@/lib/access/permissions'
import type { MeetingKind } from './kind'

/** Who sends the record of a meeting, chases its receipts and writes a mail again: of a MAP or a MASE whoever may sign it off, of a discussion whoever may record one. */
export const mayCirculate = (actor: Actor, kind: MeetingKind, borough: string): boolean =>
  membershipFor(actor, 'circulate-record', borough) !== null && membershipFor(actor, kind.agenda?.rights.signOff ?? 'record-strategy-discussion', borough) !== null
