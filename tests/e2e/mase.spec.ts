import { expect, test, type Browser, type Page } from '@playwright/test'
import { accountOf } from './as'
import { formOf, isAccessible, pageOf, referralsOf, refusedWith, saysDone, unfold } from './steps'

/** A whole MASE of Bromley, from what a MAP decided to the child's chronology. */

const WORDS = { why: 'The plan is to be agreed', decision: 'Cobalt heron: two officers meet her after school', research: 'Saffron badger: seen at the clinic twice' }
const AGENCIES = [['education', 'school'], ['health', 'gp'], ['housing', 'housing'], ['youth-offending', 'youth-offending'], ['voluntary', 'voluntary']] as const
const FIELDS = { analysis: 'The same man and the same car.', risk: 'High while he is free to wait there.', decision: WORDS.decision, mitigation: 'Collected by her aunt.' }

/** Posts a form as a page of ours would, and gives where it led. */
async function post(page: Page, act: string, form: Record<string, string>): Promise<string> {
  const answer = await page.request.post(`/act/${act}`, { form: { key: crypto.randomUUID(), ...form }, maxRedirects: 0 })
  expect(answer.status(), act).toBe(303)
  const to = answer.headers()['location'] ?? ''
  expect(to, `${act} was not accepted: ${await refusedWith(page, to)}`).not.toContain('draft=')
  return to
}

const idIn = (address: string): string => /\/meetings\/([0-9a-f-]{36})/.exec(address)?.[1] ?? ''
const londonParts = (at: Date): Record<string, string> => Object.fromEntries(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(at).map((part) => [part.type, part.value]))
function instant(name: string, at: Date): Record<string, string> {
  const part = londonParts(at)
  return { [`${name}-day`]: part['day'] ?? '', [`${name}-month`]: part['month'] ?? '', [`${name}-year`]: part['year'] ?? '', [`${name}-time`]: `${part['hour']}:${part['minute']}` }
}
const minutes = Object.fromEntries(Object.entries(FIELDS).flatMap(([field, text]) => [[field, text], [`${field}-base`, '0']]))

/** A MAP of a child of the queue, held and ended: the child. */
async function aMapHeld(browser: Browser): Promise<string> {
  const worker = await pageOf(browser, false, 'mash-social-worker', '/queue')
  const referral = (await referralsOf(worker)).at(-1) ?? ''
  await worker.goto(referral)
  const person = (await worker.locator('main a[href^="/people/"]').first().getAttribute('href') ?? '').split('/')[2] ?? ''
  await worker.goto(`/people/${person}/map`)
  const id = idIn(await post(worker, 'call-map', { personId: person, ...instant('meetsAt', new Date(Date.now() + 3_600_000)), mode: 'meeting', place: 'Civic centre, room 2', leadAgency: 'csc', why: WORDS.why, override: 'Called on the day', page: `/people/${person}/map` }))
  const room = `/meetings/${id}/room`
  await post(worker, 'open-meeting', { callId: id, chairName: accountOf('mash-social-worker').name, chairAgency: 'csc', page: room })
  await worker.goto(room)
  const item = /item=([0-9a-f-]{36})/.exec(await worker.locator('nav.agenda a[href*="item="]').first().getAttribute('href') ?? '')?.[1] ?? ''
  await post(worker, 'save-minute', { itemId: item, ...minutes, page: room })
  await post(worker, 'close-item', { itemId: item, riskLevel: 'high', page: room })
  await post(worker, 'end-meeting', { callId: id, agreedCategory: '2', page: room })
  // What it decided stands on the agenda of the next MASE by itself.
  await worker.goto(`/people/${person}/map`)
  await expect(worker.locator('main')).toContainText('From the child’s MAP')
  await worker.context().close()
  return person
}

