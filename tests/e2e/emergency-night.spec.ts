import { expect, test, type Page } from '@playwright/test'
import { formOf, newFamily, pageOf, saysDone, saysProblem, unfold } from './steps'

/** A live emergency taken by the emergency duty team, on top of the queue, claimed and handed over to a named person of the morning. */
async function fill(page: Page, familyName: string): Promise<void> {
  await page.locator('[name=form][value=referral]').check()
  await page.locator('[name=fromAgency]').selectOption('public')
  await page.locator('[name=channel][value=telephone]').check()
  await page.locator('[name=toAgency][value=police]').check()
  await page.locator('[name=children-0-givenName]').fill('Ottoline')
  await page.locator('[name=children-0-familyName]').fill(familyName)
  await page.locator('[name=children-0-age]').fill('8')
  await page.locator('[name=emergency][value=danger-now]').check()
  await page.locator('[name=concern]').selectOption('neglect')
  await page.locator('[name=narrative]').fill('Screams and breaking glass; the caller sees the child at the window.')
}

for (const javaScript of [true, false]) {
  test(`an emergency at night, handed over in the morning, JavaScript ${javaScript ? 'on' : 'off'}`, async ({ browser }) => {
    test.setTimeout(240_000)
    const familyName = newFamily('Nightwalk')
    // A borough each: one person's list is handed over whole, and the other walk's emergency would be on it.
    const borough = javaScript ? 'bromley' : 'lewisham'
    const morning = await pageOf(browser, javaScript, 'mash-officer', '/queue', borough)
    const night = await pageOf(browser, javaScript, 'emergency-duty-worker', '/referrals/new?way=public', borough)
    await expect(night.locator('.notice.red').first()).toContainText('call 999 first')
    await fill(night, familyName)
    await night.getByRole('button', { name: 'Take it' }).click()
    await saysProblem(night, 'Say whether 999 was called')
    await night.locator('[name=emergencyCall][value=made]').check()
    await night.locator('[name=callReference]').fill('CAD 301')
    await night.getByRole('button', { name: 'Look for the children' }).click()
    await night.getByRole('button', { name: 'Take it' }).click()
    await saysDone(night, 'Taken as')
    await expect(night.locator('.notice.red').first()).toContainText('999 called, CAD 301')

    const row = (page: Page) => page.getByRole('row').filter({ hasText: familyName })
    if (javaScript) {
      // It comes by itself: what is typed in the search stays, and so does the focus.
      const search = morning.getByRole('searchbox').or(morning.getByLabel('Search this queue')).first()
      await search.fill('half a na')
      await expect(row(morning)).toBeVisible({ timeout: 20_000 })
      await expect(search).toHaveValue('half a na')
      await expect(search).toBeFocused()
      await search.fill('')
    } else await morning.goto('/queue')
    await expect(row(morning)).toContainText('Live emergency')
    await expect(morning.getByRole('row').nth(1)).toContainText('Live emergency')

    if (javaScript) {
      // Whoever is in the list is told, and nothing moves under their fingers.
      const button = morning.locator('#queue-rows button').last()
      await button.focus()
      await unfold(night, 'claim-referral').then((form) => form.getByRole('button').last().click())
      await saysDone(night, 'You have')
      await expect(morning.getByRole('button', { name: /change.*: show/ })).toBeVisible({ timeout: 20_000 })
      await expect(button).toBeFocused()
      await morning.getByRole('button', { name: /change.*: show/ }).click()
      await expect(row(morning)).not.toContainText('Unclaimed')
    } else {
      await formOf(night, 'claim-referral').getByRole('button').last().click()
      await saysDone(night, 'You have')
    }

    await night.goto('/handover')
    const own = night.getByRole('row').filter({ hasText: familyName })
    await expect(own.locator('[name=items]')).toBeChecked()
    await own.getByRole('textbox').fill('The aunt rings back at nine')
    await night.getByRole('button', { name: 'Hand over what is ticked' }).first().click()
    await saysDone(night, 'Handed over')

    await morning.goto('/queue')
    await expect(row(morning)).toContainText('Handed over, not accepted')
    await morning.goto('/handover')
    await expect(row(morning)).toContainText('The aunt rings back at nine')
    await morning.getByRole('form', { name: /Accept from/ }).or(morning.locator('form[data-act=accept-handover]')).filter({ hasText: familyName }).first().getByRole('button', { name: 'Accept what is ticked' }).click()
    await saysDone(morning, 'You have accepted')
    await morning.goto('/queue')
    await expect(row(morning)).toContainText('You')
    await expect(row(morning)).not.toContainText('not accepted')
  })
}
