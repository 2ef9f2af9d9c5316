import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Membership } from '@/lib/access/actor'
import type { ActContext } from '@/lib/acts/act'
import { agencyWords } from '@/lib/wording/agencies'
import { BASIS_SHORT_WORDS } from '@/lib/wording/enquiry'
import { disclose } from './disclose'
import type { FoundRequest } from './find-request'
import { mailAsker } from './mail-team'

interface Said {
  readonly kind: 'held' | 'nothing-held' | 'refused'
  readonly answer: string | null
  readonly basis: string | null
  readonly reason: string | null
  /** Who said it, where it was taken down. */
  readonly saidBy: string | null
}

const HEADINGS: Readonly<Record<Said['kind'], string>> = { held: 'answered the question of the MASH', 'nothing-held': 'holds nothing', refused: 'refused to share what it holds' }

/** An answer goes on record under the agency that gave it, whoever wrote it down; what it shared, or would not, is a line of the ledger. */
export async function writeAnswer(context: ActContext, request: FoundRequest & { childIds: readonly string[]; membership: Membership }, said: Said): Promise<string> {
  const id = randomUUID()
  const kept = {
    answer: said.kind === 'refused' ? null : said.answer, basis: said.kind === 'held' ? said.basis : null, reason: said.kind === 'refused' ? said.reason : null,
  }
  await context.tx.informationAnswer.createMany({ data: [{ id, requestId: request.id, kind: said.kind, ...kept, answeredAt: context.now, answeredBy: context.actor.accountId, saidBy: said.saidBy }] })
  const entryId = context.record({
    ledger: request.borough, kind: 'information-answered', heading: `${agencyWords(request.agency)} ${HEADINGS[said.kind]}`, occurredAt: context.now, subjects: request.childIds,
    referralId: request.referralId, membershipId: request.membership.id, // Taken down, the entry is the writer's, and its heading says whose answer it is.
    ...(said.saidBy === null ? { agency: request.agency } : {}), source: request.membership.teamName,
    body: {
      request_id: request.id, agency: request.agency, answer: said.kind, ...(kept.answer === null ? {} : { information: kept.answer }), ...(kept.reason === null ? {} : { reason: kept.reason }),
      ...(kept.basis === null ? {} : { basis: BASIS_SHORT_WORDS[kept.basis] ?? kept.basis }), ...(said.saidBy === null ? {} : { said_by: said.saidBy }),
    },
  })
  if (said.kind !== 'nothing-held') {
    await disclose(context, [{
      referralId: request.referralId, borough: request.borough, requestId: request.id, fromAgency: request.agency, toAgency: request.askedAgency, shared: said.kind === 'held',
      what: said.kind === 'held' ? 'Its answer to the question of the MASH' : 'What it holds, asked for by the MASH', basis: kept.basis, why: kept.reason, entryId,
    }])
  }
  await mailAsker(context, request)
  return id
}
