import { readdirSync, readFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const readme = readFileSync('README.md', 'utf8')
const sectionOf = (heading: string): string => readme.split(/^#+ /m).find((part) => part.startsWith(heading)) ?? ''
const settings = sectionOf('Environment')

const sources = (folder: string): string[] => readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name) && !entry.parentPath.includes('generated'))
  .map((entry) => path.join(entry.parentPath, entry.name))
const CODE = [...['app', 'components', 'lib', 'prisma'].flatMap(sources), 'proxy.ts', 'next.config.js', 'tests/e2e/browser.ts']

/** What the machine itself or the tools around us set: nobody is to set it for Holdfast. */
const GIVEN = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'NODE_ENV', 'INIT_CWD', 'NO_COLOR', 'CI']
/** What the start command hands down to what it starts. */
const HANDED_DOWN = ['HOLDFAST_DEMONSTRATION', 'HOLDFAST_MAIL']

/** Every name that the code reads of the environment, however it asks. */
function asked(text: string): string[] {
  const direct = [...text.matchAll(/process\.env(?:\?\.)?(?:\.|\[['"])([A-Z][A-Z0-9_]*)/g)].map((match) => match[1])
  const taken = [...text.matchAll(/const \{([^}]*)\} = process\.env/g)].flatMap((match) => [...(match[1] ?? '').matchAll(/\b([A-Z][A-Z0-9_]+)\b/g)].map((name) => name[1]))
  const declared = [...text.matchAll(/^ {2}((?:HOLDFAST_|OIDC_)[A-Z0-9_]*|PORT):/gm)].map((match) => match[1])
  return [...direct, ...taken, ...declared].filter((name): name is string => name !== undefined)
}

const read = [...new Set(CODE.flatMap((file) => asked(readFileSync(file, 'utf8'))))].filter((name) => !GIVEN.includes(name) && !HANDED_DOWN.includes(name)).sort()
const told = [...new Set([...settings.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map((match) => match[1] ?? ''))].sort()

describe('README.md', () => {
  it('has every setting that the code reads in its table, and no other', () => {
    expect(read.length).toBeGreaterThan(15)
    expect(told).toEqual(read)
  })

  it('tells of every command of package.json, and of no other', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    const commands = new Set([...readme.matchAll(/`npm (?:run (?:-s )?)?([a-z:]+)/g)].map((match) => match[1] ?? ''))
    const others = ['ci', 'install', 'audit']
    expect([...commands].filter((name) => !others.includes(name) && scripts[name] === undefined)).toEqual([])
    // Parts of `npm test` and `npm start` that are named with it, not by themselves.
    const parts = ['vitest', 'e2e', 'types', 'lint', 'generate']
    expect(Object.keys(scripts).filter((name) => !commands.has(name) && !parts.includes(name))).toEqual([])
  })

  it.each(['README.md', 'lib/README.md', ...readdirSync('lib/decisions').map((name) => `lib/decisions/${name}`)])('%s links to nothing that is not there', (file) => {
    const links = [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map((match) => (match[1] ?? '').replace(/#.*/, ''))
    expect(links.filter((link) => !existsSync(path.join(path.dirname(file), link)))).toEqual([])
  })

  it('names folders of lib that are there, and leaves out none', () => {
    const map = sectionOf('Map of the code')
    const folders = readdirSync('lib', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
    expect(folders.filter((name) => !map.includes(`${name}/`))).toEqual([])
  })
})

describe('lib/README.md', () => {
  const words = readFileSync('lib/README.md', 'utf8')
  it('leads to a file of every area', () => {
    const areas = readdirSync('lib', { withFileTypes: true }).filter((entry) => entry.isDirectory() && !['decisions', 'shell', 'platform'].includes(entry.name)).map((entry) => entry.name)
    expect(areas.filter((name) => !words.includes(`(${name}/`))).toEqual([])
  })
})
