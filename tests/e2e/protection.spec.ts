import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { fillInstant, formOf, newFamily, pageOf, saysDone, saysProblem } from './steps'

/** axe is a script itself: it looks where scripts run. The frame round every page is looked at in accessible.spec. */
const noFaults = async (page: Page, scripted: boolean): Promise<void> => {
  if (!scripted) return
  const { violations } = await new AxeBuilder({ page }).include('main').withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map((fault) => `${fault.id}: ${fault.nodes[0]?.html ?? ''}`)).toEqual([])
}

/** With a script and without one: a child is taken into protection, another child is named, and the enquiry closes once nothing is missing. */
for (const scripted of [true, false]) {
  test(`protection, other children and closing ${scripted ? 'with' : 'without'} a script`, async ({ browser }) => {
    test.setTimeout(400_000)
    const familyName = newFamily('Keepmore')
    const officer = await pageOf(browser, scripted, 'mash-officer', '/referrals/new')
    const supervisor = await pageOf(browser, scripted, 'cait-supervisor', '/strategy')
    let person = ''

    await test.step('a child comes to notice', async () => {
      await officer.locator('[name=form][value=contact]').check()
      await officer.locator('[name=fromAgency]').selectOption('health')
      await officer.locator('[name=referrerName]').fill('Ms Rowan Teal')
      await officer.locator('[name=referrerContact]').fill('020 7946 0000')
      await officer.locator('[name=fromWords]').fill('health visitor')
      await officer.locator('[name=channel][value=telephone]').check()
      await officer.locator('[name=children-0-givenName]').fill('Wrenna')
      await officer.locator('[name=children-0-familyName]').fill(familyName)
      await officer.locator('[name=concern]').selectOption('neglect')
      await officer.locator('[name=narrative]').fill('Alone at home since the night before.')
      await fillInstant(officer, 'receivedAt', 3)
      await officer.getByRole('button', { name: 'Look for the children among those known' }).click()
      await officer.getByRole('button', { name: 'Take it' }).click()
      await saysDone(officer, 'Taken as')
      person = (await officer.locator('a', { hasText: `Wrenna ${familyName}` }).first().getAttribute('href')) ?? ''
      expect(person).toMatch(/^\/people\//)
    })

    await test.step('police protection: another person is the designated officer, and no more than 72 hours', async () => {
      await officer.goto(`${person}/protection/take`)
      const form = formOf(officer, 'take-police-protection')
      await fillInstant(form, 'takenAt', 2)
      await form.locator('[name=takenBy]').fill('Adeyemi 4471')
      await form.locator('[name=takenRank]').selectOption('constable')
      await form.locator('[name=place]').fill('Emergency foster home')
      await form.getByRole('button', { name: 'Put it on the record' }).click()
      await saysProblem(officer, 'Say what reasonable cause')
      await noFaults(officer, scripted)
      await form.locator('[name=ground]').fill('No adult since the night before.')
      await form.locator('[name=designatedOfficer]').fill('Adeyemi 4471')
      await form.locator('[name=designatedRank]').selectOption('constable')
      await form.getByRole('button', { name: 'Put it on the record' }).click()
      await expect(officer.locator('[data-refused~=designated-officer-same-person]')).toBeVisible()
      await form.locator('[name=designatedOfficer]').fill('Halloran 12')
      await form.locator('[name=designatedRank]').selectOption('inspector')
      await form.getByRole('button', { name: 'Put it on the record' }).click()
      await saysDone(officer, 'Police protection is on the record')
      await expect(officer.locator('main')).toContainText('2 days 2')
      await noFaults(officer, scripted)
      await officer.getByRole('link', { name: 'Keep the child longer' }).click()
      await fillInstant(officer, 'until', -24 * 4)
      await officer.locator('[name=reason]').fill('No placement found.')
      await officer.getByRole('button', { name: 'Ask for it' }).click()
      await expect(officer.locator('[data-refused=police-protection-over-72h]')).toContainText('beyond 72 hours')
    })

    await test.step('an unborn child is named, in the borough where it will live', async () => {
      await officer.goto(`${person}/other-children`)
      await noFaults(officer, scripted)
      await officer.getByRole('link', { name: 'Name another child' }).click()
      await officer.getByRole('link', { name: /Not on record/ }).click()
      await officer.locator('[name=relation][value=unborn]').check()
      await officer.locator('[name=borough]').selectOption('lewisham')
      await officer.locator('[name=reason]').fill('The mother is pregnant.')
      await officer.getByRole('button', { name: 'Name this child' }).click()
      await saysDone(officer, 'Named')
      await expect(officer.locator('main')).toContainText('Lewisham')
    })

    await test.step('closing says what is missing, and is done once nothing is', async () => {
      await supervisor.goto(`${person}/closing`)
      const close = formOf(supervisor, 'close-case')
      await close.locator('[name=result][value=safeguarded]').check()
      await close.locator('[name=rationale]').fill('With the aunt, who has parental responsibility.')
      await close.getByRole('button', { name: 'Close the enquiry' }).click()
      await expect(supervisor.locator('[data-refused~=closure-child-not-seen]')).toBeVisible()
      await noFaults(supervisor, scripted)
      await supervisor.getByRole('link', { name: 'Record that the child was seen' }).click()
      const seen = formOf(supervisor, 'record-child-seen')
      await fillInstant(seen, 'seenAt', 1)
      await seen.locator('[name=by][value=police]').check()
      await seen.locator('[name=who]').fill('DC Farrant')
      await seen.locator('[name=place]').fill('At the foster home')
      await seen.locator('[name=spokenTo][value=yes]').check()
      await seen.locator('[name=views]').fill('Wants to go to the aunt.')
      await seen.locator('[name=account]').fill('Calm.')
      await seen.getByRole('button', { name: 'Put it on the record' }).click()
      await saysDone(supervisor, 'seen and spoken to')
      await supervisor.getByRole('link', { name: 'Assess the other children' }).click()
      const assess = formOf(supervisor, 'assess-other-child').first()
      if (!(await assess.isVisible())) await supervisor.locator('details', { has: assess }).locator('summary').click()
      await assess.locator('[name=result][value=in-hand]').check()
      await assess.locator('[name=reason]').fill('The midwife and Lewisham know of it.')
      await assess.getByRole('button', { name: /Put the assessment/ }).click()
      await saysDone(supervisor, 'Assessed')
      await supervisor.goto(`${person}/closing`)
      await close.locator('[name=result][value=safeguarded]').check()
      await close.locator('[name=rationale]').fill('With the aunt, who has parental responsibility.')
      await close.getByRole('button', { name: 'Close the enquiry' }).click()
      await saysDone(supervisor, 'The enquiry is closed')
    })
  })
}
