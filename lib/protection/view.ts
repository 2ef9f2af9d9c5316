import type { TimeLeft } from '@/lib/wording/time-left'

export interface Choice {
  readonly value: string
  readonly label: string
}

/** One protection of a child, as it is read. */
export interface ProtectionLine {
  readonly id: string
  readonly kind: 'police-protection' | 'emergency-protection-order'
  readonly words: string
  readonly since: string
  readonly by: string
  readonly designated: string | null
  readonly authorised: string | null
  readonly court: string | null
  readonly place: string
  /** Who has to be told, and when that was; null: nobody wrote it down. */
  readonly told: readonly { readonly who: string; readonly words: string; readonly when: string | null }[]
  /** When it runs out, in words, while it stands. */
  readonly left: TimeLeft | null
  readonly expires: string
  readonly extended: string | null
  readonly ended: string | null
  /** The grounds: null where only the record is open. */
  readonly ground: string | null
  readonly wishes: string | null
}

export interface ProtectionView {
  readonly standing: readonly ProtectionLine[]
  readonly past: readonly ProtectionLine[]
  readonly mayTake: boolean
  readonly mayOrder: boolean
  /** Taken before: another taking is asked what is new. */
  readonly takenBefore: boolean
  /** The discussion that is demanded and not held, or null. */
  readonly discussion: TimeLeft | null
  readonly referrals: readonly Choice[]
}
