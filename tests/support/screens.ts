import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** The two widths every page is looked at in. */
export const SCREENS = {
  desk: { viewport: { width: 1280, height: 860 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const satisfies Record<string, BrowserContextOptions>

export type Screen = keyof typeof SCREENS

/** A page of its own, in London's time zone. `script: false` is a browser whose JavaScript is off. */
export async function openScreen(browser: Browser, screen: Screen, { script = true, ...more }: BrowserContextOptions & { script?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({ ...SCREENS[screen], locale: 'en-GB', timezoneId: 'Europe/London', javaScriptEnabled: script, ...more })
  return context.newPage()
}

/** A picture of the whole page as `folder/name-screen.png`; fonts are waited for, else the picture shows another typeface. */
export async function picture(page: Page, folder: string, name: string, screen: Screen): Promise<string> {
  mkdirSync(folder, { recursive: true })
  await page.evaluate(async () => { await document.fonts.ready })
  const file = join(folder, `${name}-${screen}.png`)
  // The caret is left as it is: hidden, it is a style that React finds on its inputs and complains of in development.
  await page.screenshot({ path: file, fullPage: true, caret: 'initial' })
  return file
}

/** Whether anything on the page sticks out to the right of the window: the first thing that breaks on a phone. */
export async function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
}
