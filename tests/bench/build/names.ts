/** Names as London has them: a few that very many bear, in several spellings each. Nobody in particular bears them. */
export const GIVEN = `Mohammed Muhammad Mohamed Aisha Ayesha Fatima Fatimah Yusuf Yousef Ibrahim Abdullah Omar Umar Ali Zainab Maryam Mariam Amina Hussein Hassan Ahmed Ahmad Khadija
  Oliver Amelia George Olivia Jack Isla Noah Emily Jacob Ava Leo Poppy Oscar Ella Charlie Jessica Harry Lily Thomas Sophia Sofia James Mia Muhammed William Grace Ethan Chloe Daniel Zara
  Siobhan Niamh Aoife Sean Shaun Shawn Connor Conor Caitlin Kaitlyn Ciara Keira Liam Owen Eoin Nguyen Minh Linh Thanh Wei Jing Xin Yan Chen Joao Jose Maria Ana Luis Pedro Wojciech Agnieszka Katarzyna Jakub
  Andrei Alexandru Elena Olena Ivan Oluwaseun Oluwatobi Chidinma Emeka Ngozi Ifeoma Kwame Kofi Akosua Ama Mamadou Fatoumata Priya Arjun Rahul Anika Simran Harpreet Gurpreet Jaspreet Rohan Ishaan
  Kayleigh Hayley Tyrone Leigh Zoe Philip Phillip Geoffrey Stephen Steven Catherine Katherine Elizabeth Jasmine Yasmin Layla Leila Rebecca Isaac Moses Musa Ruth Esther Aaron Nathan`.split(/\s+/)
export const FAMILY = `Ali Khan Ahmed Hussain Hussein Begum Mohamed Mohammed Abdi Hassan Islam Rahman Chowdhury Choudhury Miah Uddin Singh Kaur Patel Shah Sharma Nguyen Tran Pham Li Lee Wang Chen Zhang Wong Smith Smyth Jones
  Williams Taylor Brown Browne Davies Davis Evans Thomas Johnson Roberts Walker Wright Thompson Thomson White Hughes Edwards Green Hall Wood Harris Martin Jackson Clarke Clark Lewis Campbell Stewart Stuart Reid Murphy Byrne
  Kelly Osullivan Obrien Walsh Oconnor Mccarthy Mcdonald Macdonald Okafor Okeke Adeyemi Adebayo Balogun Mensah Boateng Owusu Asante Diallo Jallow Conteh Kamara Sesay Bangura Osman Warsame Farah Ibrahim Omar Yusuf Kowalski Nowak Wisniewski
  Popescu Ionescu Popa Silva Santos Ferreira Pereira Costa Rodrigues Garcia Gonzalez Cohen Levy Friedman Goldberg Schwartz Demir Yilmaz Kaya Celik Georgiou Ioannou Papadopoulos`.split(/\s+/)

/** Places for a draw of 1,024: the first of the list far more often than the last. */
export const skewed = (names: readonly string[]): string[] =>
  Array.from({ length: 1024 }, (_, slot) => names[Math.floor(names.length * (slot / 1024) ** 1.25)] ?? '')

/** Boroughs by how much comes in, where it is not as much as in most. */
const BUSY: Readonly<Record<string, number>> = {
  croydon: 1.9, newham: 1.7, lambeth: 1.7, 'tower-hamlets': 1.6, lewisham: 1.6, southwark: 1.6, hackney: 1.5, enfield: 1.4, haringey: 1.4, 'barking-and-dagenham': 1.4,
  brent: 1.3, ealing: 1.3, greenwich: 1.3, 'waltham-forest': 1.3, harrow: 0.7, merton: 0.7, sutton: 0.7, 'kingston-upon-thames': 0.5, 'kensington-and-chelsea': 0.5, 'richmond-upon-thames': 0.45, 'city-of-london': 0.04,
}
export const weightOf = (borough: string): number => BUSY[borough] ?? 1

/** Places for a draw of 1,000: each borough as often as it is busy. */
export function boroughSlots(boroughs: readonly string[]): string[] {
  const all = boroughs.reduce((sum, one) => sum + weightOf(one), 0)
  const slots = boroughs.flatMap((one) => Array.from({ length: Math.max(1, Math.round((1000 * weightOf(one)) / all)) }, () => one))
  return Array.from({ length: 1000 }, (_, slot) => slots[Math.floor((slot * slots.length) / 1000)] ?? '')
}
