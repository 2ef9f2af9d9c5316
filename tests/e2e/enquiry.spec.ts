import { expect, test, type Page } from '@playwright/test'
import { fillInstant, formOf, newFamily, nowhere, OUTSIDE, pageOf, referralsOf, saysDone, saysProblem, unfold } from './steps'

/** Words of the file that nobody outside may read. */
const PLANTED = { other: 'Kestrel umbrella asked of health', reason: 'Velvet anvil is why consent is dispensed with', research: 'Copper walrus stands in Merlin' }

for (const javaScript of [true, false]) {
  test.describe(javaScript ? 'with a script' : 'without a script', () => {
    test('an agency is asked, is chased, answers from its own page, and sees nothing else', async ({ browser }) => {
      // Five dozen requests beside the clicks, for each page in each way it can be asked for.
      test.slow()
      const worker = await pageOf(browser, javaScript, 'mash-social-worker', '/queue')
      const address = (await referralsOf(worker))[0] ?? ''
      await worker.goto(address)
      const mark = newFamily('Question')
      await ask(worker, { team: 'Lantern Road School', about: `A pupil ${mark}`, question: `How is ${mark} at school?` })
      await saysDone(worker, '1 agency asked.')
      await ask(worker, { team: 'Osier Walk Surgery', about: `A patient ${mark}`, question: PLANTED.other })
      const research = await unfold(worker, 'record-research')
      await research.locator('[name=systems][value=merlin]').check()
      await research.locator('[name=held][value=yes]').check()
      await research.locator('[name=found]').fill(PLANTED.research)
      await research.getByRole('button', { name: 'Put on record' }).click()
      await saysDone(worker, '1 check on record.')
      const row = worker.getByRole('row', { name: new RegExp(`How is ${mark}`) })
      await row.getByRole('button', { name: /^Chase/ }).click()
      await saysDone(worker, 'Education chased.')

      const school = await pageOf(browser, javaScript, 'partner', '/asked')
      await expect(school.getByRole('row', { name: new RegExp(mark) })).toContainText('Chased once')
      await school.getByRole('link', { name: new RegExp(mark) }).click()
      await formOf(school, 'answer-request').getByRole('button', { name: 'Send the answer' }).click()
      await saysProblem(school, 'Choose what the answer is')
      await formOf(school, 'answer-request').locator('[name=kind][value=refused]').check()
      await formOf(school, 'answer-request').locator('[name=reason]').fill('The governors have to agree first.')
      await formOf(school, 'answer-request').getByRole('button', { name: 'Send the answer' }).click()
      await saysDone(school, 'Your refusal and its reason are with those who asked.')

      // Every page that a partner can reach, as a page and as the request that a script would make for it.
      const referralId = address.replace('/referrals/', '')
      const words = [...Object.values(PLANTED), 'Osier Walk']
      await nowhere(school, [...OUTSIDE, new URL(school.url()).pathname], [...words, referralId])
      await nowhere(school, [address], words)

      const decider = await pageOf(browser, javaScript, 'mash-decision-maker', address)
      await expect(decider.locator('#enquiry')).toContainText('The governors have to agree first.')
      await expect(decider.locator('#enquiry')).toContainText(/\d+ refused to share/)
      const auditor = await pageOf(browser, javaScript, 'auditor', '/audit?see=shared&only=withheld')
      await expect(auditor.getByRole('table')).toContainText('The governors have to agree first.')
    })
  })
}

async function ask(page: Page, { team, about, question }: { team: string; about: string; question: string }): Promise<void> {
  const form = await unfold(page, 'ask-agencies')
  await form.getByLabel(new RegExp(`^${team}`)).check()
  await form.locator('[name=about]').fill(about)
  await form.locator('[name=question]').fill(question)
  await form.locator('[name=purpose]').fill('To decide what response the referral needs.')
  await form.locator('[name=basis][value=public-task]').check()
  await fillInstant(form, 'dueAt', -3)
  if (await form.locator('[name=consent]').count() > 0) {
    await form.locator('[name=consent][value=dispensed-with]').check()
    await form.locator('[name=consentWhy]').fill(PLANTED.reason)
  }
  await form.getByRole('button', { name: 'Ask', exact: true }).click()
}
