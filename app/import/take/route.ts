import { answerTake } from '@/lib/referrals/import/door'
import { systemNow } from '@/lib/platform/clock'

/** Imports the file that was looked at, line by line. */
export const POST = (request: Request): Promise<Response> => answerTake(request, systemNow())
