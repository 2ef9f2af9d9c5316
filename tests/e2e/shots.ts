import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from '@playwright/test'
import { demonstrationAccounts } from '../../prisma/seed'
import { openScreen, type Screen } from '../support/screens'
import serve from '../support/served-app'
import { launchBrowser } from './browser'

/**
 * `npm run shots [-- --folder FOLDER] [--only NAME]`: the pictures of the README, taken from the product itself as `npm start` gives it with
 * the demonstration, so that they stay true. With HOLDFAST_E2E_URL the server there is pictured instead of one of its own.
 */
const { values } = parseArgs({ options: { folder: { type: 'string', default: 'tests/e2e/pictures' }, only: { type: 'string' } } })
const folder = values.folder

interface Shot {
  readonly name: string
  /** The e-mail's part before the @. */
  readonly who: string
  /** Goes from the start page to what is pictured. */
  readonly go: (page: Page) => Promise<unknown>
  readonly screens: readonly Screen[]
}

const first = async (page: Page, address: string, link: string): Promise<void> => {
  await page.goto(address)
  const href = await page.locator(link).first().getAttribute('href')
  if (href === null) throw new Error(`${address} has no ${link}`)
  await page.goto(href)
}

const SHOTS: readonly Shot[] = [
  { name: 'queue', who: 'social-worker.bromley', go: (page) => page.goto('/queue'), screens: ['desk', 'phone'] },
  { name: 'referral', who: 'decision-maker.bromley', go: (page) => first(page, '/queue', 'main a[href^="/referrals/"]:not([href*="/new"])'), screens: ['desk'] },
  { name: 'board', who: 'cait-supervisor.bromley', go: (page) => page.goto('/strategy'), screens: ['desk'] },
  { name: 'why', who: 'cait-supervisor.bromley', go: (page) => first(page, '/strategy', 'main a[href^="/duties/"]'), screens: ['desk'] },
  { name: 'child', who: 'cait-supervisor.bromley', go: (page) => first(page, '/strategy', 'main a[href^="/people/"]'), screens: ['desk'] },
]
await mkdir(folder, { recursive: true })
const end = await serve()
const browser = await launchBrowser()
let failed = 0
try {
  const origin = process.env['HOLDFAST_E2E_URL'] ?? ''
  for (const shot of SHOTS.filter((one) => values.only === undefined || one.name === values.only)) for (const screen of shot.screens) {
    try {
      process.stdout.write(`${await take(browser, origin, shot, screen)}\n`)
    } catch (error) {
      failed += 1
      process.stderr.write(`${shot.name}: ${error instanceof Error ? error.message : String(error)}\n`)
    }
  }
} finally {
  await browser.close()
  await end()
}
process.exit(failed === 0 ? 0 : 1)

async function take(browser: Browser, origin: string, shot: Shot, screen: Screen): Promise<string> {
  const page = await openScreen(browser, screen, { baseURL: origin })
  try {
    const account = demonstrationAccounts().find((one) => one.email.startsWith(`${shot.who}@`))
    if (account === undefined) throw new Error(`no account ${shot.who}`)
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(account.email)
    await page.getByLabel('Password').fill(account.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    await shot.go(page)
    // The badge of a development server is no part of the product.
    await page.evaluate(() => document.querySelector('nextjs-portal')?.remove())
    await page.evaluate(async () => { await document.fonts.ready })
    // What one sees on opening it: whole pages would be too long for a README.
    const file = path.join(folder, `${shot.name}-${screen}.png`)
    await page.screenshot({ path: file, caret: 'initial' })
    return file
  } finally {
    await page.context().close()
  }
}
