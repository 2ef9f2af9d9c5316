import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { anyFreePort } from '../../lib/platform/serve/server'
import { startCommand } from './start-command'

const newHome = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'holdfast-e2e-'))

/** Builds the pages and makes the demonstration in a folder that a browser run of this process or of a child then goes on with, and removes. */
export async function prepareApp(): Promise<void> {
  const home = await newHome()
  const product = startCommand(home, await anyFreePort())
  const ready = await product.ready.then(() => true, () => false)
  await product.end('SIGTERM')
  if (ready) process.env['HOLDFAST_E2E_PREPARED'] = home
  else await rm(home, { recursive: true, force: true })
}

/**
 * The product as `npm start` gives it, on a data folder of its own with the demonstration, for the length of a browser
 * run. Its address is in HOLDFAST_E2E_URL and its folder in HOLDFAST_E2E_HOME; when an address is given from outside, the
 * server there is used and nothing is started. HOLDFAST_E2E_PREPARED: such a folder, made already while the types were looked at.
 */
export default async function serve(): Promise<() => Promise<void>> {
  if (process.env['HOLDFAST_E2E_URL']) return () => Promise.resolve()
  const home = process.env['HOLDFAST_E2E_PREPARED'] ?? await newHome()
  const port = await anyFreePort()
  const product = startCommand(home, port)
  const end = async () => {
    await product.end('SIGTERM')
    await rm(home, { recursive: true, force: true })
  }
  try {
    await product.ready
  } catch (error) {
    await end()
    throw error
  }
  process.env['HOLDFAST_E2E_URL'] = `http://localhost:${port}`
  process.env['HOLDFAST_E2E_HOME'] = home
  return end
}
