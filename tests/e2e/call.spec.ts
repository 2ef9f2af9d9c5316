import { expect, test, type Browser, type Page } from '@playwright/test'
import { chance } from '../../prisma/seed/chance'
import { childName, familyName } from '../../prisma/seed/names'
import { fillInstant, formOf, isAccessible, newFamily, pageOf, saysDone, saysProblem, tabTo } from './steps'

/** The girl of fifteen whom the demonstration has in each shown borough: flagged, in care, on a plan, away before, with a trigger plan. */
function knownGirl(borough: string): string {
  const luck = chance(`${borough} missing known`)
  return `${childName(luck, 'female')} ${familyName(luck)}`
}

const despatch = (browser: Browser, script: boolean): Promise<Page> => pageOf(browser, script, 'despatch-supervisor', '/missing/call')
const panelOf = (page: Page) => page.locator('#show-open')
const answer = (page: Page, question: string, said: 'yes' | 'no' | 'unknown') => page.locator(`[name=answers-${question}][value=${said}]`).check({ force: true })

/** What the panel shows of what is typed: by itself with a script, with a button without one. */
async function look(page: Page, script: boolean): Promise<void> {
  if (!script) await page.getByRole('button', { name: 'Show what is open' }).click()
}

const episodeAt = (page: Page): string => new URL(page.url()).pathname.split('/')[2] ?? ''

/** Leaves a kept server as it was: the child is back. */
async function bringBack(page: Page): Promise<void> {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(new Date()).map(({ type, value }) => [type, value]))
  const form = {
    key: crypto.randomUUID(), page: '/missing', episodeId: episodeAt(page), how: 'came-back', where: 'The home', 'returnedAt-day': parts['day'] ?? '', 'returnedAt-month': parts['month'] ?? '', 'returnedAt-year': parts['year'] ?? '',
    'returnedAt-time': `${parts['hour'] ?? ''}:${parts['minute'] ?? ''}`,
  }
  await page.request.post('/act/record-return', { form, headers: { origin: new URL(page.url()).origin } })
}

async function fromTheCareHome(browser: Browser, script: boolean, borough: string): Promise<void> {
  const page = await despatch(browser, script)
  const girl = knownGirl(borough)
  await expect(page.locator('#find-child')).toBeFocused()
  await page.keyboard.type(girl)
  await page.keyboard.press('Enter')
  const row = page.locator('tr', { has: page.getByRole('link', { name: girl }) }).first()
  for (const words of ['Exploitation risk', 'Protection plan: neglect', 'Oakview children’s home', 'times missing', 'Trigger plan, version']) await expect(row).toContainText(words)
  await row.getByRole('link', { name: girl }).click()

  await expect(page.locator('#trigger-plan')).toContainText('Ring her sister')
  const form = formOf(page, 'report-missing')
  await form.locator('[name=callerKind][value=care-home]').check()
  await form.locator('[name=callerName]').fill('Mr L. Tarrant')
  await answer(page, 'cse_risk', 'no')
  await answer(page, 'out_of_character', 'no')
  await answer(page, 'medication', 'unknown')
  await form.locator('[name=said]').fill('She’s done it before.')
  await look(page, script)
  const panel = panelOf(page)
  await expect(panel).toContainText('The caller says no. The record says yes')
  await expect(panel).toContainText('Absent: not possible')
  await expect(panel).toContainText('A child at risk of exploitation is missing, never absent')
  await expect(panel).toContainText('mis-cse-flag')
  await expect(panel.locator('[name=as][value=absent]')).toHaveCount(0)
  await expect(panel.locator('[name=grade][value=low]')).toHaveCount(0)
  await expect(panel.locator('.pick', { hasText: 'High: proposed' })).toContainText('the child is flagged at risk of exploitation')
  await expect(panel.locator('.pick', { hasText: 'Medium' }).first()).toContainText('shown as too low')
  await expect(panel.locator('[name=as][value=missing]')).toBeChecked()
  if (script) await isAccessible(page)

  // What is said of habit is no ground, and nothing is written but the attempt.
  await panel.locator('[name=grade][value=medium]').check()
  await panel.locator('[name=gradeReason]').fill('She’s done it before.')
  await page.getByRole('button', { name: 'Put the call on record' }).click()
  await expect(page.locator('.refusal[data-refused~=risk-rationale-rejected]')).toContainText('mis-repeat-not-lower')
  await expect(page).toHaveTitle(/^Error: /)
  await expect(form.locator('[name=callerName]')).toHaveValue('Mr L. Tarrant')
  await expect(form.locator('[name=answers-out_of_character][value=no]')).toBeChecked()
  if (script) await isAccessible(page)

  await panel.locator('[name=grade][value=high]').check()
  await panel.locator('[name=gradeReason]').fill('Flagged, and with an older man before.')
  await page.getByRole('button', { name: 'Put the call on record' }).click()
  await saysDone(page, 'On record as missing')

  // A second caller: what they say goes beside the first, also where it is the opposite.
  await page.goto(`/missing/call?q=${encodeURIComponent(girl)}`)
  await expect(row).toContainText('Reported away now')
  await row.getByRole('link', { name: girl }).click()
  await expect(page.locator('main')).toContainText('Out already: reported')
  const further = formOf(page, 'record-further-call')
  await page.getByRole('button', { name: 'Add this call' }).click()
  await saysProblem(page, 'Say who is calling')
  await further.locator('[name=callerKind][value=social-worker]').check()
  await answer(page, 'cse_risk', 'yes')
  await page.getByRole('button', { name: 'Add this call' }).click()
  await saysDone(page, 'beside what was said before')
  await bringBack(page)
  await page.context().close()
}

