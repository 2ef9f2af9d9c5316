import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { anyFreePort } from '../../lib/platform/serve/server'
import { startCommand } from './start-command'

/**
 * The product as `npm start` gives it, on a data folder of its own with the demonstration, for the length of a browser
 * run. Its address is in HOLDFAST_E2E_URL and its folder in HOLDFAST_E2E_HOME; when an address is given from outside, the
 * server there is used and nothing is started.
 */
export default async function serve(): Promise<() => Promise<void>> {
  if (process.env['HOLDFAST_E2E_URL']) return () => Promise.resolve()
  const home = await mkdtemp(path.join(tmpdir(), 'holdfast-e2e-'))
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
