/** Where each borough stands in the grid: column and row, roughly as on the map. */
export const TILES: Readonly<Record<string, { readonly x: number; readonly y: number; readonly short: string }>> = {
  enfield: { x: 4, y: 0, short: 'Enfield' },
  harrow: { x: 2, y: 1, short: 'Harrow' }, barnet: { x: 3, y: 1, short: 'Barnet' }, haringey: { x: 4, y: 1, short: 'Haringey' }, 'waltham-forest': { x: 5, y: 1, short: 'Waltham F.' },
  hillingdon: { x: 0, y: 2, short: 'Hillingdon' }, ealing: { x: 1, y: 2, short: 'Ealing' }, brent: { x: 2, y: 2, short: 'Brent' }, camden: { x: 3, y: 2, short: 'Camden' }, islington: { x: 4, y: 2, short: 'Islington' }, hackney: { x: 5, y: 2, short: 'Hackney' }, redbridge: { x: 6, y: 2, short: 'Redbridge' }, havering: { x: 7, y: 2, short: 'Havering' },
  hounslow: { x: 0, y: 3, short: 'Hounslow' }, 'hammersmith-and-fulham': { x: 1, y: 3, short: 'Hamm. & F.' }, 'kensington-and-chelsea': { x: 2, y: 3, short: 'Kens. & C.' }, westminster: { x: 3, y: 3, short: 'Westminster' }, 'city-of-london': { x: 4, y: 3, short: 'City' }, 'tower-hamlets': { x: 5, y: 3, short: 'Tower H.' }, newham: { x: 6, y: 3, short: 'Newham' }, 'barking-and-dagenham': { x: 7, y: 3, short: 'Barking & D.' },
  'richmond-upon-thames': { x: 0, y: 4, short: 'Richmond' }, wandsworth: { x: 1, y: 4, short: 'Wandsworth' }, lambeth: { x: 2, y: 4, short: 'Lambeth' }, southwark: { x: 3, y: 4, short: 'Southwark' }, lewisham: { x: 4, y: 4, short: 'Lewisham' }, greenwich: { x: 5, y: 4, short: 'Greenwich' }, bexley: { x: 6, y: 4, short: 'Bexley' },
  'kingston-upon-thames': { x: 1, y: 5, short: 'Kingston' }, merton: { x: 2, y: 5, short: 'Merton' }, croydon: { x: 3, y: 5, short: 'Croydon' }, bromley: { x: 4, y: 5, short: 'Bromley' },
  sutton: { x: 2, y: 6, short: 'Sutton' },
}
