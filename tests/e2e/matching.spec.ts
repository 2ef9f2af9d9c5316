import { expect, test } from '@playwright/test'
import { fillInstant, formOf, newFamily, pageOf, saysDone, saysProblem, unfold } from './steps'

/** What a school sends about a child who is known is matched by the receiving worker, on the referral's page and without a script. */
test('a school refers a known child: the school is shown no match, the worker looks before it is decided', async ({ browser }) => {
  test.setTimeout(240_000)
  const familyName = newFamily('Matchmore')
  const worker = await pageOf(browser, false, 'mash-social-worker', '/referrals/new')
  const school = await pageOf(browser, false, 'partner', '/referrals/new')
  const maker = await pageOf(browser, false, 'mash-decision-maker', '/queue')

  await test.step('the child is known already', async () => {
    await worker.locator('[name=form][value=contact]').check()
    await worker.locator('[name=fromAgency]').selectOption('health')
    await worker.locator('[name=fromWords]').fill('health visitor')
    await worker.locator('[name=channel][value=telephone]').check()
    await worker.locator('[name=children-0-givenName]').fill('Quillon')
    await worker.locator('[name=children-0-familyName]').fill(familyName)
    for (const [part, typed] of [['day', '3'], ['month', '5'], ['year', '2014']] as const) await worker.locator(`[name=children-0-bornOn-${part}]`).fill(typed)
    await worker.locator('[name=children-0-address]').fill('14 Osier Wharf')
    await worker.locator('[name=narrative]').fill('Missed two appointments.')
    await fillInstant(worker, 'receivedAt', 30)
    await worker.getByRole('button', { name: 'Look for the children among those known' }).click()
    await worker.getByRole('button', { name: 'Take it' }).click()
    await saysDone(worker, 'Taken as')
  })

  await test.step('the school sends the same child, spelled otherwise, and is shown nobody', async () => {
    await school.locator('[name=children-0-givenName]').fill('Quilon')
    await school.locator('[name=children-0-familyName]').fill(familyName)
    for (const [part, typed] of [['day', '3'], ['month', '5'], ['year', '2090']] as const) await school.locator(`[name=children-0-bornOn-${part}]`).fill(typed)
    await school.locator('[name=concern]').selectOption('serious-injury')
    await school.locator('[name=narrative]').fill('A burn on the arm.')
    await school.getByRole('button', { name: 'Send the referral' }).click()
    await saysProblem(school, 'This is in the future')
    await school.locator('[name=children-0-bornOn-year]').fill('2014')
    await school.getByRole('button', { name: 'Send the referral' }).click()
    await saysDone(school, 'Taken as')
    await expect(school.locator('main')).not.toContainText(/Quillon|somebody we know/)
  })

  await test.step('the queue says that nobody looked, and the decision waits for it', async () => {
    await maker.getByRole('searchbox', { name: 'Search this queue' }).fill('Quilon')
    await maker.getByRole('button', { name: 'Search' }).click()
    const row = maker.getByRole('row').filter({ hasText: `Quilon ${familyName}` })
    await expect(row).toContainText('Not looked for yet')
    await row.getByRole('link', { name: 'Serious physical injury' }).click()
    const form = await unfold(maker, 'decide-referral')
    await form.locator('[name=outcome][value=s47]').check()
    await form.locator('[name=reason]').fill('Reasonable cause.')
    await form.getByRole('button', { name: 'Decide' }).click()
    await expect(maker.locator('main')).toContainText('has not been looked for among those known')
  })

  await test.step('the worker is shown who it may be, and says that it is the same child', async () => {
    const page = new URL(maker.url()).pathname
    await worker.goto(page)
    const asked = worker.getByRole('form', { name: `Match Quilon ${familyName}` })
    await expect(asked).toContainText(`Quillon ${familyName}`)
    await expect(asked).toContainText('same date of birth')
    await asked.getByRole('button', { name: /^This is the same person/ }).click()
    await saysProblem(worker, 'Choose the record that is the same person')
    await formOf(worker, 'match-person').getByRole('radio').first().check()
    await formOf(worker, 'match-person').locator('[name=reason]').fill('Same school and mother.')
    await worker.getByRole('button', { name: /^This is the same person/ }).click()
    await saysDone(worker, 'Matched')
    await expect(worker.locator('main')).not.toContainText('Not looked for yet')
    await expect(worker.getByRole('table', { name: 'What is owed' })).toContainText('Strategy discussion')
    await expect(worker.getByRole('link', { name: `Quillon ${familyName}` }).first()).toBeVisible()
    await school.reload()
    await expect(school.locator('main')).toContainText(`Quilon ${familyName}`)
    await expect(school.locator('main')).not.toContainText('Quillon')
  })
})
