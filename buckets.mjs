import { readFileSync } from 'node:fs'
const p = JSON.parse(readFileSync(process.argv[2])); const n = Number(process.argv[3])
const byId = new Map(p.nodes.map((x) => [x.id, x])); const parent = new Map(); for (const x of p.nodes) for (const c of x.children ?? []) parent.set(c, x.id)
const f = (x) => x.callFrame
const isApp = (u) => u.includes('app-page-turbo.runtime.prod')
function bucket(id) {
  const top = byId.get(id)
  if (['(idle)', '(garbage collector)', '(program)'].includes(f(top).functionName)) return f(top).functionName
  let own = null
  for (let y = id; y !== undefined; y = parent.get(y)) {
    const c = f(byId.get(y)), u = c.url, l = c.lineNumber + 1, col = c.columnNumber
    if (u.includes('node_modules/pg')) return 'pg'
    if (u.includes('profhook') || c.functionName === 'dispatch') return 'profiler'
    if (c.functionName === 'writev' || c.functionName.startsWith('write') && u === '') own ??= 'syscall write'
    if (u.includes('ssr/lib_') || u.includes('lib_platform')) own ??= 'our lib (platform etc)'
    else if (u.includes('.next/server/chunks/ssr/') && !u.includes('node_modules')) own ??= 'our chunk ' 
    else if (u.includes('.next/server/chunks/')) own ??= u.includes('node_modules') ? 'next in chunks' : 'root-of-server (proxy etc)'
    if (isApp(u)) {
      if (l === 2 && c.functionName === 'aj') return 'fizz' + (own?.startsWith('our') ? ' > our' : '')
      if (l === 15 && (c.functionName === 'e4' || c.functionName === 'e2')) return 'flight server' + (own?.startsWith('our') ? ' > our' : '')
      if (l === 2 && col > 160000 && col < 190000) own ??= 'flight client'
      if (l === 2 && col > 30000 && col <= 160000) own ??= 'fizz other'
      if (l === 4 || l === 11) own ??= 'stream transforms'
      if (l === 18 || l > 250) own ??= 'app-render'
      if (l === 15) own ??= 'flight server other'
    }
    if (u.includes('next/dist/server') ) own ??= 'next server'
    if (u.includes('node:zlib')) own ??= 'zlib'
    if (u.includes('node:_http') ) own ??= 'http'
    if (u.includes('streams/') ) own ??= 'node streams'
    if (u.includes('async_hooks')) own ??= 'async hooks'
  }
  return own ?? 'other ' 
}
const S = new Map(); let all = 0
for (let i = 0; i < p.samples.length; i++) { const b = bucket(p.samples[i]); S.set(b, (S.get(b) ?? 0) + p.timeDeltas[i]); all += p.timeDeltas[i] }
for (const [a, us] of [...S].sort((x, y) => y[1] - x[1])) console.log((us / 1000 / n).toFixed(2).padStart(7), a)
