import 'server-only'
import type { PersonCard } from '@/lib/people/card'
import { cardsOf } from '@/lib/people/standing'
import type { Tx } from '@/lib/platform/db'
import { londonDate } from '@/lib/policy/calendar/london'
import { boroughWords } from '@/lib/wording/boroughs'
import { kinshipWords } from '@/lib/wording/kinship'
import { bornWords } from '@/lib/wording/london-words'
import { edgeWords, placeKindWords } from '@/lib/wording/places'
import { layOut, type Placed } from './layout'
import type { Network, NetworkEdge, NetworkNode } from './view'

/** As many as a picture on one page can hold and still be read. */
const MOST_NEAR = 14
const MOST_FAR = 25
const GROWN = 18

interface Edge { person_id: string; other_id: string | null; place_id: string | null; as_what: string; borough: string | null; since: Date; until?: Date | null; family?: true }
interface PlaceRow { id: string; name: string; kind: string; borough: string }

const personKey = (id: string): string => `person:${id}`
const placeKey = (id: string): string => `place:${id}`
const idOf = (key: string): string => key.slice(key.indexOf(':') + 1)
const endsOf = (edge: Edge): readonly [string, string] => [personKey(edge.person_id), edge.place_id === null ? personKey(edge.other_id ?? '') : placeKey(edge.place_id)]

export const edgesAround = (tx: Tx, keys: readonly string[]): Promise<Edge[]> => tx.$queryRaw<Edge[]>`
  SELECT * FROM concern_edges(${keys.filter((key) => key.startsWith('person:')).map(idOf)}::uuid[], ${keys.filter((key) => key.startsWith('place:')).map(idOf)}::uuid[])`

/** Family and home: ties that stand or are over, and who has or once had the same address. */
async function familyAround(tx: Tx, keys: readonly string[], now: Date): Promise<Edge[]> {
  const people = keys.filter((key) => key.startsWith('person:')).map(idOf)
  if (people.length === 0) return []
  const rows = await tx.$queryRaw<{ person_id: string; other_id: string; as_what: string; since: Date; until: Date | null }[]>`SELECT * FROM family_edges(${people}::uuid[], ${now}::timestamptz)`
  return rows.map((row) => ({ ...row, place_id: null, borough: null, family: true }))
}

/**
 * Who and what is within two steps. The database gives no edge from a restricted person, none to anybody beyond the actor’s reach; the names are
 * those of the index. The caller writes the reading log: `people` are those it names.
 */
export async function networkAround(tx: Tx, about: { readonly person: string } | { readonly place: string }, now: Date): Promise<{ network: Network; people: readonly string[] }> {
  const middle = 'person' in about ? personKey(about.person) : placeKey(about.place)
  // Those of concern first: where the picture is full, family is what is left out.
  const first = [...await edgesAround(tx, [middle]), ...await familyAround(tx, [middle], now)]
  const near = neighbours(first, new Set([middle]))
  const nearKept = [...near.keys()].slice(0, MOST_NEAR)
  const second = nearKept.length === 0 ? [] : [...await edgesAround(tx, nearKept), ...await familyAround(tx, nearKept, now)]
  const far = neighbours(second, new Set(nearKept), new Set([middle, ...near.keys()]))
  const farKept = [...far.keys()].slice(0, MOST_FAR)
  const keys = [middle, ...nearKept, ...farKept]
  const people = keys.filter((key) => key.startsWith('person:')).map(idOf)
  const [cards, places] = [await cardsOf(tx, people, now), await tx.place.findMany({ where: { id: { in: keys.filter((key) => key.startsWith('place:')).map(idOf) } }, select: { id: true, name: true, kind: true, borough: true } })]
  const edges = edgesOf([...first, ...second], new Set(keys))
  const grown = new Set([...first, ...second].filter((edge) => edge.as_what.startsWith('suspect') || edge.as_what === 'notice' || PARENTS.includes(edge.as_what)).map((edge) => personKey(edge.person_id)))
  const drawn = keys.flatMap((key) => { const node = nodeOf(key, cards, places, grown); return node === null ? [] : [node] })
  const points = layOut(drawn.map((node): Placed => ({ key: node.key, step: node.key === middle ? 0 : near.has(node.key) ? 1 : 2, through: near.get(node.key) ?? far.get(node.key) ?? null, order: `${node.kind} ${node.name}` })))
  return {
    people: [...cards.keys()],
    network: {
      nodes: drawn.map((node) => ({ ...node, ...(points.get(node.key) ?? { x: 0, y: 0 }), middle: node.key === middle })),
      edges: edges.filter((edge) => points.has(edge.from) && points.has(edge.to)), cut: near.size > nearKept.length || far.size > farKept.length,
    },
  }
}

