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
  outer.forEach((node, index) => points.set(node.key, onRing(2, index, outer.length)))
  return points
}

function onRing(ring: 1 | 2, index: number, many: number): Point {
  const angle = (index / many) * 2 * Math.PI - Math.PI / 2
  const inwards = many > CROWDED && index % 2 === 1 ? 1 - STAGGER : 1
  return { x: Math.round(MIDDLE.x + RINGS[ring].x * inwards * Math.cos(angle)), y: Math.round(MIDDLE.y + RINGS[ring].y * inwards * Math.sin(angle)) }
}
