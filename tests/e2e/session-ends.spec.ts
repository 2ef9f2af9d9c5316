import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { accountOf } from './as'
import { formOf, newFamily, pageOf } from './steps'

const run = promisify(execFile)
// A borough that no other walk works in: every session of the account ends here, and with it would end that of a walk beside this one.
const borough = 'harrow'
const account = accountOf('mash-social-worker', borough)

/** The session's row becomes as old as that of somebody who went to lunch; the browser knows nothing of it. */
async function endSessions(): Promise<void> {
  const { stdout } = await run(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'tests/support/end-sessions.ts', account.email], {
    env: { ...process.env, HOLDFAST_HOME: process.env['HOLDFAST_E2E_HOME'] ?? '' },
  })
  expect(Number(stdout)).toBeGreaterThan(0)
}

const LONG = `Seen at school with a bruise on the left cheek. ${'Said that it happened at home on Sunday. '.repeat(40)}`

async function begin(page: Page, family: string): Promise<void> {
  const form = formOf(page, 'take-referral')
  await form.locator('[name=children-0-givenName]').fill('Ottoline')
  await form.locator('[name=children-0-familyName]').fill(family)
  await form.locator('[name=narrative]').fill(LONG)
}

async function signInAgain(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(account.email)
  await page.getByLabel('Password').fill(account.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function isAllThere(page: Page, family: string): Promise<void> {
  const form = formOf(page, 'take-referral')
  await expect(form.locator('[name=children-0-familyName]')).toHaveValue(family)
  await expect(form.locator('[name=narrative]')).toHaveValue(LONG)
}

/** In the list of drafts, opened from there, discarded, put back and discarded again. */
async function isListed(page: Page, family: string): Promise<void> {
  await page.goto('/queue')
  await page.getByRole('banner').getByRole('link', { name: /drafts?$/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your drafts')
  const row = page.getByRole('row', { name: new RegExp(family) })
  await expect(row).toContainText('New referral')
  await row.getByRole('link').click()
  await isAllThere(page, family)
  await page.goto('/drafts')
  await row.getByRole('button', { name: /^Discard/ }).click()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Put it back' }).click()
  await expect(row).toHaveCount(1)
  await row.getByRole('button', { name: /^Discard/ }).click()
  await expect(page.getByText('The draft is discarded')).toBeVisible()
}

const open = (browser: Browser, javaScript: boolean): Promise<Page> => pageOf(browser, javaScript, 'mash-social-worker', '/referrals/new', borough)

// One account for both: one after the other, else each would end the other's session.
test.describe.configure({ mode: 'serial' })

for (const javaScript of [false, true]) {
  test(`a session that ends in the middle of a long form loses nothing ${javaScript ? 'with' : 'without'} a script`, async ({ browser }) => {
    test.skip(process.env['HOLDFAST_E2E_HOME'] === undefined, 'the session’s row is reached through the server’s own folder')
    const [page, family] = [await open(browser, javaScript), newFamily('Lunch')]
    await begin(page, family)
    await endSessions()
    await formOf(page, 'take-referral').getByRole('button', { name: 'Save draft' }).click()
    await expect(page).toHaveURL(/\/sign-in\?problem=ended/)
    await expect(page.getByRole('status')).toContainText('Your session has ended')
    await signInAgain(page)
    await expect(page).toHaveURL(/\/referrals\/new\?draft=/)
    await isAllThere(page, family)
    await isListed(page, family)
    await page.context().close()
  })
}

test('the page itself keeps what was typed when its time is over, and leads back to it', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.clock.install()
  await page.goto('/sign-in?next=/referrals/new')
  await signInAgain(page)
  await page.waitForURL(/\/referrals\/new/)
  const family = newFamily('Asleep')
  await begin(page, family)
  // Half an hour in which nobody touches anything.
  await page.clock.fastForward('31:00')
  await page.clock.runFor(10_000)
  await expect(page).toHaveURL(/\/sign-in\?ended=1/)
  await signInAgain(page)
  await expect(page).toHaveURL(/\/referrals\/new\?draft=/)
  await isAllThere(page, family)
  await isListed(page, family)
  await context.close()
})
