import { londonDate } from '@/lib/policy/calendar/london'
import { newReference } from '@/lib/people/reference'
import { boroughWords } from '@/lib/wording/boroughs'
import { idFrom, type Chance } from './chance'
import { before, DAY } from './hours'
import { address, adultName, childName, familyName, telephone, type Sex } from './names'
import type { Situation } from './situations'
import type { Stage } from './stage'

/** One person as a referral names them. */
export interface Someone {
  readonly givenName: string
  readonly familyName: string
  readonly sex: Sex
  readonly bornOn?: string
  readonly age?: number
  readonly address: string
  readonly postcode: string
  readonly telephone?: string
}

export interface Household {
  readonly children: readonly Someone[]
  readonly adult: Someone | null
}

/** The people of a situation: the children of one mother share her name more often than not, and one address. */
export function household(luck: Chance, situation: Pick<Situation, 'ages' | 'sex' | 'siblings' | 'adult'>, at: Date): Household {
  const family = familyName(luck)
  const home = address(luck)
  const child = (sex: Sex, age: number): Someone => ({
    givenName: childName(luck, sex), familyName: luck.once(0.85) ? family : familyName(luck), sex, ...home,
    // A caller does not always know the birthday.
    ...(luck.once(0.82) ? { bornOn: londonDate(before(at, age * 365.25 * DAY + luck.between(5, 350) * DAY)) } : { age }),
  })
  const sexOf = (): Sex => (luck.once(0.5) ? 'female' : 'male')
  const [youngest, oldest] = situation.ages
  const first = child(situation.sex ?? sexOf(), luck.between(youngest, oldest))
  const others = Array.from({ length: luck.between(0, situation.siblings ?? 0) }, () => child(sexOf(), luck.between(Math.max(0, youngest - 2), oldest)))
  const mother = situation.adult?.relationship === 'mother'
  const adultSex: Sex = mother ? 'female' : 'male'
  return {
    // Two children of one given name would be taken for one.
    children: [first, ...others.filter((other, index) => other.givenName !== first.givenName && others.findIndex((one) => one.givenName === other.givenName) === index)],
    adult: situation.adult === undefined ? null : {
      givenName: adultName(luck, adultSex), familyName: mother ? family : familyName(luck), sex: adultSex, age: luck.between(22, 52), ...home, telephone: telephone(luck),
    },
  }
}

/** What is known of a child before anybody refers them here: a plan, who looks after them, a mark. */
export interface KnownBefore {
  readonly lookedAfter?: boolean
  readonly planCategory?: string
  readonly placement?: string
  readonly restricted?: boolean
  readonly leadName?: string
  readonly alsoKnownTo?: string
}

/** Puts a child on record as known before the story begins; gives the id by which a referral then names the child. */
export async function putOnRecord(
  stage: Stage, who: string, { name, borough, child, known }: { name: string; borough: string; child: Someone; known: KnownBefore }, at: Date,
): Promise<string> {
  // The same id when the demonstration is made again over half of itself.
  const id = idFrom(`person ${name} ${stage.base.toISOString()}`)
  await stage.as(who, async (tx) => {
    await tx.person.createMany({ data: [{
      id, reference: newReference('P'), givenName: child.givenName, familyName: child.familyName, sex: child.sex, homeBorough: borough, createdAt: at,
      bornOn: child.bornOn === undefined ? null : new Date(`${child.bornOn}T00:00:00Z`), ageStated: child.age ?? null,
      ageStatedOn: child.age === undefined ? null : new Date(`${londonDate(at)}T00:00:00Z`),
      lookedAfter: known.lookedAfter ?? null, responsibleAuthority: known.lookedAfter === true ? boroughWords(borough) : null,
      placement: known.placement ?? (known.lookedAfter === true ? 'Foster care' : null), planCategory: known.planCategory ?? null, restricted: known.restricted ?? false,
      leadName: known.leadName ?? null,
    }], skipDuplicates: true })
    await tx.personReach.createMany({ data: [
      { personId: id, borough, why: 'lives', since: at },
      ...(known.alsoKnownTo === undefined ? [] : [{ personId: id, borough: known.alsoKnownTo, why: 'matter', since: at }]),
    ], skipDuplicates: true })
    await tx.personAddress.createMany({ data: [{ id: idFrom(`address ${id}`), personId: id, line: child.address, postcode: child.postcode, borough, since: at, createdAt: at }], skipDuplicates: true })
  })
  return id
}
