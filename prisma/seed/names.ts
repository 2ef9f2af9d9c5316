import type { Chance } from './chance'

/**
 * Names of nobody: given names as London has them, family names that no register has. Whoever sees one on a screen or in a
 * leaked file can tell that it is invented.
 */
const GIRLS = [
  'Amara', 'Zofia', 'Ayesha', 'Niamh', 'Chidera', 'Leila', 'Mei', 'Priya', 'Ottoline', 'Saoirse', 'Yasmin', 'Beatriz', 'Ifeoma', 'Tanisha',
  'Ruqayyah', 'Elif', 'Grace', 'Hana', 'Ines', 'Jade', 'Kezia', 'Lan', 'Maryam', 'Noor', 'Oluchi', 'Petra', 'Rosa', 'Sumaya', 'Thandi', 'Wren',
] as const
const BOYS = [
  'Kwame', 'Ayaan', 'Tomasz', 'Callum', 'Emeka', 'Omar', 'Jun', 'Rohan', 'Barnaby', 'Ciaran', 'Yusuf', 'Mateo', 'Kofi', 'Dejan', 'Ibrahim',
  'Emre', 'Isaac', 'Kenji', 'Luca', 'Jaden', 'Malachi', 'Minh', 'Nabil', 'Idris', 'Obinna', 'Pavel', 'Rafael', 'Samir', 'Tau', 'Zayn',
] as const
const WOMEN = [
  'Adaeze', 'Bronagh', 'Carmen', 'Dilys', 'Esra', 'Folake', 'Gulsum', 'Helen', 'Irena', 'Jasvinder', 'Karen', 'Latoya', 'Marta', 'Nasreen',
  'Oyin', 'Pauline', 'Rukhsana', 'Sharon', 'Thuy', 'Winsome',
] as const
const MEN = [
  'Abdi', 'Boris', 'Cornelius', 'Derek', 'Errol', 'Farid', 'Gareth', 'Hassan', 'Ivo', 'Jagdeep', 'Kelechi', 'Leroy', 'Marek', 'Neville',
  'Oscar', 'Piotr', 'Rashid', 'Stuart', 'Tunde', 'Viktor',
] as const
const FIRST = [
  'Brack', 'Thistle', 'Lantern', 'Marrow', 'Quill', 'Fennel', 'Osier', 'Wherry', 'Saltern', 'Tansy', 'Copper', 'Hollow', 'Ember', 'Linden',
  'Merrow', 'Nettle', 'Plover', 'Rushen', 'Sorrel', 'Teasel', 'Umber', 'Velvet', 'Willow', 'Yarrow', 'Juniper', 'Kestrel',
] as const
const LAST = [
  'water', 'wick', 'dale', 'feather', 'mere', 'stone', 'combe', 'garth', 'shaw', 'lock', 'moor', 'strand', 'bourne', 'fold', 'heath', 'croft',
] as const
const STREETS = [
  'Wherry Lane', 'Osier Walk', 'Lantern Close', 'Saltern Road', 'Marrowbone Rise', 'Teasel Court', 'Plover Street', 'Rushen Gardens',
  'Coppergate Row', 'Kestrel House, Umber Road', 'Flat 4, Linden Point', 'Flat 12, Sorrel Tower', 'Nettle Yard', 'Yarrow Terrace', 'Quillfeather Way',
] as const

export type Sex = 'female' | 'male'

export const childName = (luck: Chance, sex: Sex): string => luck.pick(sex === 'female' ? GIRLS : BOYS)
export const adultName = (luck: Chance, sex: Sex): string => luck.pick(sex === 'female' ? WOMEN : MEN)
export const familyName = (luck: Chance): string => luck.pick(FIRST) + luck.pick(LAST)

/** An address nobody lives at; ZZ is no postcode area. */
export function address(luck: Chance): { address: string; postcode: string } {
  const letters = 'ABDEFGHJLNPQRSTUWXYZ'
  const unit = `${luck.between(1, 9)}${luck.pick([...letters])}${luck.pick([...letters])}`
  return { address: `${luck.between(1, 140)} ${luck.pick(STREETS)}`, postcode: `ZZ${luck.between(10, 39)} ${unit}` }
}

/** From the numbers kept free for drama. */
export const telephone = (luck: Chance): string => `020 7946 0${String(luck.between(0, 999)).padStart(3, '0')}`
