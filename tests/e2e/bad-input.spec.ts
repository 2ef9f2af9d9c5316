import { expect, test, type Locator, type Page } from '@playwright/test'
import { writeCursor } from '@/lib/platform/paging'
import { signInAs } from './as'
import { pageOf, saysProblem, unfold } from './steps'

/**
 * Every form sent empty or wrong comes back, without a script: the summary at the top, its link to the field, the message beside
 * it, and what was typed still there.
 */
test.use({ javaScriptEnabled: false })

interface Bad {
  readonly what: string
  readonly who: string
  readonly open: (page: Page) => Promise<void>
  readonly act: string
  /** Field and what is typed into it: it must still be there afterwards. */
  readonly typed: readonly [name: string, text: string]
  readonly press: string
  readonly says: readonly string[]
}

const at = (path: string) => async (page: Page): Promise<void> => { await page.goto(path) }
const firstOf = (path: string, link: string, then = '') => async (page: Page): Promise<void> => {
  await page.goto(path)
  const href = (await page.locator(`main ${link}`).first().getAttribute('href')) ?? ''
  await page.goto(then === '' ? href : `${href.split('?')[0] ?? ''}${then}`)
}
const REFERRAL = 'a[href^="/referrals/"]:not([href="/referrals/new"])'
const PERSON = 'a[href^="/people/"]'

const FORMS: readonly Bad[] = [
  { what: 'a partner’s referral', who: 'partner', open: at('/referrals/new'), act: 'take-referral', typed: ['narrative', 'Hungry again.'], press: 'Send the referral', says: ['Enter the child’s name', 'Choose the main concern'] },
  { what: 'a date that is none', who: 'mash-officer', open: at('/referrals/new'), act: 'take-referral', typed: ['receivedAt-day', '31'], press: 'Take it', says: ['Say who is referring'] },
  { what: 'a decision', who: 'mash-decision-maker', open: firstOf('/queue', REFERRAL), act: 'decide-referral', typed: ['reason', 'Because.'], press: 'Decide', says: ['Choose'] },
  { what: 'an allocation', who: 'mash-decision-maker', open: firstOf('/queue', REFERRAL), act: 'allocate-referral', typed: ['team', 'Assessment'], press: 'Allocate', says: ['worker'] },
  { what: 'a rating', who: 'mash-decision-maker', open: firstOf('/queue', REFERRAL), act: 'set-rag', typed: ['rag', ''], press: 'Set the rating', says: ['Say why'] },
  { what: 'new facts', who: 'mash-officer', open: firstOf('/queue', REFERRAL), act: 'add-facts', typed: ['knownAt-time', '25:99'], press: 'Put on record', says: ['When it became known'] },
  { what: 'a strategy discussion', who: 'cait-supervisor', open: firstOf('/strategy', 'a[href^="/discussions/new"]'), act: 'record-strategy-discussion', typed: ['riskAnalysis', 'Not safe.'], press: 'Record the discussion', says: ['Say whether it was by telephone or at a meeting'] },
  { what: 'an act on a duty', who: 'cait-supervisor', open: firstOf('/strategy', 'a[href^="/duties/"]'), act: 'chase', typed: ['to', 'The MASH manager'], press: 'Chase', says: ['Write a note'] },
  { what: 'an action marked as done', who: 'mash-social-worker', open: firstOf('/actions', 'a.btn[href^="/actions/"]'), act: 'complete-action', typed: ['doneAt-year', '2019'], press: 'Mark as done', says: ['Say what shows that it was done'] },
  { what: 'an action carried', who: 'mash-social-worker', open: firstOf('/actions', 'a.btn[href^="/actions/"]'), act: 'carry-action', typed: ['reason', 'The answer is awaited.'], press: 'Carry to the new date', says: ['date'] },
  { what: 'a name corrected', who: 'cait-supervisor', open: firstOf('/strategy', PERSON, '/change/identity'), act: 'correct-person', typed: ['age', 'about nine'], press: '', says: ['Enter the age in whole years', 'Say what the change rests on'] },
  { what: 'circumstances changed', who: 'cait-supervisor', open: firstOf('/strategy', PERSON, '/change/circumstances'), act: 'set-circumstances', typed: ['placement', 'With an aunt'], press: '', says: ['Say what the change rests on'] },
  { what: 'a flag', who: 'cait-supervisor', open: firstOf('/strategy', PERSON, '/change/flag'), act: 'add-flag', typed: ['reviewOn-day', '40'], press: '', says: ['Choose a flag', 'Say what the flag rests on'] },
  { what: 'an address', who: 'cait-supervisor', open: firstOf('/strategy', PERSON, '/change/address'), act: 'set-address', typed: ['postcode', 'ZZ1 1ZZ'], press: '', says: ['Enter the address', 'Choose a borough'] },
]

