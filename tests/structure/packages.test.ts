import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { atLeast } from '../support/versions'

interface Lock {
  packages: Record<string, { version?: string; resolved?: string; optionalDependencies?: Record<string, string> }>
}

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T
const lock = read<Lock>('package-lock.json')
const wanted = read<{ dependencies: Record<string, string>; devDependencies: Record<string, string> }>('package.json')
const floors = read<Record<string, { atLeast: string; advisory: string }>>('tests/structure/lowest-safe-versions.json')

describe('packages', () => {
  // `npm audit` cannot reach its service from a closed network: the floor is kept here by hand.
  it.each(Object.entries(floors))('%s is not below its lowest safe version, in any copy of it', (name, { atLeast: floor, advisory }) => {
    const copies = Object.entries(lock.packages).filter(([place]) => place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`))
    expect(copies.length).toBeGreaterThan(0)
    const unsafe = copies.filter(([, { version = '0.0.0' }]) => !atLeast(version, floor)).map(([place, { version }]) => `${place} ${version}`)
    expect(unsafe, advisory).toEqual([])
  })

  it('are asked for in exact versions', () => {
    const loose = Object.entries({ ...wanted.dependencies, ...wanted.devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))
    expect(loose).toEqual([])
  })

  // A registry that lacks the part for some other kind of machine leaves it out of the lock, and `npm ci` then fails everywhere.
  it('are locked for every kind of machine', () => {
    const missing = Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${place}/node_modules/${name}`]),
    )
    expect(missing).toEqual([])
  })

  it('are locked without the address of the registry that happened to be asked', () => {
    expect(Object.values(lock.packages).filter((entry) => entry.resolved?.startsWith('http'))).toEqual([])
  })
})

describe('comparing versions', () => {
  it.each([
    ['16.2.11', '16.2.11', true], ['16.2.12', '16.2.11', true], ['16.10.0', '16.2.11', true], ['17.0.0', '16.2.11', true],
    ['16.2.9', '16.2.11', false], ['15.9.99', '16.2.11', false], ['16.2.11-canary.3', '16.2.11', false],
  ])('%s against %s: %s', (version, floor, safe) => {
    expect(atLeast(version, floor)).toBe(safe)
  })
})
