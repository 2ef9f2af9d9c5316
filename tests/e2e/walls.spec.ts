import { expect, test } from '@playwright/test'
import { signInAs } from './as'

test('a partner sees what it sent, and no match, no queue, no child', async ({ page }) => {
  await signInAs(page, 'partner', '/referrals/new')
  await expect(page.getByRole('button', { name: /Look for the children/ })).toHaveCount(0)
  for (const path of ['/queue', '/strategy', '/people']) expect((await page.goto(path))?.status()).toBe(404)
  expect((await page.goto('/sent'))?.status()).toBe(200)
})

test('a referral of another borough is not there', async ({ page, browser }) => {
  await signInAs(page, 'mash-officer', '/queue')
  const referral = await page.locator('a[href^="/referrals/"]:not([href="/referrals/new"])').first().getAttribute('href')
  const other = await (await browser.newContext()).newPage()
  await signInAs(other, 'mash-officer', '/queue', 'sutton')
  expect((await other.goto(referral ?? ''))?.status()).toBe(404)
})
