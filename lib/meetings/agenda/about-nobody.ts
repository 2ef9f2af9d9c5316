import 'server-only'
import { packFor } from '@/lib/deadlines/pack-for'
import type { Tx } from '@/lib/platform/db'
import type { History } from '@/lib/policy/rule'

/** What the policy is asked with about an entry that is about no person (a place, a theme, a meeting without children): nothing is known, and the borough's pack holds. */
export async function unknownTo(tx: Tx, borough: string, now: Date): Promise<History> {
  const pack = await packFor(tx, borough, now)
  return { child: { id: '', age: null, ageDisputed: false, lookedAfter: null, flags: [], planCategory: null, indicators: [] }, events: [], now, packAt: () => pack }
}
