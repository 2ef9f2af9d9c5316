import { expect, test, type Page } from '@playwright/test'
import { fillDate, fillInstant, formOf, newFamily, pageOf, saysDone, saysProblem, unfold } from './steps'

/** What is done at a desk by day: a file of notifications, the rota, accounts and what a borough follows. With a script and without. */
for (const javaScript of [true, false]) {
  const way = `JavaScript ${javaScript ? 'on' : 'off'}`

  test(`a file of notifications is checked line by line, then imported once, ${way}`, async ({ browser }) => {
    test.setTimeout(180_000)
    const family = newFamily(`Importee${javaScript ? 'on' : 'off'}`)
    const lines = [
      'reference,from,received,given name,family name,age,concern,what happened',
      `${family}-1,education,${day(-1)} 09:30,Oswin,${family},7,neglect,"Came without a coat, and hungry, again."`,
      `${family}-2,police,${day(-1)} 23:10,Idony,${family},12,physical-abuse,Found alone at a bus stop.`,
      `${family}-3,the moon,${day(3)} 10:00,Lorcan,${family},9,neglect,Nothing that can be taken.`,
    ]
    const page = await pageOf(browser, javaScript, 'mash-officer', '/import')
    await page.getByRole('button', { name: 'Check the file' }).click()
    await saysProblem(page, 'Choose a file')
    await chooses(page, 'november.csv', lines.join('\n'))
    await expect(page.getByRole('heading', { name: 'november.csv' })).toBeVisible()
    const row = (name: string) => page.getByRole('row').filter({ hasText: name })
    await expect(row('Oswin')).toContainText('Will be imported')
    await expect(row('Idony')).toContainText('Will be imported')
    await expect(row('Lorcan')).toContainText('Cannot be imported')
    await expect(row('Lorcan')).toContainText('received: This is in the future')
    await expect(row('Lorcan')).toContainText('from: Not an agency we know')
    // Checked is not taken.
    expect(await found(page, family)).toBe(0)
    await page.goBack()
    await page.getByRole('button', { name: 'Import 2 lines' }).click()
    await saysDone(page, '2 lines imported')
    await expect(row('Oswin')).toContainText('On record already')
    await expect(row('Oswin').getByRole('link')).toHaveAttribute('href', /^\/referrals\//)
    await expect(page.getByRole('button', { name: /^Import/ })).toHaveCount(0)
    expect(await found(page, family)).toBe(2)
    // The same file again, with the wrong line put right: that one alone.
    await page.goto('/import')
    await chooses(page, 'november.csv', [...lines.slice(0, 3), `${family}-3,housing,${day(-1)} 10:00,Lorcan,${family},9,neglect,Mould in every room.`].join('\n'))
    await page.getByRole('button', { name: 'Import 1 line' }).click()
    await saysDone(page, '1 line imported')
    expect(await found(page, family)).toBe(3)
    await page.context().close()
  })

  test(`the rota: a shift, an absence with cover, and both taken off, ${way}`, async ({ browser }) => {
    test.setTimeout(180_000)
    // A team each, far from the boroughs of the other walks: whoever is on the rota is told what is late there.
    const page = await pageOf(browser, javaScript, 'mash-decision-maker', '/rota', javaScript ? 'enfield' : 'barnet')
    const [who, other] = (await formOf(page, 'add-shift').locator('[name=accountId] option').allTextContents()).filter((words) => words !== 'Choose')
    const [name, cover] = [nameOf(who), nameOf(other)]
    const form = await unfold(page, 'add-shift')
    await form.locator('[name=accountId]').selectOption({ label: who ?? '' })
    await fillInstant(form, 'startsAt', 1)
    await fillInstant(form, 'endsAt', 2)
    await form.getByRole('button', { name: 'Put on duty' }).click()
    await expect(page.locator('#problems')).toBeVisible()
    await fillInstant(formOf(page, 'add-shift'), 'endsAt', -7)
    await formOf(page, 'add-shift').getByRole('button', { name: 'Put on duty' }).click()
    await saysDone(page, `${name} is on duty`)
    await expect(page.locator('ul.why')).toContainText(name)
    const away = await unfold(page, 'record-absence')
    await away.locator('[name=accountId]').selectOption({ label: who ?? '' })
    await fillInstant(away, 'startsAt', 1)
    await fillInstant(away, 'endsAt', -7)
    await away.locator('[name=coverId]').selectOption({ label: other ?? '' })
    await away.getByRole('button', { name: 'Record it' }).click()
    await saysDone(page, `${cover} stands in`)
    await expect(page.locator('ul.why')).toContainText(`${cover}, for ${name}`)
    await page.getByRole('table', { name: 'Away' }).getByRole('button', { name: /^Back early/ }).click()
    await saysDone(page, 'The absence is taken off')
    await page.getByRole('table', { name: /^Shifts/ }).getByRole('button', { name: /^Take off/ }).first().click()
    await saysDone(page, 'The shift is off the rota')
    await expect(page.locator('main')).toContainText('No shift is on the rota')
    await page.context().close()
  })

  test(`a joiner gets an account and a link, sets a password, works, and leaves, ${way}`, async ({ browser }) => {
    test.setTimeout(180_000)
    const name = `Sorrel ${newFamily('Joiner')}`
    const email = `${name.toLowerCase().replace(' ', '.')}${javaScript ? '' : '.off'}@holdfast.invalid`
    const page = await pageOf(browser, javaScript, 'administrator', '/admin')
    await page.getByRole('link', { name: 'Add a person' }).click()
    await page.getByRole('button', { name: 'Add the person' }).click()
    await expect(page.locator('#problems')).toBeVisible()
    await page.locator('[name=name]').fill(name)
    await page.locator('[name=email]').fill(email)
    await page.locator('[name=teamId]').selectOption({ label: await page.locator('[name=teamId] option', { hasText: /^Bromley MASH, children/ }).first().innerText() })
    await page.locator('[name=role]').selectOption('mash-social-worker')
    await page.getByRole('button', { name: 'Add the person' }).click()
    await saysDone(page, `${name} has an account.`)
    const account = new URL(page.url()).pathname
    const link = new URL(await page.locator('code').innerText()).pathname
    // Once: whoever looks again, or over the shoulder later, finds no link.
    await page.goto(page.url())
    await expect(page.locator('code')).toHaveCount(0)

    const joiner = await (await browser.newContext({ javaScriptEnabled: javaScript })).newPage()
    await joiner.goto(link)
    await joiner.locator('[name=password]').fill('short')
    await joiner.locator('[name=again]').fill('short')
    await joiner.getByRole('button', { name: 'Set the password' }).click()
    await expect(joiner.locator('#problems')).toBeVisible()
    await joiner.locator('[name=password]').fill('heron-pewter-lamplight-9')
    await joiner.locator('[name=again]').fill('heron-pewter-lamplight-9')
    await joiner.getByRole('button', { name: 'Set the password' }).click()
    await joiner.goto('/sign-in?next=%2Fqueue')
    await joiner.getByLabel('E-mail').fill(email)
    await joiner.getByLabel('Password').fill('heron-pewter-lamplight-9')
    await joiner.getByRole('button', { name: 'Sign in' }).click()
    await expect(joiner.getByRole('heading', { level: 1 })).toContainText('MASH')
    expect((await joiner.request.get('/admin')).status()).toBe(404)

    await page.goto(account)
    const shut = await unfold(page, 'disable-account')
    await shut.locator('[name=reason]').fill('Left on Friday.')
    await shut.getByRole('button', { name: 'Close the account' }).click()
    await saysDone(page, 'is closed')
    await joiner.goto('/queue')
    await expect(joiner).toHaveURL(/\/sign-in/)
    for (const one of [joiner, page]) await one.context().close()
  })

  test(`a borough tightens a value from a day to come, loosens none, and takes it back, ${way}`, async ({ browser }) => {
    test.setTimeout(180_000)
    const page = await pageOf(browser, javaScript, 'administrator', `/admin/boroughs/${javaScript ? 'merton' : 'sutton'}`)
    const form = formOf(page, 'adopt-policy')
    await fillDate(form, 'from', 7)
    await form.locator('[name=values-0-parameter]').selectOption('allocation.urgent')
    await form.locator('[name=values-0-amount]').fill('30')
    await form.locator('[name=values-0-unit]').selectOption('hours')
    await form.locator('[name=reason]').fill('Agreed by the partnership.')
    await form.getByRole('button', { name: 'Adopt from that day' }).click()
    await expect(page.locator('.refusal')).toContainText('would loosen')
    await form.locator('[name=values-0-amount]').fill('4')
    await form.getByRole('button', { name: 'Adopt from that day' }).click()
    await saysDone(page, 'follows this from')
    const adopted = page.getByRole('row').filter({ hasText: 'Agreed by the partnership.' }).first()
    await adopted.locator('summary', { hasText: 'Take back' }).click()
    await adopted.locator('[name=reason]').fill('Postponed.')
    await adopted.getByRole('button', { name: 'Take it back' }).click()
    await saysDone(page, 'It is taken back')
    await page.goto('/admin/history')
    await expect(page.getByRole('table')).toContainText('Postponed.')
    await page.goto('/admin/teams')
    await page.getByRole('searchbox', { name: 'Name of the team' }).fill('Havering')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page.getByRole('row').nth(1)).toContainText('Havering')
    await expect(page.getByRole('table')).not.toContainText('Bromley')
    await page.context().close()
  })
}

async function chooses(page: Page, name: string, words: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(words) })
  await page.getByRole('button', { name: 'Check the file' }).click()
}

/** So many days from now as a file writes it. */
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-GB', { timeZone: 'Europe/London' })

/** How many in the queue answer to the name. */
async function found(page: Page, family: string): Promise<number> {
  await page.goto(`/queue?q=${family}`)
  return page.getByRole('row').filter({ hasText: family }).count()
}

const nameOf = (option: string | undefined): string => (option ?? '').split(', ')[0] ?? ''
