import { expect, test, type Locator, type Page } from '@playwright/test'
import { pageOf, saysDone } from './steps'

/** Claiming and giving back from the rows of the queue, in a borough that no other walk works in. */

const BOROUGH = 'tower-hamlets'
const rowOf = (page: Page, referral: string): Locator => page.getByRole('row').filter({ has: page.locator(`a[href="${referral}"]`) })
const referralsToClaim = (page: Page): Promise<string[]> =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name: /^Claim / }) }).locator('a[href^="/referrals/"]').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))])

for (const javaScript of [true, false]) {
  test(`two are claimed from one page of the queue, one that a colleague has is not, and all are given back, JavaScript ${javaScript ? 'on' : 'off'}`, async ({ browser }) => {
    test.setTimeout(120_000)
    const [page, colleague] = await Promise.all([
      pageOf(browser, javaScript, 'mash-officer', '/queue', BOROUGH),
      pageOf(browser, javaScript, 'second-mash-officer', '/queue', BOROUGH),
    ])
    const free = await referralsToClaim(page)
    expect(free.length).toBeGreaterThan(5)
    const [first = '', second = '', third = ''] = javaScript ? free : free.toReversed()
    for (const [referral, key] of [[first, 'Enter'], [second, 'Space']] as const) {
      await page.goto('/queue')
      const button = rowOf(page, referral).getByRole('button')
      await button.focus()
      await page.keyboard.press(key)
      await saysDone(page, 'You have')
      expect(new URL(page.url()).pathname).toBe('/queue')
      await expect(rowOf(page, referral)).toContainText('You')
    }
    // Opened before the colleague claims. With a script the page is told; without one, who has it is said, and the row is not taken from them.
    await page.goto('/queue')
    await colleague.goto('/queue')
    await rowOf(colleague, third).getByRole('button').click()
    await saysDone(colleague, 'You have')
    const stale = rowOf(page, third).getByRole('button', { name: /^Claim / })
    if (javaScript) await expect(stale).toHaveCount(0)
    else {
      await stale.click()
      await expect(page.locator('main')).toContainText('has claimed this referral')
    }
    await page.goto('/queue')
    await expect(rowOf(page, third)).not.toContainText('You')
    for (const [who, referral] of [[page, first], [page, second], [colleague, third]] as const) {
      await who.goto('/queue')
      await rowOf(who, referral).getByRole('button', { name: /^Release / }).click()
      await saysDone(who, 'is back in the queue')
      await expect(rowOf(who, referral).getByRole('button', { name: /^Claim / })).toBeVisible()
    }
  })
}