test('a care home rings about a flagged girl of 15: “she’s done it before”', async ({ browser }) => {
  test.setTimeout(180_000)
  await fromTheCareHome(browser, true, 'bromley')
})

test('the same call without a script', async ({ browser }) => {
  test.setTimeout(180_000)
  await fromTheCareHome(browser, false, 'lewisham')
})

/** A child whom nobody knows. */
async function notOnRecord(browser: Browser, script: boolean): Promise<Page> {
  const page = await despatch(browser, script)
  const family = newFamily('Under')
  await page.locator('#find-child').fill(`Pip ${family}`)
  await page.getByRole('button', { name: 'Find the child' }).click()
  await page.getByRole('link', { name: 'Not on record: take the call' }).click()
  await expect(page.locator('[name=child-familyName]')).toHaveValue(family)
  await page.locator('[name=callerKind][value=parent]').check()
  await page.locator('[name=borough]').selectOption('bromley')
  return page
}

test('a child under 13 is missing: absent closes as the age is typed', async ({ browser }) => {
  test.setTimeout(120_000)
  const page = await notOnRecord(browser, true)
  const panel = panelOf(page)
  await expect(panel).toContainText('No officer will look')
  await panel.locator('[name=as][value=absent]').check()
  await page.locator('[name=child-age]').fill('12')
  await expect(panel.locator('[name=as][value=absent]')).toHaveCount(0)
  await expect(panel).toContainText('a child under 13 is missing, never absent')
  await expect(panel.locator('[name=as][value=missing]')).toBeChecked()
  await expect(panel.locator('[role=status]').first()).toContainText('Absent is closed')
  // Nothing that is redrawn takes the focus from what is being typed.
  await expect(page.locator('[name=child-age]')).toBeFocused()
  await page.keyboard.press('Enter')
  await saysDone(page, 'On record as missing')
  await page.context().close()
})

test('a child under 13 without a script: the server refuses what the screen would, and keeps what was typed', async ({ browser }) => {
  test.setTimeout(120_000)
  const page = await notOnRecord(browser, false)
  await page.locator('[name=child-age]').fill('12')
  await page.locator('[name=as][value=absent]').check()
  await page.locator('[name=reason]').fill('At his grandmother’s, who rang at six.')
  await page.getByRole('button', { name: 'Put the call on record' }).click()
  await expect(page.locator('.refusal[data-refused~=absent-classification-under-13]')).toContainText('mis-u13')
  await expect(page.locator('[name=child-age]')).toHaveValue('12')
  await expect(panelOf(page).locator('[name=as][value=absent]')).toHaveCount(0)
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.locator('main')).toContainText('Draft saved')
  await page.locator('[name=as][value=missing]').check()
  await page.getByRole('button', { name: 'Put the call on record' }).click()
  await saysDone(page, 'On record as missing')
  await page.context().close()
})

for (const script of [true, false]) {
  test(`a call of the weekend typed in on Monday says so ${script ? 'as it is typed' : 'without a script'}`, async ({ browser }) => {
    const page = await notOnRecord(browser, script)
    await page.locator('[name=child-age]').fill('15')
    await fillInstant(page, 'reportedAt', 40)
    await look(page, script)
    await expect(panelOf(page)).toContainText('typed in later')
    await expect(panelOf(page)).toContainText('Both times are kept')
    await page.getByRole('button', { name: 'Put the call on record' }).click()
    await saysDone(page, 'On record as missing')
    await page.context().close()
  })
}

test('a call is taken by keyboard alone', async ({ browser }) => {
  test.setTimeout(180_000)
  const page = await despatch(browser, true)
  const girl = knownGirl('tower-hamlets')
  await page.keyboard.type(girl)
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: girl }).first())
  await page.keyboard.press('Enter')
  await expect(formOf(page, 'report-missing')).toBeVisible()
  await tabTo(page, page.locator('[name=callerKind]').first())
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[name=callerKind][value=care-home]')).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Night staff')
  await page.keyboard.press('Tab')
  // Each question is one stop: the first is chosen with the space bar, the others with the arrows.
  for (const question of ['cse_risk', 'harm', 'suicide_attempt']) {
    await page.keyboard.press('Tab')
    await expect(page.locator(`[name=answers-${question}]`).first()).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(page.locator(`[name=answers-${question}][value=no]`)).toBeChecked()
  }
  await expect(page.locator('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await saysDone(page, 'On record as missing')
  await bringBack(page)
  await page.context().close()
})
