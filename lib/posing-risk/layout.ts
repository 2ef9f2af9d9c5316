/** What stands in the picture, and how far from its middle: 0 the one it is about, 1 one step, 2 two steps. */
export interface Placed {
  readonly key: string
  readonly step: 0 | 1 | 2
  /** The key of the one through which it was reached; the one in the middle has none. */
  readonly through: string | null
  /** What the order follows: kind and name, never an accident of the database. */
  readonly order: string
}

export interface Point { readonly x: number; readonly y: number }

export const PICTURE = { width: 1000, height: 700 } as const
const MIDDLE: Point = { x: PICTURE.width / 2, y: PICTURE.height / 2 }
const RINGS = [{ x: 0, y: 0 }, { x: 215, y: 150 }, { x: 425, y: 285 }] as const
const TURN = 0.42
/** Neighbours of a crowded ring stand a little further in, so that their names do not run into each other. */
const STAGGER = 0.16
const CROWDED = 12

/**
 * Where each stands: the same picture for the same record, on every screen and on paper. The inner ring goes round in the order of the names;
 * the outer one in the order of those through whom it was reached, so that lines cross as little as they can.
 */
export function layOut(nodes: readonly Placed[]): ReadonlyMap<string, Point> {
  const byOrder = (a: Placed, b: Placed): number => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.key < b.key ? -1 : 1)
  const inner = nodes.filter((node) => node.step === 1).sort(byOrder)
  const place = new Map(inner.map((node, index) => [node.key, index]))
  const outer = nodes.filter((node) => node.step === 2).sort((a, b) => (place.get(a.through ?? '') ?? 0) - (place.get(b.through ?? '') ?? 0) || byOrder(a, b))
  const points = new Map<string, Point>(nodes.filter((node) => node.step === 0).map((node) => [node.key, MIDDLE]))
  inner.forEach((node, index) => points.set(node.key, onRing(1, index, inner.length)))
  // Each of the outer ring takes the free place next to the one it was reached through, a little aside, so that no line runs through a third.
  const places = Math.max(outer.length, LEAST_PLACES)
  const taken = new Set<number>()
  for (const node of outer) {
    const wanted = ((place.get(node.through ?? '') ?? 0) / Math.max(1, inner.length)) * places + ASIDE
    const free = Array.from({ length: places }, (_, index) => index).filter((index) => !taken.has(index)).sort((a, b) => apart(a, wanted, places) - apart(b, wanted, places) || a - b)[0] ?? 0
    taken.add(free)
    points.set(node.key, onRing(2, free, places))
  }
  return points
}

/** Places of an outer ring that holds few: far enough apart for their names. */
const LEAST_PLACES = 12
const ASIDE = 0.6
const apart = (a: number, b: number, many: number): number => Math.min(Math.abs(a - b), many - Math.abs(a - b))

function onRing(ring: 1 | 2, index: number, many: number): Point {
  // Turned a little: straight up and down a line would run through the name below it.
  const angle = (index / many) * 2 * Math.PI - Math.PI / 2 + TURN
  const inwards = many > CROWDED && index % 2 === 1 ? 1 - STAGGER : 1
  return { x: Math.round(MIDDLE.x + RINGS[ring].x * inwards * Math.cos(angle)), y: Math.round(MIDDLE.y + RINGS[ring].y * inwards * Math.sin(angle)) }
}
