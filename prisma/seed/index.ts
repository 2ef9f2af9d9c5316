import { hashPassword } from '@/lib/platform/auth/password'
import { systemNow } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { ACCOUNTS, accountOf, DEMONSTRATION_PASSWORD } from './accounts'
import { storiesOf } from './boroughs'
import { concernStories } from './concerns'
import { exploitationStories } from './exploitation'
import { historiesOf } from './histories'
import { DAY, before } from './hours'
import { meetingStories } from './meetings'
import { missingStories } from './missing'
import { openStage, play } from './stage'
import { ALL_BOROUGHS, isShown, SHOWN_BOROUGHS, TEAMS, teamOf } from './teams'

export { demonstrationAccounts } from './accounts'

/** Acts of one borough follow one another; so many boroughs go on at once. */
const AT_ONCE = 4
/** How long the accounts have been there when the demonstration begins. */
const SERVICE = 1500 * DAY

/**
 * Makes the demonstration: teams, accounts, and a year of London up to `now`, through the product's own acts with a scripted
 * clock. Run again over half of itself it goes on where it was: every act has its key, and the moment it ends at is kept.
 */
export async function seedDemonstration(now: Date = systemNow(), boroughs: readonly string[] = ALL_BOROUGHS): Promise<void> {
  await putAccounts(now)
  const base = await baseOf()
  const stage = openStage(base)
  const waiting = [...boroughs].sort((a, b) => storiesOf(b, base).length - storiesOf(a, base).length)
  const work = async (): Promise<void> => {
    for (let borough = waiting.shift(); borough !== undefined; borough = waiting.shift()) await play(stage, [...storiesOf(borough, base), ...historiesOf(borough, SHOWN_BOROUGHS, base), ...meetingStories(borough, base), ...(isShown(borough) ? [...missingStories(borough, base), ...exploitationStories(borough, base)] : []), ...concernStories(borough, base)])
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

async function putAccounts(now: Date): Promise<void> {
  // One hash for all: hashing is slow on purpose, and the password is the same.
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD)
  const since = before(now, SERVICE)
  await db().team.createMany({ data: TEAMS.map(({ boroughs, ...team }) => ({ ...team, boroughs: [...boroughs] })), skipDuplicates: true })
  await db().account.createMany({ data: ACCOUNTS.map(({ id, email, name }) => ({ id, email, name, passwordHash, createdAt: since })), skipDuplicates: true })
  await db().membership.createMany({
    data: ACCOUNTS.map((one) => ({ id: one.membershipId, accountId: one.id, teamId: teamOf(one.team).id, role: one.role, rank: one.rank, since })), skipDuplicates: true,
  })
}

/** The moment the first attempt ended at: the same acts at the same moments are the same acts. */
async function baseOf(): Promise<Date> {
  const { createdAt } = await db().account.findUniqueOrThrow({ where: { id: accountOf('administrator').id }, select: { createdAt: true } })
  return new Date(createdAt.getTime() + SERVICE)
}
