import { readFileSync } from 'node:fs'
const p = JSON.parse(readFileSync(process.argv[2])); const n = Number(process.argv[3])
const byId = new Map(p.nodes.map((x) => [x.id, x])); const parent = new Map(); for (const x of p.nodes) for (const c of x.children ?? []) parent.set(c, x.id)
const S = new Map(), I = new Map()
const ours = (u) => u.includes('.next/server/chunks/ssr/') && !u.includes('node_modules')
for (let i = 0; i < p.samples.length; i++) {
  let y = p.samples[i]; const seen = new Set(); let first = true
  for (; y !== undefined; y = parent.get(y)) { const c = byId.get(y).callFrame; if (!ours(c.url)) { if (first && !['(idle)'].includes(c.functionName)) continue; continue } const k = c.functionName + ' ' + c.url.split('/').pop() + ':' + c.lineNumber; if (first) { S.set(k, (S.get(k) ?? 0) + p.timeDeltas[i]); first = false } if (!seen.has(k)) { seen.add(k); I.set(k, (I.get(k) ?? 0) + p.timeDeltas[i]) } }
}
const show = (m, t, k) => { console.log('==', t); for (const [a, us] of [...m].sort((x, y) => y[1] - x[1]).slice(0, k)) console.log((us / 1000 / n).toFixed(3).padStart(7), a) }
show(S, 'own + natives below', 25); show(I, 'inclusive', 45)
