import type { Network, NetworkEdge, NetworkNode } from '@/lib/posing-risk/view'
import { Details } from '../ui/details'

const SIZE = { width: 1000, height: 700 }
/** Signs of a name that the picture has room for: more where it is not crowded. */
const longest = (many: number): number => (many > 20 ? 18 : 28)

/** Children, adults and places around one of them: drawn here, and said beside in words. Shapes tell what each is; colour only repeats it. */
export function NetworkView({ network, title }: { readonly network: Network; readonly title: string }) {
  const { nodes, edges } = network
  if (nodes.length < 2) return <p className="none">Nobody and nothing else is linked, as far as you can see.</p>
  const at = new Map(nodes.map((node) => [node.key, node]))
  return (
    <>
      <div className="scroll" role="region" aria-label={`${title}, picture`} tabIndex={0}>
        <svg className="network" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={`${title}: ${nodes.length} linked. The list below says the same in words.`}>
          {edges.map((edge) => { const [from, to] = [at.get(edge.from), at.get(edge.to)]; return from === undefined || to === undefined ? null : <Line key={edge.key} edge={edge} from={from} to={to} /> })}
          {nodes.map((node) => <Node key={node.key} node={node} longest={longest(nodes.length)} />)}
        </svg>
      </div>
      <p className="network-key" aria-hidden="true"><Sample kind="child" /> child <Sample kind="adult" /> adult <Sample kind="place" /> place <Sample kind="restricted" /> restricted, nothing more is shown{edges.some((edge) => edge.over) ? '; a broken line is over' : ''}</p>
      {network.cut ? <p className="sub">More is linked than the picture can hold: open one of those in it to go on from there.</p> : null}
      <Details summary={`The picture in words (${edges.length} ${edges.length === 1 ? 'link' : 'links'})`} open><EdgeList network={network} /></Details>
    </>
  )
}

function EdgeList({ network }: { readonly network: Network }) {
  const at = new Map(network.nodes.map((node) => [node.key, node]))
  return (
    <ul className="plain">
      {network.edges.map((edge) => {
        const [from, to] = [at.get(edge.from), at.get(edge.to)]
        return from === undefined || to === undefined ? null : <li key={edge.key}><Named node={from} />: {edge.words} <Named node={to} /><span className="sub">{[KIND[from.kind], from.sub].filter(Boolean).join(', ')}; {[KIND[to.kind].toLowerCase(), to.sub].filter(Boolean).join(', ')}</span></li>
      })}
    </ul>
  )
}

const KIND = { child: 'Child', adult: 'Adult', place: 'Place', restricted: 'Restricted' } as const
function Named({ node }: { readonly node: NetworkNode }) {
  return node.href === null || node.middle ? <b>{node.name}</b> : <a href={node.href}><b>{node.name}</b></a>
}

function Line({ edge, from, to }: { readonly edge: NetworkEdge; readonly from: NetworkNode; readonly to: NetworkNode }) {
  const known = edge.words.includes('warning notice')
  // Bent a little where it passes the middle by: straight, it would seem to lead through whoever stands there.
  const bend = from.middle || to.middle ? 0 : 0.16
  const [x, y] = [(from.x + to.x) / 2 - (to.y - from.y) * bend, (from.y + to.y) / 2 + (to.x - from.x) * bend]
  return <path className={known ? 'tie notice-tie' : edge.over ? 'tie over-tie' : 'tie'} d={`M${from.x} ${from.y}Q${Math.round(x)} ${Math.round(y)} ${to.x} ${to.y}`}><title>{`${from.name}: ${edge.words} ${to.name}`}</title></path>
}

function Node({ node, longest: most }: { readonly node: NetworkNode; readonly longest: number }) {
  const name = node.name.length > most ? `${node.name.slice(0, most - 1)}…` : node.name
  return (
    <g className={`node ${node.kind}${node.middle ? ' middle' : ''}`} transform={`translate(${node.x} ${node.y})`}>
      <title>{[node.name, KIND[node.kind].toLowerCase(), node.sub].filter(Boolean).join(', ')}</title>
      <Shape kind={node.kind} size={node.middle ? 22 : 15} />
      <text y={node.middle ? 42 : 33} textAnchor="middle">{name}</text>
    </g>
  )
}

function Shape({ kind, size }: { readonly kind: NetworkNode['kind']; readonly size: number }) {
  switch (kind) {
    case 'child': return <circle r={size} />
    case 'adult': return <rect x={-size} y={-size} width={2 * size} height={2 * size} />
    case 'place': return <path d={`M0 ${-size * 1.25}L${size * 1.25} 0L0 ${size * 1.25}L${-size * 1.25} 0Z`} />
    case 'restricted': return <path d={`M${-size} ${size}L0 ${-size * 1.1}L${size} ${size}Z`} strokeDasharray="4 3" />
  }
}

function Sample({ kind }: { readonly kind: NetworkNode['kind'] }) {
  return <svg viewBox="-12 -12 24 24" className={`node-sample node ${kind}`}><Shape kind={kind} size={8} /></svg>
}