for (const bad of FORMS) {
  test(`${bad.what}: sent wrong, it says so beside its fields and loses nothing`, async ({ page }) => {
    await signInAs(page, bad.who, '/account')
    await expect(page).toHaveURL(/account/)
    await bad.open(page)
    const form = await unfold(page, bad.act)
    const [name, text] = bad.typed
    if (text !== '') await form.locator(`[name=${name}]`).fill(text)
    await press(form, bad.press)
    await expect(page.locator('#problems')).toBeVisible()
    for (const message of bad.says) await saysProblem(page, message)
    if (text !== '') await expect(page.locator(`form[data-act=${bad.act}] [name=${name}]`).first()).toHaveValue(text)
  })
}

/** The button by its words; where the words differ from person to person, the one that sends the form. */
async function press(form: Locator, words: string): Promise<void> {
  await (words === '' ? form.locator('button[type=submit]:not(.sr-only)').last() : form.getByRole('button', { name: words, exact: true })).click()
}

test('a record that is not there, and an address that is none, say so in a whole page', async ({ page }) => {
  await signInAs(page, 'mash-officer')
  for (const path of ['/people/00000000-0000-4000-8000-000000000000', '/referrals/00000000-0000-4000-8000-000000000000', '/no-such-page']) {
    expect((await page.goto(path))?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveText('Page not found')
    await expect(page.getByRole('link', { name: 'Back to work' })).toBeVisible()
    expect(new URL(page.url()).pathname).toBe(path)
  }
})

/** A page of a list that goes on after everything there was long ago, or, latest first, before what is yet to come: where more than 25 stand, the second has such an address. */
const AFTER = writeCursor({ at: new Date('2001-01-01'), id: '00000000-0000-4000-8000-000000000000' })
const AFTER_RANK = Buffer.from(JSON.stringify([99, Date.now() + 86_400_000, 'z'])).toString('base64url')

test('a list that goes on after a key: what was ticked is still ticked when it is refused, and each of its forms stands on that page', async ({ page, browser }) => {
  await signInAs(page, 'cait-supervisor', '/account')
  await expect(page).toHaveURL(/account/)
  for (const list of ['/strategy', '/strategy/unseen']) {
    await page.goto(`${list}?after=${AFTER}`)
    const box = page.locator('main table input[type=checkbox]').last()
    const value = await box.inputValue()
    await box.check()
    await page.getByRole('button', { name: 'Chase', exact: true }).click()
    await saysProblem(page, 'Write a note')
    expect(new URL(page.url()).searchParams.get('after'), list).toBe(AFTER)
    await expect(page.locator(`input[type=checkbox][value="${value}"]`)).toBeChecked()
  }
  const others = [
    { who: 'missing-persons-officer', list: `/missing/patterns?list=today&borough=bromley&after=${AFTER_RANK}`, link: 'Refer or set aside', act: 'settle-forum' },
    { who: 'exploitation-assessor', list: `/exploitation/flags?found=record-without-flag&after=${AFTER}`, link: 'Match', act: 'reconcile-flag' },
  ] as const
  for (const { who, list, link, act } of others) {
    const own = await pageOf(browser, false, who, list)
    await own.goto(list)
    await own.locator('main table').getByRole('link', { name: new RegExp(`^${link}`) }).last().click()
    expect(new URL(own.url()).searchParams.get('after'), list).toBe(new URL(`http://x${list}`).searchParams.get('after'))
    await press(own.locator(`form[data-act=${act}]`), 'Record it')
    await expect(own.locator('#problems')).toBeVisible()
    await expect(own.locator(`form[data-act=${act}]`)).toBeVisible()
  }
})
