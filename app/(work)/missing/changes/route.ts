import { mayEver } from '@/lib/access/permissions'
import { missingChangesSince } from '@/lib/missing/changes'
import { changesLine } from '@/lib/shell/changes-line'

export const dynamic = 'force-dynamic'

/** How many missing episodes within sight have changed since the page was made. */
export const GET = (request: Request): Promise<Response> => changesLine(request, (actor) => mayEver(actor, 'see-missing'), missingChangesSince)
