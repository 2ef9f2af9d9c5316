import type { Agency, Rank, Role } from './roles'

/** What somebody is in one team. `boroughs` empty means London-wide. */
export interface Membership {
  readonly id: string
  readonly role: Role
  readonly rank: Rank | null
  readonly agency: Agency
  readonly teamId: string
  readonly teamName: string
  readonly boroughs: readonly string[]
}

/** Who is asking: passed to every read and every act, never ambient. Re-read from the database at each request. */
export interface Actor {
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly memberships: readonly Membership[]
  /** Records opened with a reason or by break-glass and still open at this request. */
  readonly opened: readonly OpenedRecord[]
}

export interface OpenedRecord {
  readonly personId: string
  readonly depth: 'record' | 'narrative'
  readonly breakGlass: boolean
  readonly endsAt: Date
}
