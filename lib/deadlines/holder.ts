import { owedWords } from './owed-words'

/** To whom a duty was given, as the names that a reader is shown, and who has the case behind it. */
interface Given {
  readonly owedBy: string
  readonly assigned: string | null
  readonly team: string | null
  /** The worker to whom the referral is allocated, or their team. */
  readonly allocated: string | null
}

/**
 * With whom a duty stands: whoever was given it, else the agency that owes it. Who has the case is told beside it and never as the owner:
 * a supervisor would chase a social worker for the review that the police owe.
 */
export function holderOf({ owedBy, assigned, team, allocated }: Given): { withWhom: string; named: boolean; standing: string[] } {
  const holder = assigned ?? team
  return { withWhom: holder ?? owedWords(owedBy), named: holder !== null, standing: allocated === null || allocated === holder ? [] : [`Case with ${allocated}`] }
}
