import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { circumstancesOf, identityOf, seenDigest, type Circumstances, type Identity } from './identity'
import { openPerson } from './open-person'
import { cardsOf } from './standing'
import type { LinkedChild, PersonPage } from './view'

export interface PersonForm {
  readonly identity: Identity & { readonly seen: string }
  readonly circumstances: Circumstances & { readonly seen: string }
  /** The other person of a link, where one was chosen in the search. */
  readonly other: LinkedChild | null
}

/** What the forms that change a person start from, with the digests that notice a second editor. */
export const personForm = (actor: Actor, id: string, otherId: string | undefined, now: Date): Promise<PersonPage<PersonForm | null> | null> =>
  openPerson(actor, id, 'change', now, async (tx) => {
    const row = await tx.person.findUnique({ where: { id } })
    if (row === null) return null
    const [identity, circumstances] = [identityOf(row), circumstancesOf(row)]
    const other = otherId === undefined ? undefined : (await cardsOf(tx, [otherId], now)).get(otherId)
    return {
      identity: { ...identity, seen: seenDigest(identity) }, circumstances: { ...circumstances, seen: seenDigest(circumstances) },
      other: other === undefined ? null : { id: other.id, name: other.name, masked: other.masked, age: other.masked ? '' : other.age, open: [] },
    }
  })
