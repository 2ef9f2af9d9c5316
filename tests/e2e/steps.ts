import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Browser, type Locator, type Page } from '@playwright/test'
import { signInAs } from './as'

/** What people do on the pages, in the words of the work; each works without a script. */

/** A family name nobody has yet, in letters alone: a server that is kept has the people of the last run on record. */
export const newFamily = (start: string): string => `${start}${[...Date.now().toString().slice(-7)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('')}`

/** A browser of somebody's own, signed in by the form. */
export async function pageOf(browser: Browser, javaScriptEnabled: boolean, role: string, path: string, borough?: string): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
  await signInAs(page, role, path, borough)
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  return page
}

/** The referrals on a page of the queue, from the top, without those of a restricted child: where one stands in the order is decided by the day of the run. */
export const referralsOf = async (page: Page): Promise<string[]> =>
  page.getByRole('row').filter({ hasNotText: 'Restricted' }).locator('a[href^="/referrals/"]').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))])

/** What a form that came back says is wrong with it, for the message of a test that did not expect it. */
export async function refusedWith(page: Page, address: string): Promise<string> {
  if (!address.includes('draft=')) return ''
  const text = await (await page.request.get(address)).text()
  return text.slice(text.indexOf('<main')).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').slice(0, 600)
}

export const formOf = (page: Page, act: string): Locator => page.locator(`form[data-act=${act}]`)

/** Opens the folded form of an act where it is folded. */
export async function unfold(page: Page, act: string): Promise<Locator> {
  const form = formOf(page, act).first()
  if (!(await form.isVisible())) await page.locator('details', { has: form }).locator('summary').first().click()
  return form
}

/** The London date and time of so many hours ago, typed into the boxes of a field. */
export async function fillInstant(scope: Page | Locator, name: string, hoursAgo: number): Promise<void> {
  const at = londonParts(new Date(Date.now() - hoursAgo * 3_600_000))
  for (const part of ['day', 'month', 'year', 'time'] as const) await scope.locator(`[name=${name}-${part}]`).fill(at[part])
}

/** The day so many days from now, typed into the boxes of a field. */
export async function fillDate(scope: Page | Locator, name: string, days: number): Promise<void> {
  const on = londonParts(new Date(Date.now() + days * 86_400_000))
  for (const part of ['day', 'month', 'year'] as const) await scope.locator(`[name=${name}-${part}]`).fill(on[part])
}

function londonParts(at: Date): Record<'day' | 'month' | 'year' | 'time', string> {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .formatToParts(at)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return { day: part('day'), month: part('month'), year: part('year'), time: `${part('hour')}:${part('minute')}` }
}

/** The green word after an accepted act. */
export async function saysDone(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.locator('.notice[role=status]').first()).toContainText(words)
}

/**
 * The form came back: the title says so first, the summary names the problem and its link leads to the field, and the message
 * stands beside that field.
 */
export async function saysProblem(page: Page, message: string): Promise<void> {
  await expect(page.locator('#problems')).toContainText(message)
  await expect(page).toHaveTitle(/^Error: /)
  const link = page.locator('#problems a', { hasText: message }).first()
  const target = (await link.getAttribute('href'))?.slice(1) ?? ''
  await expect(page.locator(`[id="${target}"]`), `the summary’s link leads to a field: ${message}`).toHaveCount(1)
  await expect(page.locator('.wrong', { hasText: message }).first(), `the message stands beside its field: ${message}`).toBeVisible()
}

/** As a browser asks for a page, and as a script of the framework would. */
const REQUESTS: readonly Record<string, string>[] = [{}, { RSC: '1' }, { RSC: '1', 'Next-Router-Prefetch': '1' }]

/** Every place that somebody who is not of the MASH may try; what is theirs alone is added by the test. */
export const OUTSIDE: readonly string[] = ['/asked', '/asked?see=answered', '/sent', '/actions', '/actions?whose=mine&state=ended', '/told', '/account', '/referrals/new', '/discussions', '/queue', '/strategy', '/people', '/figures', '/handover', '/import', '/rota', '/audit', '/audit?see=shared', '/admin']

/** None of these words in any place, asked for as a page and as the requests that a script makes for it. */
export async function nowhere(page: Page, places: readonly string[], words: readonly string[]): Promise<void> {
  for (const place of places) {
    for (const headers of REQUESTS) {
      const body = await (await page.request.get(place, { headers })).text()
      for (const word of words) expect(body.includes(word), `${place} ${JSON.stringify(headers)}: ${word}`).toBe(false)
    }
  }
}

/** Keeps whatever this browser is sent from now on; the answer looks through it for words, once all of it has arrived. */
export function listenTo(page: Page): (words: readonly string[]) => Promise<void> {
  const heard: Promise<{ from: string; body: string }>[] = []
  page.on('response', (response) => {
    if (!/text|json|x-component/.test(response.headers()['content-type'] ?? '') || /\/_next\/static\//.test(response.url())) return
    // A body that is gone (a redirect, a page left meanwhile) was never shown either.
    heard.push(response.text().then((body) => ({ from: response.url(), body }), () => ({ from: response.url(), body: '' })))
  })
  return async (words) => {
    const all = await Promise.all(heard)
    expect(all.some(({ body }) => body !== ''), 'the browser was sent something').toBe(true)
    for (const { from, body } of all) for (const word of words) expect(body.includes(word), `${from}: ${word}`).toBe(false)
  }
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The page as it stands breaks no rule of WCAG 2.2 AA. axe is a script itself: it looks where scripts run. */
export async function noFaults(page: Page, scripted = true): Promise<void> {
  if (!scripted) return
  // No page of ours holds another: axe need not open a page of its own to put its findings together.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).withTags(WCAG).analyze()
  expect(violations.map((fault) => `${page.url()}: ${fault.id} at ${fault.nodes.map((node) => node.target.join(' ')).slice(0, 3).join('; ')}`)).toEqual([])
}

/** The page, with everything that is folded opened, breaks no rule of WCAG 2.2 AA and is no wider than a phone. Needs scripts: axe is one. */
export async function isAccessible(page: Page): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = true })
  await noFaults(page)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${page.url()} is wider than a phone`).toBeLessThanOrEqual(0)
  if (before !== null) await page.setViewportSize(before)
}

/** Presses Tab until the wanted control has the focus, and says when something on the way had a focus that cannot be seen. */
export async function tabTo(page: Page, wanted: Locator, most = 120): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
    expect(await unseenFocus(page), 'the focus can be seen').toBeNull()
  }
  throw new Error(`not reached with ${most} presses of Tab: ${String(wanted)}`)
}

/** What has the focus without showing it: no outline or shadow on it or around it, or out of the window. Null where all is well. */
const unseenFocus = (page: Page): Promise<string | null> => page.evaluate(() => {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === document.body) return null
  const around = [focused, ...(focused.closest('label') === null ? [] : [focused.closest('label') as HTMLElement])]
  const marked = around.some((element) => {
    const style = getComputedStyle(element)
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
  })
  const box = focused.getBoundingClientRect()
  const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
  return marked && seen ? null : focused.outerHTML.slice(0, 200)
})
