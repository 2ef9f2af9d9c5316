import { expect, test } from '@playwright/test'
import { accountOf, signInAs } from './as'
import { formOf, saysDone, tabTo } from './steps'

test('the whole triage is done by keyboard alone: queue, referral, claim, decide, discussion', async ({ page }) => {
  test.setTimeout(300_000)
  await signInAs(page, 'mash-decision-maker', '/queue?who=unclaimed&concern=neglect')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('MASH queue')

  // The first stop is the way past the bar at the top.
  await page.keyboard.press('Tab')
  await expect(page.locator('a.skip')).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, page.locator('main tbody a[href^="/referrals/"]').first())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'What may be done' })).toBeVisible()
  // Nothing jumps the order of the page.
  await expect(page.locator('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])')).toHaveCount(0)

  await tabTo(page, page.getByRole('button', { name: 'Claim' }))
  await page.keyboard.press('Enter')
  await saysDone(page, 'You have')

  await tabTo(page, page.locator('summary', { hasText: /^Decide$/ }))
  await page.keyboard.press('Enter')
  await tabTo(page, formOf(page, 'decide-referral').locator('[name=outcome]').first())
  await page.keyboard.press('Space')
  const outcome = formOf(page, 'decide-referral').locator('[name=outcome][value=s47]')
  for (let presses = 0; presses < 10 && !(await outcome.isChecked()); presses += 1) await page.keyboard.press('ArrowDown')
  await expect(outcome).toBeChecked()
  await tabTo(page, formOf(page, 'decide-referral').locator('[name=reason]'))
  await page.keyboard.type('Reasonable cause to suspect significant harm.')
  await tabTo(page, formOf(page, 'decide-referral').getByRole('button', { name: 'Decide' }))
  await page.keyboard.press('Enter')
  await saysDone(page, 'Decided')

  await tabTo(page, page.getByRole('link', { name: 'Record a strategy discussion' }))
  await page.keyboard.press('Enter')
  const form = formOf(page, 'record-strategy-discussion')
  await tabTo(page, form.locator('[name=mode]').first())
  await page.keyboard.press('Space')
  for (const [title, name] of [['Social worker', accountOf('mash-social-worker').name], ['Police', accountOf('cait-officer').name]] as const) {
    const row = form.locator('fieldset.group').filter({ has: page.locator('legend', { hasText: new RegExp(`^${title} `) }) })
    await tabTo(page, row.getByRole('checkbox'))
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await expect(row.getByLabel('Name')).toBeFocused()
    await page.keyboard.type(name)
  }
  await tabTo(page, form.getByRole('button', { name: 'Record the discussion' }))
  await page.keyboard.press('Enter')
  await saysDone(page, 'Recorded')
})

test('the Enter key sends a form from any of its fields, and problems take the focus', async ({ page }) => {
  await signInAs(page, 'mash-officer', '/referrals/new')
  await tabTo(page, page.locator('[name=referrerName]'))
  await page.keyboard.type('Ms Rowan Teal')
  await page.keyboard.press('Enter')
  await expect(page.locator('#problems')).toBeFocused()
  await expect(page.locator('[name=referrerName]')).toHaveValue('Ms Rowan Teal')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('[name=fromAgency]')).toBeFocused()
})
