import { createHash } from 'node:crypto'

/** What makes a person that person. */
export interface Identity {
  readonly givenName: string | null
  readonly familyName: string | null
  readonly description: string | null
  /** 'YYYY-MM-DD'. */
  readonly bornOn: string | null
  readonly ageStated: number | null
  readonly ageDisputed: boolean
  readonly sex: string | null
  readonly telephone: string | null
}

/** What stands about a child beside the identity. */
export interface Circumstances {
  readonly lookedAfter: boolean | null
  readonly responsibleAuthority: string | null
  readonly planCategory: string | null
  readonly placement: string | null
  readonly leadName: string | null
}

interface PersonRow extends Omit<Identity, 'bornOn'>, Circumstances {
  readonly bornOn: Date | null
}

export const identityOf = (row: PersonRow): Identity => ({
  givenName: row.givenName, familyName: row.familyName, description: row.description, bornOn: row.bornOn?.toISOString().slice(0, 10) ?? null,
  ageStated: row.ageStated, ageDisputed: row.ageDisputed, sex: row.sex, telephone: row.telephone,
})
export const circumstancesOf = (row: PersonRow): Circumstances => ({
  lookedAfter: row.lookedAfter, responsibleAuthority: row.responsibleAuthority, planCategory: row.planCategory, placement: row.placement, leadName: row.leadName,
})

/** A short digest of what a form was made from; the act compares it with what stands. */
export const seenDigest = (shown: Identity | Circumstances): string => createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22)

const FIELD_WORDS: Readonly<Record<string, string>> = {
  givenName: 'given name', familyName: 'family name', description: 'description', bornOn: 'date of birth', ageStated: 'age', ageDisputed: 'whether the age is disputed',
  sex: 'sex', telephone: 'telephone', lookedAfter: 'looked after', responsibleAuthority: 'responsible authority', planCategory: 'plan', placement: 'placement', leadName: 'lead', unborn: 'not born yet', health: 'health',
}
export const fieldWords = (field: string): string => FIELD_WORDS[field] ?? field

export interface Change {
  readonly field: string
  readonly words: string
  readonly before: unknown
  readonly after: unknown
}

/** Field by field what differs, in the order of the form. */
export function changesBetween<T extends Identity | Circumstances>(before: T, after: T): Change[] {
  return (Object.keys(after) as (keyof T & string)[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, words: fieldWords(field), before: before[field], after: after[field] }))
}
