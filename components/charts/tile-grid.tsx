'use client'

import type { Standing } from '@/lib/figures/limits'
import { TILES } from './london-tiles'

export interface Tile {
  readonly borough: string
  /** '61%', '12', '·'. */
  readonly value: string
  readonly standing: Standing | null
  /** The City is there and is not compared. */
  readonly apart?: boolean
}

const [WIDE, HIGH] = [104, 62]
const LOOK: Readonly<Record<Standing, { readonly box: string; readonly mark: string }>> = {
  'as-london': { box: 'fill-wash stroke-line', mark: '' }, 'near-low': { box: 'fill-amber-bg stroke-amber-bar', mark: '▽' }, 'near-high': { box: 'fill-blue-bg stroke-blue', mark: '△' },
  'far-low': { box: 'fill-red-bg stroke-red', mark: '▼' }, 'far-high': { box: 'fill-blue-bg stroke-blue', mark: '▲' },
}

/** London as a grid of its boroughs, drawn on the server like every page; the table under it says the same. A component of the browser so that the tiles travel as data. */
export function TileGrid({ title, tiles }: { readonly title: string; readonly tiles: readonly Tile[] }) {
  return (
    <div className="scroll" role="region" aria-label={`London by borough: ${title}`} tabIndex={0}>
      <svg viewBox={`0 0 ${8 * WIDE} ${7 * HIGH}`} className="block w-full min-w-[42rem] max-w-4xl" role="img" aria-label={`${title}, each borough a tile. The table below says each.`}>
        {tiles.map((tile) => {
          const place = TILES[tile.borough]
          if (place === undefined) return null
          const look = LOOK[tile.standing ?? 'as-london']
          const far = tile.standing === 'far-low' || tile.standing === 'far-high'
          return (
            <g key={tile.borough} transform={`translate(${place.x * WIDE} ${place.y * HIGH})`}>
              <rect x="2" y="2" width={WIDE - 4} height={HIGH - 4} rx="3" className={look.box} strokeWidth={far ? 3 : 1} strokeDasharray={tile.apart === true ? '4 3' : undefined} />
              <text x="10" y="22" className="fill-ink-2" fontSize="14">{place.short}</text>
              <text x="10" y="48" className="fill-ink" fontSize="20" fontWeight="700">{tile.value}</text>
              {look.mark === '' ? null : <text x={WIDE - 10} y="48" textAnchor="end" className="fill-ink" fontSize="16">{look.mark}</text>}
            </g>
          )
        })}
      </svg>
    </div>
  )
}
