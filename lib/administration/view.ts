/** What the administrator's pages show: people who work here, teams and policy. No child, and nothing about one. */
export interface AccountLine {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly roles: readonly string[]
  /** 'Open', 'Closed on …', 'No password set yet' */
  readonly state: string
  readonly closed: boolean
}

export interface RoleLine {
  readonly id: string
  readonly role: string
  readonly rank: string | null
  readonly team: string
  readonly teamId: string
  readonly where: string
  readonly from: string
  readonly until: string
  readonly state: 'to come' | 'now' | 'ended'
}

export interface AccountView {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly closedOn: string | null
  readonly since: string
  readonly sessions: number
  /** '2 referrals and 1 duty'; null: nothing. No word of any case. */
  readonly inHand: string | null
  readonly roles: readonly RoleLine[]
  readonly link: { readonly made: string; readonly by: string; readonly state: string } | null
  /** The path of a new link, this one time. */
  readonly newLink: string | null
  readonly own: boolean
}

export interface TeamLine {
  readonly id: string
  readonly name: string
  readonly agency: string
  readonly kind: string
  readonly covers: string
  readonly people: number
}

export interface TeamView extends TeamLine {
  readonly coversCodes: readonly string[]
  readonly members: readonly { readonly accountId: string; readonly name: string; readonly role: string }[]
  readonly history: readonly { readonly id: string; readonly covers: string; readonly from: string; readonly set: string; readonly by: string; readonly toCome: boolean }[]
}

export interface BoroughLine {
  readonly code: string
  readonly name: string
  readonly follows: string
  readonly own: number
  readonly next: string | null
}

export interface ValueLine {
  readonly id: string
  readonly words: string
  readonly pack: string
  readonly own: string | null
  readonly tighter: string
  readonly certainty: string
}

export interface AdoptionLine {
  readonly id: string
  readonly from: string
  readonly pack: string
  readonly own: readonly string[]
  readonly reason: string
  readonly by: string
  readonly state: string
  readonly canBeTakenBack: boolean
}

export interface BoroughView {
  readonly code: string
  readonly name: string
  readonly follows: string
  readonly version: string
  readonly changes: readonly string[]
  readonly values: readonly ValueLine[]
  readonly adoptions: readonly AdoptionLine[]
  readonly packs: readonly { readonly value: string; readonly label: string; readonly hint: string }[]
  readonly parameters: readonly { readonly value: string; readonly label: string }[]
  readonly units: readonly { readonly value: string; readonly label: string }[]
  /** The borough's own values of now, as the rows of the form. */
  readonly rows: readonly { readonly parameter: string; readonly amount: string; readonly unit: string }[]
  readonly firstDay: string
}

export interface ChangeLine {
  readonly id: string
  readonly when: string
  readonly who: string
  readonly what: string
  readonly why: string | null
}
