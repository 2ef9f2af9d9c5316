import { chromium, type Browser, type LaunchOptions } from '@playwright/test'
import { existsSync } from 'node:fs'

/**
 * The browser of the e2e tests and the pictures: an installed one where there is one, else the Chromium that comes inside an
 * npm package (Linux x64), so that a bare clone needs nothing from the system.
 */
export async function launchBrowser(): Promise<Browser> {
  const options = await launchOptions()
  return chromium.launch(options)
}

/** Of that package's own arguments none but these: its `--single-process` kills the second page. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']

/** Options for chromium.launch or for `use.launchOptions` of the Playwright configuration. */
export async function launchOptions(): Promise<LaunchOptions> {
  const installed = installedBrowser()
  if (installed !== null) return { executablePath: installed, args: ARGS }
  // Imported here and not above: it is no good on other systems, where a browser must be installed.
  const { default: packed } = await import('@sparticuz/chromium')
  return { executablePath: await packed.executablePath(), args: ARGS }
}

function installedBrowser(): string | null {
  const named = process.env['HOLDFAST_BROWSER']
  const places = [
    ...(named ? [named] : []), playwrightBrowser(),
    '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  return places.find((place) => place !== '' && existsSync(place)) ?? null
}

function playwrightBrowser(): string {
  try {
    return chromium.executablePath()
  } catch {
    return ''
  }
}
