import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { findPeople } from '@/lib/people/search'
import { aMashOfficer, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

/** Names as London's families write them, and as somebody who only heard them, or typed in haste, writes them. All invented. What is not found here is mended by a rule, never for the one name. */
const MISHEARD: readonly (readonly [name: readonly [given: string, family: string], typed: readonly string[]])[] = [
  // Bengali.
  [['Rukhsana', 'Begum'], ['Roksana Begom', 'Ruksana Bagum', 'Rukhsana Begun']],
  [['Shafiqul', 'Chowdhury'], ['Shofikul Choudhury', 'Shafiq Chaudhry', 'Safiqul Chowdhary']],
  [['Nasrin', 'Miah'], ['Nasreen Mia', 'Nazrin Miya']],
  // Somali: three names, and none a family's.
  [['Cabdiraxmaan', 'Xuseen Warsame'], ['Abdirahman Hussein Warsame', 'Abdi Rahman Husein Warsama', 'Abdurahman Hussain']],
  [['Caasha', 'Jaamac'], ['Asha Jama', 'Aisha Jamac', 'Aasha Jaama']],
  [['Hodan', 'Cabdullahi Nuur'], ['Hodan Abdullahi Nur', 'Hodan Abdulahi Noor']],
  // Polish: the letters, and the ending that goes with a woman.
  [['Małgorzata', 'Wiśniewska'], ['Malgosia Wisniewski', 'Malgorzata Vishnevska', 'Margaret Wisniewska']],
  [['Krzysztof', 'Szczepaniak'], ['Kristof Shchepaniak', 'Krzystof Szczepanik', 'Christopher Szczepaniak']],
  [['Jędrzej', 'Wąsik'], ['Jedrzej Wasik', 'Andrzej Wasik', 'Yendzhey Vonsik', 'Jendrzej Vonshik']],
  [['Grażyna', 'Dąbrowska'], ['Grazyna Dabrowska', 'Grazhyna Dombrovska', 'Grazina Dombrowski']],
  // Yoruba: long names cut short, and marks.
  [['Oluwaṣeun', 'Adébáyọ̀'], ['Seun Adebayo', 'Oluwasheun Adebayor', 'Oluwaseun Adebeyo']],
  [['Temitọpẹ', 'Ọlátúnjí'], ['Temi Olatunji', 'Tope Olatungi', 'Temitope Olutunji']],
  // Turkish and Kurdish: letters without a dot, and with a tail.
  [['Çağla', 'Yıldırım'], ['Cagla Yildirim', 'Caglah Yildirem', 'Cagla Yildirm', 'Chala Yildrim', 'Chaala Yildirim']],
  [['Şükrü', 'Öztürk'], ['Sukru Ozturk', 'Shukru Oeztuerk', 'Sukru Osturk']],
  // Arabic: the article, and what stands before a father's name.
  [['Abd al-Karim', 'el-Tayeb'], ['Abdul Karim Tayeb', 'Abd Al Kareem Tayib', 'Abd al Karim El Tayib', 'Abdelkarim Eltayeb', 'Abd Alkareem Al Tayib', 'Abdikarim Tayeb']],
  [['Abdussalam', 'Annaser'], ['Abdul Salam Nasser', 'Abd as-Salam al-Nasir', 'Abdisalaam Naser']],
  [['Khalid', 'bin Nasser'], ['Khaled Nasser', 'Halid Ibn Naser', 'Kalid Bin Nassir']],
  // Romanian.
  [['Ștefania', 'Țurcanu'], ['Stefania Turcanu', 'Shtefania Tsurcanu', 'Stefanya Turkanu']],
  [['Gheorghe', 'Mihăilescu'], ['George Mihailescu', 'Georghe Mihailesku']],
  // Lithuanian: a daughter's ending, a wife's, and a father's.
  [['Žydrūnė', 'Kazlauskaitė'], ['Zydrune Kazlauskas', 'Zidrune Kazlauskaite', 'Zydrune Kazlauskiene']],
  [['Giedrius', 'Šimkus'], ['Gedrius Simkus', 'Giedrius Shimkus']],
  // Chinese and Vietnamese: the family's name first, the given in one word or two.
  [['Xiaoling', 'Zhang'], ['Zhang Xiao Ling', 'Xiao-Ling Chang', 'Zhang Xiaolin']],
  [['Wai Man', 'Cheung'], ['Cheung Waiman', 'Wai-Man Cheung', 'Wai Man Chung']],
  // Two family names; Mc, Mac and O'.
  [['Imogen', 'Pellworth-Achebe'], ['Imogen Pellworth', 'Imogen Achebe', 'Imogene Pelworth Achebe']],
  [['Fergus', 'MacAllanby'], ['Fergus McAllanby', 'Fergus Mac Allanby', 'Fergus Macalanby']],
  [['Aoife', "O'Halloway"], ['Eefa OHalloway', 'Aoife Halloway', 'Ifa O Holloway']],
  // A father's name after the given one.
  [['Dmitri Sergeyevich', 'Volkonin'], ['Dimitri Volkonin', 'Dmitry Sergeevich Volkonin']],
  // Known by a short name.
  [['Elizabeth', 'Thornquill'], ['Liz Thornquill', 'Betty Thornquill', 'Beth Thornquil']],
  [['Alexander', 'Brindlecote'], ['Sasha Brindlecote', 'Alex Brindlecote', 'Sandy Brindelcote']],
  // A slip of the hand: a letter beside it, twice, left out, or changed about.
  [['Jonathan', 'Marlowick'], ['Jonahtan Marlowick', 'Jinathan Marlowick', 'Jonathan Mralowick', 'Jonatha Marloick', 'Jjonathan Marlowwick']],
]

const database = useDatabase()
let lewisham: Actor

beforeAll(async () => {
  const bromley = await aMashOfficer(database, 'bromley')
  lewisham = await aMashOfficer(database, 'lewisham')
  for (const [[givenName, familyName]] of MISHEARD) await aReferral(bromley, { children: [{ givenName, familyName, bornOn: '2008-04-17' }] })
})

describe('a name as somebody heard or typed it finds whom it means', () => {
  it.each(MISHEARD.flatMap(([name, all]) => all.map((typed) => [typed, name.join(' ')])))('%s: %s', async (typed, name) => {
    const hits = await findPeople(lewisham, { q: typed }, MONDAY_NINE)
    expect(hits.slice(0, 3).map((hit) => hit.card.name)).toContain(name)
  })
})
