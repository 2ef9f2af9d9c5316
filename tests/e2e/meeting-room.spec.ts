import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import { accountOf, signInAs } from './as'
import { launchOptions } from './browser'
import { fillDate, formOf, isAccessible, pageOf, referralsOf, saysDone, tabTo } from './steps'

/** The live room of a MAP: a meeting of each test’s own, about a child of the queue. */

const SOCIAL_WORKER = accountOf('mash-social-worker').name
const CHAIR = accountOf('mase-chair').name

/** Posts a form as a page of ours would, and gives where it led. */
async function post(page: Page, act: string, form: Record<string, string>): Promise<string> {
  const answer = await page.request.post(`/act/${act}`, { form: { key: crypto.randomUUID(), ...form }, maxRedirects: 0 })
  expect(answer.status(), act).toBe(303)
  return answer.headers()['location'] ?? ''
}

/** A MAP in session, opened by a social worker; `child` says which of the queue’s children it is about. Gives the room’s address. */
async function aRoom(browser: Browser, child: number): Promise<string> {
  const page = await pageOf(browser, false, 'mash-social-worker', '/queue')
  const referrals = await referralsOf(page)
  let from = child
  for (;;) {
    const referral = referrals[from % referrals.length] ?? ''
    await page.goto(referral)
    const person = (await page.locator('main a[href^="/people/"]').first().getAttribute('href') ?? '').split('/')[2] ?? ''
    const at = Object.fromEntries(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(new Date(Date.now() + 3_600_000)).map((part) => [part.type, part.value]))
    const called = await post(page, 'call-map', {
      personId: person, 'meetsAt-day': at['day'] ?? '', 'meetsAt-month': at['month'] ?? '', 'meetsAt-year': at['year'] ?? '', 'meetsAt-time': `${at['hour']}:${at['minute']}`,
      mode: 'meeting', place: 'Civic centre, room 2', leadAgency: 'csc', why: 'The plan is to be agreed', override: 'Called on the day', page: referral,
    })
    const id = /\/meetings\/([0-9a-f-]{36})/.exec(called)?.[1]
    // A server that is kept has this child's meeting of the last run: the next child then.
    if (id === undefined) {
      from += 7
      continue
    }
    await post(page, 'open-meeting', { callId: id, chairName: SOCIAL_WORKER, chairAgency: 'csc', page: `/meetings/${id}/room` })
    await post(page, 'add-attendance', { callId: id, name: SOCIAL_WORKER, part: 'csc', agency: 'csc', canCommit: 'yes', page: `/meetings/${id}/room` })
    await page.goto(`/meetings/${id}/room`)
    const item = await page.locator('nav.agenda a[href*="item="]').first().getAttribute('href') ?? ''
    await page.context().close()
    return item
  }
}

const field = (page: Page, name: string) => page.locator(`textarea[name=${name}]`)
const saved = (page: Page, name: string) => expect(page.locator(`#f-${name}-state`)).toContainText('Saved')

test('two people write in one item at the same time: both see both, and both are told', async ({ browser }) => {
  test.setTimeout(180_000)
  const room = await aRoom(browser, 1)
  const [ada, ben] = await Promise.all([pageOf(browser, true, 'mash-social-worker', room), pageOf(browser, true, 'mase-chair', room)])
  await Promise.all([field(ada, 'analysis').click(), field(ben, 'analysis').click()])
  await Promise.all([ada.keyboard.type('She is afraid of the man at the station.', { delay: 60 }), ben.keyboard.type('He has been seen twice with another girl.', { delay: 60 })])
  for (const page of [ada, ben]) {
    await expect(field(page, 'analysis')).toHaveValue(/^(?=[^]*She is afraid of the man at the station\.)(?=[^]*He has been seen twice with another girl\.)/, { timeout: 15_000 })
    // Each line once and whole: no half of one is left standing.
    expect((await field(page, 'analysis').inputValue()).split('\n')).toHaveLength(2)
  }
  await expect(ada.locator('.told', { hasText: CHAIR })).toContainText('at the same time: both stand', { timeout: 15_000 })
  await expect(ben.locator('.told', { hasText: SOCIAL_WORKER })).toContainText('at the same time: both stand', { timeout: 15_000 })
  // Each goes on where they were, while the other's words come in above or below.
  await Promise.all([ada.keyboard.type(' Her aunt says so.', { delay: 60 }), ben.keyboard.type(' Both are fourteen.', { delay: 60 })])
  for (const page of [ada, ben]) await expect(field(page, 'analysis')).toHaveValue(/^(?=[^]*station\. Her aunt says so\.(\n|$))(?=[^]*girl\. Both are fourteen\.(\n|$))/, { timeout: 15_000 })
  // Who writes in another field is seen there, and what they write.
  await field(ben, 'decision').click()
  await ben.keyboard.type('A warning notice is prepared.')
  await expect(field(ada, 'decision')).toHaveValue('A warning notice is prepared.', { timeout: 15_000 })
  for (const page of [ada, ben]) await page.context().close()
})

