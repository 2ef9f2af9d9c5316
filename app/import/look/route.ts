import { answerLook } from '@/lib/referrals/import/door'
import { systemNow } from '@/lib/platform/clock'

/** A file of notifications to look at: nothing is taken. */
export const POST = (request: Request): Promise<Response> => answerLook(request, systemNow())
