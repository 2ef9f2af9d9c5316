/** The 32 London boroughs and the City, which has its own police force and is shown apart (conflict 14.35). */
export const BOROUGHS = [
  ['barking-and-dagenham', 'Barking and Dagenham'], ['barnet', 'Barnet'], ['bexley', 'Bexley'], ['brent', 'Brent'], ['bromley', 'Bromley'],
  ['camden', 'Camden'], ['croydon', 'Croydon'], ['ealing', 'Ealing'], ['enfield', 'Enfield'], ['greenwich', 'Greenwich'],
  ['hackney', 'Hackney'], ['hammersmith-and-fulham', 'Hammersmith and Fulham'], ['haringey', 'Haringey'], ['harrow', 'Harrow'],
  ['havering', 'Havering'], ['hillingdon', 'Hillingdon'], ['hounslow', 'Hounslow'], ['islington', 'Islington'],
  ['kensington-and-chelsea', 'Kensington and Chelsea'], ['kingston-upon-thames', 'Kingston upon Thames'], ['lambeth', 'Lambeth'],
  ['lewisham', 'Lewisham'], ['merton', 'Merton'], ['newham', 'Newham'], ['redbridge', 'Redbridge'],
  ['richmond-upon-thames', 'Richmond upon Thames'], ['southwark', 'Southwark'], ['sutton', 'Sutton'], ['tower-hamlets', 'Tower Hamlets'],
  ['waltham-forest', 'Waltham Forest'], ['wandsworth', 'Wandsworth'], ['westminster', 'Westminster'], ['city-of-london', 'City of London'],
] as const

export const BOROUGH_CODES: readonly string[] = BOROUGHS.map(([code]) => code)
export const boroughName = (code: string): string => BOROUGHS.find(([known]) => known === code)?.[1] ?? (code === 'london' ? 'London' : code)