test('a browser that dies in mid-sentence opens again with every word: from the server, and from itself where the network was away', async ({ browser }) => {
  test.setTimeout(180_000)
  const room = await aRoom(browser, 2)
  const folder = await mkdtemp(path.join(tmpdir(), 'holdfast-browser-'))
  const baseURL = test.info().project.use.baseURL ?? process.env['HOLDFAST_E2E_URL'] ?? ''
  const open = async () => {
    const context = await chromium.launchPersistentContext(folder, { ...await launchOptions(), baseURL })
    const page = context.pages()[0] ?? await context.newPage()
    await signInAs(page, 'mash-social-worker', room)
    await page.waitForURL(/\/room/)
    return { context, page }
  }
  try {
    const first = await open()
    await field(first.page, 'analysis').click()
    await first.page.keyboard.type('Said before the network went.')
    await saved(first.page, 'analysis')
    await first.page.route('**/room/minute', (route) => route.abort())
    await first.page.keyboard.type(' And this after it, in mid-sent')
    await expect(first.page.locator('#f-analysis-state')).toContainText('No connection')
    const died = first.context.waitForEvent('close')
    // The whole browser, at once: nothing is asked whether it wants to save.
    await (await first.context.newCDPSession(first.page)).send('Browser.crash').catch(() => undefined)
    await died.catch(() => undefined)
    const again = await open()
    await expect(field(again.page, 'analysis')).toHaveValue('Said before the network went. And this after it, in mid-sent', { timeout: 15_000 })
    await saved(again.page, 'analysis')
    await again.page.reload()
    await expect(field(again.page, 'analysis')).toHaveValue('Said before the network went. And this after it, in mid-sent')
    // Nobody else who sits down there finds a word of it: not in what the browser keeps, and nothing at all after signing out.
    await again.page.route('**/room/minute', (route) => route.abort())
    await field(again.page, 'notes').click()
    await again.page.keyboard.type('Left behind')
    await expect(again.page.locator('#f-notes-state')).toContainText('No connection')
    const kept = () => again.page.evaluate(() => new Promise<string>((resolve) => {
      const request = indexedDB.open('holdfast-room')
      request.onsuccess = () => {
        if (!request.result.objectStoreNames.contains('typed')) return resolve('')
        const all = request.result.transaction('typed').objectStore('typed').getAll()
        all.onsuccess = () => { resolve(all.result.map((row: { data: ArrayBuffer }) => new TextDecoder('latin1').decode(row.data)).join('\n')) }
      }
    }))
    expect(await kept()).not.toBe('')
    expect(await kept()).not.toContain('Left behind')
    await again.page.getByRole('button', { name: 'Sign out' }).click()
    await again.page.waitForURL(/sign-in/)
    expect(await kept()).toBe('')
    await again.context.close()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('without a script a meeting is run by ordinary forms, and what was typed is kept when closing is refused', async ({ browser }) => {
  test.setTimeout(180_000)
  const room = await aRoom(browser, 3)
  const page = await pageOf(browser, false, 'mash-social-worker', room)
  await field(page, 'analysis').fill('She is afraid of him.')
  await formOf(page, 'save-minute').getByRole('button', { name: 'Save', exact: true }).click()
  await saysDone(page, 'Saved.')
  await expect(field(page, 'analysis')).toHaveValue('She is afraid of him.')
  const close = formOf(page, 'close-item')
  await close.locator('[name=riskLevel][value=high]').check()
  await close.getByRole('button', { name: 'Close the item' }).click()
  // Beside the item, with the clause and the way forward.
  await expect(page.locator('form[data-act=close-item] [data-refused]')).toHaveAttribute('data-refused', /meeting-item-unrecorded/)
  await expect(field(page, 'analysis')).toHaveValue('She is afraid of him.')
  for (const name of ['risk', 'decision', 'mitigation']) await field(page, name).fill(`The ${name} of it.`)
  await formOf(page, 'save-minute').getByRole('button', { name: 'Save', exact: true }).click()
  await saysDone(page, 'Saved.')
  await page.locator('summary', { hasText: 'Agree an action' }).click()
  const action = formOf(page, 'agree-action')
  await action.locator('[name=what]').fill('Visit the hotel by the station')
  await action.locator('[name=ownerAgency]').selectOption('police')
  await action.locator('[name=ownerName]').fill('PC Imogen Wray')
  await fillDate(action, 'dueOn', 14)
  await action.getByRole('button', { name: 'Agree it' }).click()
  await saysDone(page, 'Agreed')
  await expect(page.getByText('Visit the hotel by the station')).toBeVisible()
  await page.context().close()
})

test('the room is worked by keyboard alone, breaks no rule of WCAG 2.2 AA, and its projector has no form', async ({ browser }) => {
  test.setTimeout(240_000)
  const room = await aRoom(browser, 4)
  const page = await pageOf(browser, true, 'mase-chair', room)
  await tabTo(page, field(page, 'analysis'))
  await page.keyboard.type('Typed by keyboard alone.')
  await saved(page, 'analysis')
  await tabTo(page, page.locator('summary', { hasText: 'Say of each whether it is used' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.locator('[name=options-0-used]:checked'))
  await page.keyboard.press('ArrowLeft')
  await tabTo(page, page.locator('[name=options-0-why]'))
  await page.keyboard.type('He is not known by name.')
  await page.keyboard.press('Enter')
  await saysDone(page, '1 option on record')
  await isAccessible(page)
  const meeting = room.split('?')[0] ?? ''
  for (const part of ['?part=here', '?part=earlier', '?part=end', '?show=projector']) {
    await page.goto(`${meeting}${part}`)
    await isAccessible(page)
  }
  await expect(page.locator('form')).toHaveCount(0)
  await expect(page.getByText('Typed by keyboard alone.')).toBeVisible()
  await page.context().close()
})
