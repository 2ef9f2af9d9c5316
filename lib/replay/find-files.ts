import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'

/** The history files of a path: the file itself, or every .json file under a folder, by name. @throws when nothing is there. */
export async function historyFiles(place: string): Promise<string[]> {
  const found = await stat(place).catch(() => null)
  if (found === null) throw new Error('there is no such file or folder')
  if (!found.isDirectory()) return [place]
  const entries = await readdir(place, { withFileTypes: true })
  const nested: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inside = path.join(place, entry.name)
    if (entry.isDirectory()) nested.push(...(await filesUnder(inside)))
    else if (entry.name.endsWith('.json')) nested.push(inside)
  }
  if (nested.length === 0) throw new Error('the folder holds no .json file')
  return nested
}

const filesUnder = (folder: string): Promise<string[]> => historyFiles(folder).catch(() => [])
