/** Whether a version is at or above a floor. A prerelease of the floor itself is below it: the mend may not be in it. */
export function atLeast(version: string, floor: string): boolean {
  const [numbers = '', prerelease] = version.split(/-(.*)/s)
  const parts = numbers.split('.').map(Number)
  for (const [index, wanted] of floor.split('.').map(Number).entries()) {
    const part = parts[index] ?? 0
    if (part !== wanted) return part > wanted
  }
  return prerelease === undefined
}
