import { expect, test, type Page } from '@playwright/test'
import { demonstrationAccounts } from '../../prisma/seed/accounts'
import { noFaults } from './steps'

const [someone] = demonstrationAccounts()
if (!someone) throw new Error('The demonstration has no accounts.')

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(someone?.email ?? '')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('signing in leads to the page that was asked for, and signing out ends it', async ({ page }) => {
    await page.goto('/account')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    await signIn(page, someone.password)
    await expect(page).toHaveURL(/\/account$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account')
    await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('status')).toContainText('You are signed out')
    await page.goto('/account')
    await expect(page).toHaveURL(/\/sign-in/)
  })

  test('a wrong password keeps the e-mail, says what to do and not whether the account exists', async ({ page }) => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill('nobody@holdfast.example')
    await page.getByLabel('Password').fill('wrong')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert')).toContainText('do not fit together')
    await expect(page.getByLabel('E-mail')).toHaveValue('nobody@holdfast.example')
    await expect(page.getByLabel('Password')).toHaveValue('')
  })
})

test('the session of another browser can be ended from the account page', async ({ page, browser }) => {
  const elsewhere = await (await browser.newContext()).newPage()
  for (const each of [elsewhere, page]) {
    await each.goto('/sign-in?next=/account')
    await signIn(each, someone.password)
    await expect(each).toHaveURL(/\/account$/)
  }
  await page.getByRole('button', { name: 'End every session but this one' }).click()
  await expect(page.getByRole('status')).toContainText('The session is ended')
  await elsewhere.reload()
  await expect(elsewhere).toHaveURL(/\/sign-in/)
})

test('the page of another site cannot sign anybody in or out', async ({ page }) => {
  const answer = await page.request.post('/sign-in/submit', {
    form: { email: someone.email, password: someone.password },
    headers: { origin: 'https://elsewhere.example' },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
  expect(answer.headers()['location']).toBe('/sign-in?problem=elsewhere')
  expect(answer.headers()['set-cookie']).toBeUndefined()
})

test('the headers keep pages out of caches and frames, and scripts to our own', async ({ page }) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })
  const answer = await page.goto('/sign-in')
  const headers = answer?.headers() ?? {}
  expect(headers['cache-control']).toContain('no-store')
  expect(headers['referrer-policy']).toBe('same-origin')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['content-security-policy']).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';.*frame-ancestors 'none'/)
  expect(headers['strict-transport-security']).toBeUndefined()
  const again = (await page.request.get('/sign-in')).headers()['content-security-policy']
  expect(again).not.toBe(headers['content-security-policy'])
  expect(refused).toEqual([])
})

for (const path of ['/sign-in', '/sign-in?problem=wrong', '/sign-in?problem=locked', '/sign-in?ended=1']) {
  test(`${path} has no fault that axe finds`, async ({ page }) => {
    await page.goto(path)
    await noFaults(page)
  })
}

test('health says what is up', async ({ request }) => {
  const answer = await request.get('/api/health')
  expect(answer.status()).toBe(200)
  expect(await answer.json()).toMatchObject({ status: 'ok', database: 'up', worker: expect.stringMatching(/^(up|down)$/), version: expect.any(String) })
})
