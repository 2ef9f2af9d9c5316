import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { callDiscussion } from '@/lib/meetings/calls/call-discussion'
import type { TestDatabase } from './database'
import { HEALTH, MANAGER, POLICE, SCHOOL, SOCIAL_WORKER } from './recorded-discussions'

type Input = Record<string, unknown>
const asked = ({ part, agency, name }: { part: string; agency: string; name: string }) => ({ part, agency, name })

/** What calling a discussion about a child referred by a school looks like, for two hours later; override what the situation needs. */
export const callOf = (children: readonly string[], referralId: string | null, now: Date, overrides: Input = {}): Input => ({
  children, referralId, borough: 'bromley', meetsAt: new Date(now.getTime() + 2 * 3_600_000).toISOString(), mode: 'meeting', place: 'Civic centre, room 4', namesShared: true,
  invited: [SOCIAL_WORKER, MANAGER, HEALTH, POLICE, SCHOOL].map(asked), ...overrides,
})

/** A discussion called through its own act, with its invitations by the name of who is asked. */
export async function aCalledDiscussion(database: TestDatabase, actor: Actor, children: readonly string[], referralId: string | null, now: Date, overrides: Input = {}) {
  const outcome = await perform(callDiscussion, actor, callOf(children, referralId, now, overrides), { key: randomUUID(), now })
  if (!outcome.ok) throw new Error(`the discussion was not called: ${JSON.stringify(outcome)}`)
  const callId = outcome.result.ids['callId'] ?? ''
  const rows = await database.admin<{ id: string; name: string }>('SELECT id, name FROM meeting_invitation WHERE call_id = $1', [callId])
  return { callId, says: outcome.result.says, invitationOf: (name: string): string => rows.find((row) => row.name === name)?.id ?? '' }
}
