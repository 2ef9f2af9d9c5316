import { mayEver } from '@/lib/access/permissions'
import { changesSince } from '@/lib/referrals/changes'
import { changesLine } from '@/lib/shell/changes-line'

export const dynamic = 'force-dynamic'

/** How many referrals of one's queue have changed since the page was made. */
export const GET = (request: Request): Promise<Response> => changesLine(request, (actor) => mayEver(actor, 'see-queue'), changesSince)