/** Who is one step from these, each with whom it was reached through; in the order in which they became known. */
function neighbours(edges: readonly Edge[], from: ReadonlySet<string>, known: ReadonlySet<string> = from): Map<string, string> {
  const found = new Map<string, string>()
  for (const edge of edges) {
    const [a, b] = endsOf(edge)
    for (const [here, there] of [[a, b], [b, a]] as const) if (from.has(here) && !known.has(there) && !found.has(there)) found.set(there, here)
  }
  return found
}

/** Known as grown where nobody knows the age. */
const PARENTS: readonly string[] = ['mother', 'father', 'parent', 'carer', 'step-parent', 'grandparent', 'partner-of-parent']
/** Said the same from either end. */
const isAlike = (edge: Edge): boolean => edge.as_what.startsWith('same ') || ['sibling', 'lives-with', 'friend', 'relative'].includes(edge.as_what)

/** One line between two, whatever ties them: 'found with; warning notice about', 'lives with (since 3 Mar 2026); mother of'. Over where all of it is over. */
function edgesOf(edges: readonly Edge[], within: ReadonlySet<string>): NetworkEdge[] {
  const lines = new Map<string, { from: string; to: string; of: Map<string, Edge> }>()
  // What has a direction first: what is alike from both ends stands on the same line, whichever way it was found.
  for (const edge of [...edges.filter((one) => !isAlike(one)), ...edges.filter(isAlike)]) {
    const [a, b] = endsOf(edge)
    if (!within.has(a) || !within.has(b)) continue
    const turned = isAlike(edge) && (lines.has(`${b} ${a}`) || (!lines.has(`${a} ${b}`) && a > b))
    const [from, to] = turned ? [b, a] : [a, b]
    const line = lines.get(`${from} ${to}`) ?? { from, to, of: new Map<string, Edge>() }
    const before = line.of.get(edge.as_what)
    // One home in two stays is one: what stands goes before what is over, and the earliest of what stands.
    if (before === undefined || (isOver(before) && !isOver(edge)) || (isOver(before) === isOver(edge) && edge.since.getTime() < before.since.getTime())) line.of.set(edge.as_what, edge)
    lines.set(`${from} ${to}`, line)
  }
  return [...lines].map(([key, { from, to, of }]) => ({ key, from, to, words: [...new Set([...of.values()].map(lineWords))].sort().join('; '), over: [...of.values()].every(isOver) })).sort((a, b) => (a.key < b.key ? -1 : 1))
}

const isOver = (edge: Edge): boolean => edge.until !== undefined && edge.until !== null

function lineWords(edge: Edge): string {
  if (edge.family !== true) return edgeWords(edge.as_what)
  const [since, until] = [bornWords(londonDate(edge.since)), edge.until == null ? null : bornWords(londonDate(edge.until))]
  if (edge.as_what === 'lives-with') return until === null ? `lives with (since ${since})` : `lived with (${since} to ${until})`
  return until === null ? kinshipWords(edge.as_what).toLowerCase() : `${kinshipWords(edge.as_what).toLowerCase()} (until ${until})`
}

function nodeOf(key: string, cards: ReadonlyMap<string, PersonCard>, places: readonly PlaceRow[], grown: ReadonlySet<string>): Omit<NetworkNode, 'x' | 'y' | 'middle'> | null {
  const id = idOf(key)
  if (key.startsWith('place:')) {
    const place = places.find((one) => one.id === id)
    return place === undefined ? null : { key, kind: 'place', name: place.name, sub: `${placeKindWords(place.kind)}, ${boroughWords(place.borough)}`, href: `/places/${id}` }
  }
  const card = cards.get(id)
  if (card === undefined) return null
  if (card.masked) return { key, kind: 'restricted', name: card.name, sub: 'nothing more is shown', href: null }
  const adult = (card.years !== null && card.years >= GROWN) || (card.years === null && grown.has(key))
  return { key, kind: adult ? 'adult' : 'child', name: card.name, sub: [card.age, card.homeBorough === null ? null : boroughWords(card.homeBorough)].filter(Boolean).join(', '), href: adult ? `/adults/${id}` : `/people/${id}` }
}