test('a MAP’s output, research by five agencies, a sergeant in the chair, an exception, minutes, and the child’s chronology', async ({ browser }) => {
  test.setTimeout(420_000)
  const person = await aMapHeld(browser)
  const chair = await pageOf(browser, true, 'mase-chair', '/meetings')
  await isAccessible(chair)
  const month = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', month: 'long', year: 'numeric' }).format(new Date())
  const id = idIn(await chair.getByRole('link', { name: `MASE of ${month}` }).first().getAttribute('href') ?? '')
  const here = `/meetings/${id}`
  await chair.goto(here)
  await isAccessible(chair)
  // Late in a month the MAP's output is on the next one's agenda: this one takes the child up too.
  if (await chair.locator(`main a[href="/people/${person}"]`).count() === 0) {
    await chair.goto(`/meetings/list?person=${person}`)
    await post(chair, 'list-for-meeting', { kind: 'victim', personId: person, callId: id, why: WORDS.why, override: 'From the MAP of today', page: `/meetings/list?person=${person}` })
  }
  // Whom a meeting asks reaches it until some days after its hour: the demonstration's may be weeks ago.
  await post(chair, 'move-meeting', { callId: id, ...instant('meetsAt', new Date(Date.now() + 20 * 60_000)), mode: 'meeting', place: 'Civic centre, committee room 2', page: here })
  await chair.goto(here)
  const article = chair.locator('article.card', { has: chair.locator(`a[href="/people/${person}"]`) }).first()
  const item = (await article.getAttribute('id') ?? '').replace('item-', '')
  const asked = await chair.getByRole('table', { name: 'Who is asked' }).getByRole('rowheader').allInnerTexts()
  for (const [agency, account] of AGENCIES) {
    const { name } = accountOf(account)
    if (!asked.some((one) => one.startsWith(name))) await post(chair, 'ask-to-meeting', { callId: id, 'invited-count': '1', 'invited-0-part': agency, 'invited-0-agency': agency, 'invited-0-name': name, page: here })
  }

  for (const [agency, account] of AGENCIES) {
    const partner = await pageOf(browser, true, account, `${here}/research`)
    if (agency === 'education') await isAccessible(partner)
    const form = partner.locator(`#item-${item} form[data-act=bring-research]`)
    await form.locator(`[name=found][value=${agency === 'health' ? 'known' : 'nothing'}]`).check()
    if (agency === 'health') await form.locator('[name=says]').fill(WORDS.research)
    await form.getByRole('button', { name: /^(Send|Add to it)/ }).click()
    await saysDone(partner, agency === 'health' ? 'Recorded: what your agency knows.' : 'Recorded: nothing known.')
    await partner.context().close()
  }
  await chair.goto(here)
  await expect(article).toContainText(WORDS.research)
  await expect(article).toContainText('from Children\'s social care, Police')
  await expect(chair.locator('.notice.red').first()).toContainText('not sent')

  // A sergeant finds herself in the chair: the meeting is held and recorded as it was.
  const sergeant = await pageOf(browser, false, 'mase-sergeant', here)
  await unfold(sergeant, 'open-meeting')
  const opening = formOf(sergeant, 'open-meeting')
  await opening.locator('[name=chairName]').fill(accountOf('mase-sergeant').name)
  await opening.locator('[name=chairRank]').selectOption('sergeant')
  await opening.getByRole('button', { name: 'Open the meeting' }).click()
  const room = `${here}/room`
  for (const [agency, account] of [['police', 'mase-sergeant'], ['education', 'school']] as const) {
    await post(sergeant, 'add-attendance', { callId: id, name: accountOf(account).name, part: agency === 'police' ? 'borough-police' : agency, agency, canCommit: 'yes', page: room })
  }
  await sergeant.goto(here)
  const earlier = await sergeant.getByRole('table', { name: 'Unfinished actions of the last meetings' }).locator('th a[href^="/actions/"]').evaluateAll((links) => links.map((link) => (link.getAttribute('href') ?? '').split('/')[2] ?? ''))
  expect(earlier.length).toBeGreaterThan(0)
  const refused = await sergeant.request.post('/act/end-meeting', { form: { key: crypto.randomUUID(), callId: id, page: room }, maxRedirects: 0 })
  expect(refused.headers()['location']).toContain('draft=')
  for (const actionId of earlier) await post(sergeant, 'take-up-action', { callId: id, actionId, outcome: 'done', evidence: 'Seen by the chair', page: room })
  await post(sergeant, 'save-minute', { itemId: item, ...minutes, page: room })
  await post(sergeant, 'consider-option', { itemId: item, 'options-0-used': 'no', 'options-0-why': 'He is not known by name yet', page: room })
  await post(sergeant, 'close-item', { itemId: item, riskLevel: 'high', page: room })
  await post(sergeant, 'end-meeting', { callId: id, page: room })

  // The inspector cannot sign it off, and is told by which clause and what to do.
  await chair.goto(here)
  await expect(chair.locator('.notice.red', { hasText: 'The chair was not whom the protocol asks for' })).toContainText('inspector')
  await formOf(chair, 'sign-off-meeting').getByRole('button').click()
  await expect(chair.locator('main')).toContainText(/chair/i)
  await expect(chair.getByText('Not yet', { exact: true })).toBeVisible()
  const manager = await pageOf(browser, false, 'borough-manager', here)
  await formOf(manager, 'except-chair').locator('[name=reason]').fill('The inspector was at court and nothing could wait')
  await formOf(manager, 'except-chair').getByRole('button').click()
  await saysDone(manager, 'where everybody sees it')
  // Who may see the record and not its words reads none of them.
  await expect(manager.locator('main')).not.toContainText(WORDS.decision)
  await chair.goto(here)
  await formOf(chair, 'sign-off-meeting').getByRole('button').click()
  await saysDone(chair, 'Signed off.')
  await formOf(chair, 'issue-minutes').getByRole('button').click()
  await saysDone(chair, /Issued to \d+ people/)
  await chair.goto(`${here}/record`)
  await isAccessible(chair)
  await expect(chair.locator('main')).toContainText('Raise with the board')

  // Who was there, and an agency that was asked and stayed away, read what is shared with them, the exception too.
  for (const account of ['school', 'gp']) {
    const partner = await pageOf(browser, false, account, here)
    await expect(partner.locator('main')).toContainText(WORDS.decision)
    await expect(partner.locator('main')).toContainText('The inspector was at court and nothing could wait')
    await partner.getByRole('button', { name: 'I have received the minutes' }).click()
    await saysDone(partner, 'Receipt recorded.')
    expect((await partner.request.get(`/people/${person}/chronology`)).status()).toBe(404)
    await partner.context().close()
  }
  const officer = await pageOf(browser, false, 'mash-officer', `/people/${person}/chronology`)
  await expect(officer.locator('main')).toContainText(WORDS.decision)
  const stranger = await pageOf(browser, false, 'school', '/asked', 'lewisham')
  for (const address of [here, `${here}/record`, `${here}/research`, `/people/${person}/chronology`]) expect((await stranger.request.get(address)).status(), address).toBe(404)
})
