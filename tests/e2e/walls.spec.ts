import { expect, test, type Browser, type Page } from '@playwright/test'
import { signInAs } from './as'

/** From a referral to a held strategy discussion, as the people of one borough do it. */
async function pageOf(browser: Browser, javaScriptEnabled: boolean, role: string, path: string): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
  await signInAs(page, role, path)
  return page
}

for (const javaScript of [true, false]) {
  test(`a referral becomes a held strategy discussion, JavaScript ${javaScript ? 'on' : 'off'}`, async ({ browser }) => {
    test.setTimeout(180_000)
    const familyName = `Journeyman-${javaScript ? 'On' : 'Off'}`
    const officer = await pageOf(browser, javaScript, 'mash-officer', '/referrals/new')

    // An empty form: an error beside each field, and nothing written.
    await officer.getByRole('button', { name: 'Take it' }).click()
    await expect(officer.locator('#problems')).toContainText('Choose the main concern')
    await officer.locator('[name=fromAgency]').selectOption('education')
    await officer.locator('[name=fromWords]').fill('school')
    await officer.locator('[name=channel][value=telephone]').check()
    await officer.locator('[name=children-0-givenName]').fill('Zephyrine')
    await officer.locator('[name=children-0-familyName]').fill(familyName)
    await officer.locator('[name=concern]').selectOption('serious-injury')
    await officer.locator('[name=narrative]').fill('A burn on the arm that the explanation does not fit.')

    // Without having looked among those known no new record is made, and nothing typed is lost.
    await officer.getByRole('button', { name: 'Take it' }).click()
    await expect(officer.locator('#problems')).toContainText('Look for the child among the people known')
    await expect(officer.locator('[name=narrative]')).toHaveValue('A burn on the arm that the explanation does not fit.')
    await officer.getByRole('button', { name: /^Look for the children/ }).click()
    await officer.getByRole('button', { name: 'Take it' }).click()
    await expect(officer.locator('.notice[role=status]')).toContainText('Taken as')
    await expect(officer.getByRole('table', { name: 'What is owed' })).toContainText('Strategy discussion, same day')
    const referral = new URL(officer.url()).pathname
    await officer.getByRole('button', { name: 'Claim' }).click()
    await expect(officer.getByRole('button', { name: 'Give back to the queue' })).toBeVisible()

    // The decision maker decides; a reason is asked for.
    const maker = await pageOf(browser, javaScript, 'mash-decision-maker', referral)
    await maker.locator('summary', { hasText: /^Decide$/ }).click()
    const decide = maker.locator('form[data-act=decide-referral]')
    await decide.locator('[name=outcome][value=s47]').check()
    await decide.getByRole('button', { name: 'Decide' }).click()
    await expect(maker.locator('#problems')).toContainText('Give the reason')
    await maker.locator('form[data-act=decide-referral] [name=reason]').fill('Reasonable cause to suspect significant harm.')
    await maker.locator('form[data-act=decide-referral]').getByRole('button', { name: 'Decide' }).click()
    await expect(maker.locator('.notice[role=status]')).toContainText('Decided')

    // Why then: the rule, its clause, and the day it ends on.
    await maker.locator('tr', { hasText: 'Strategy discussion, same day' }).getByRole('link', { name: /Why then/ }).click()
    await expect(maker.getByRole('heading', { level: 1 })).toContainText('Why is this due then?')
    await expect(maker.locator('main')).toContainText('sd-serious-harm')

    // The child's page shows what is owed.
    await maker.goto(referral)
    await maker.getByRole('link', { name: new RegExp(familyName) }).first().click()
    await expect(maker.getByRole('heading', { level: 1 })).toContainText(familyName)
  })
}

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

test('the queue is worked by keyboard alone', async ({ page }) => {
  await signInAs(page, 'mash-officer', '/queue?who=unclaimed')
  const claim = page.getByRole('button', { name: /^Claim/ }).first()
  await claim.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.notice[role=status]')).toContainText('You have')
})
