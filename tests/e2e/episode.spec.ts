import { expect, test, type Page } from '@playwright/test'
import { fillInstant, formOf, isAccessible, newFamily, pageOf, saysDone, saysProblem, tabTo } from './steps'

/**
 * An absent child whose second caller says yes to exploitation: missing at once, both answers kept; then news that waits, is acted on in one step,
 * a review, who is told, and the hand-over to the unit. With a script and without one.
 */
for (const script of [true, false]) {
  test.describe(script ? 'with a script' : 'without a script', () => {
    const family = newFamily(script ? 'Avocett' : 'Bittern')

    async function choose(page: Page, act: string, name: string, value: string): Promise<void> {
      await formOf(page, act).locator(`[name="${name}"][value="${value}"]`).check({ force: true })
    }

    async function callIn(page: Page): Promise<string> {
      await page.goto(`/missing/call?new=1&q=${family}`)
      const form = formOf(page, 'report-missing')
      await form.locator('[name=child-givenName]').fill('Robin')
      await form.locator('[name=child-familyName]').fill(family)
      await form.locator('[name=child-age]').fill('15')
      await form.locator('[name=borough]').selectOption('bromley')
      await choose(page, 'report-missing', 'callerKind', 'parent')
      await form.locator('[name=callerName]').fill('Ms Farthingale')
      await fillInstant(form, 'reportedAt', 2)
      await choose(page, 'report-missing', 'answers-cse_risk', 'no')
      await choose(page, 'report-missing', 'as', 'absent')
      await form.locator('[name=reason]').fill('Rang from a friend’s house an hour ago and is on the way.')
      await form.getByRole('button', { name: 'Put the call on record' }).click()
      await page.waitForURL(/\/missing\/[0-9a-f-]{36}/)
      return new URL(page.url()).pathname
    }

    test('from absent to missing on a second caller’s word, and into the hands of the unit', async ({ browser }) => {
      test.setTimeout(180_000)
      const despatch = await pageOf(browser, script, 'despatch-supervisor', '/missing')
      const episode = await callIn(despatch)
      await expect(despatch.locator('.idbar')).toContainText('Absent')
      await expect(despatch.locator('main')).toContainText('Missing by itself')

      // The board has the child among the absent, and says who rings whom by when.
      await despatch.goto('/missing?class=absent&borough=bromley')
      const row = despatch.getByRole('row').filter({ hasText: family })
      await expect(row).toContainText('Calls the informant')
      await despatch.getByRole('link', { name: /Remove filter.*Absent/ }).click()
      await expect(despatch).toHaveURL(/\/missing\?borough=bromley$/)

      // An interval outside four to eight hours is refused with its clause; nothing of the call is lost.
      await despatch.goto(`${episode}/call-back`)
      await choose(despatch, 'call-back', 'reached', 'yes')
      const call = formOf(despatch, 'call-back')
      await call.locator('[name=callerName]').fill('Her key worker')
      await choose(despatch, 'call-back', 'answers-cse_risk', 'no')
      await call.locator('[name=interval]').fill('9')
      await call.getByRole('button', { name: 'Put the call on record' }).click()
      await expect(despatch.locator('.refusal')).toContainText('outside')
      await expect(formOf(despatch, 'call-back').locator('[name=callerName]')).toHaveValue('Her key worker')
      if (script) await isAccessible(despatch)

      // The second caller says yes: missing at once, and both answers stand.
      await choose(despatch, 'call-back', 'answers-cse_risk', 'yes')
      await formOf(despatch, 'call-back').locator('[name=interval]').fill('6')
      await formOf(despatch, 'call-back').getByRole('button', { name: 'Put the call on record' }).click()
      await saysDone(despatch, 'now classed missing')
      await expect(despatch.locator('.idbar')).toContainText('Missing')
      const conflict = despatch.locator('.notice', { hasText: 'opposite things' })
      await expect(conflict).toContainText('Ms Farthingale (parent)')
      await expect(conflict).toContainText('Her key worker')
      await despatch.goto(`${episode}/class`)
      await expect(despatch.locator('.pick.no')).toContainText('exploitation')
      await expect(formOf(despatch, 'classify-episode')).toHaveCount(0)

      // Graded within the hour; streetwise is no reason.
      await despatch.goto(`${episode}/grade`)
      await choose(despatch, 'grade-episode', 'grade', 'medium')
      await formOf(despatch, 'grade-episode').locator('[name=reason]').fill('She is streetwise.')
      await formOf(despatch, 'grade-episode').getByRole('button', { name: 'Grade it' }).click()
      await expect(despatch.locator('.refusal')).toContainText('streetwise')
      await choose(despatch, 'grade-episode', 'grade', 'high')
      await formOf(despatch, 'grade-episode').locator('[name=reason]').fill('Said to be with a man who picked her up.')
      await formOf(despatch, 'grade-episode').getByRole('button', { name: 'Grade it' }).click()
      await saysDone(despatch, 'Graded high')
      await expect(despatch.locator('main')).toContainText('Tell seniors')

      // The board left open in the control room changes by itself.
      await despatch.goto('/missing?borough=bromley')

      // A social worker of the MASH writes down a sighting; it waits until the unit acts on it, in one step.
      const worker = await pageOf(browser, script, 'mash-social-worker', `${episode}/information`)
      const news = formOf(worker, 'record-information')
      await news.locator('[name=by]').fill('A bus driver')
      await news.locator('[name=channel]').selectOption('email')
      await news.locator('[name=said]').fill('A girl in a red coat got off with a man.')
      await news.getByRole('button', { name: 'Put it on record' }).click()
      await saysProblem(worker, 'Enter where the child was seen')
      await formOf(worker, 'record-information').locator('[name=where]').fill('Bromley South')
      await formOf(worker, 'record-information').getByRole('button', { name: 'Put it on record' }).click()
      await saysDone(worker, 'It waits until somebody has acted on it')
      if (script) await expect(despatch.getByRole('row').filter({ hasText: family })).toContainText('News waits', { timeout: 20_000 })
      const unit = await pageOf(browser, script, 'missing-persons-officer', `/missing?borough=bromley`)
      await expect(unit.getByRole('row').filter({ hasText: family })).toContainText('News waits')
      // By keyboard from the board to the child.
      await tabTo(unit, unit.getByRole('link', { name: new RegExp(family) }).first())
      await unit.keyboard.press('Enter')
      await unit.waitForURL(new RegExp(episode))
      await expect(unit.locator('main')).toContainText('Bromley South')
      if (script) await isAccessible(unit)
      await formOf(unit, 'act-on-information').first().locator('textarea').fill('A car is at the station.')
      await formOf(unit, 'act-on-information').first().getByRole('button', { name: /Acted on/ }).click()
      await saysDone(unit, 'acted on')
      await expect(formOf(unit, 'act-on-information')).toHaveCount(0)

      // The control room offers it, the unit accepts it by name; nobody accepts their own.
      await despatch.goto(`${episode}/hand-over`)
      await formOf(despatch, 'hand-over-episode').locator('[name=note]').fill('Her key worker rings back at six.')
      await formOf(despatch, 'hand-over-episode').getByRole('button', { name: 'Offer it' }).click()
      await saysDone(despatch, 'stays with you until somebody there accepts it')
      await expect(formOf(despatch, 'accept-episode')).toHaveCount(0)
      await unit.goto(episode)
      await expect(unit.locator('main')).toContainText('Her key worker rings back at six.')
      await formOf(unit, 'accept-episode').getByRole('button').last().click()
      await saysDone(unit, 'You have accepted it')

      // It cannot be closed while the child is out, by whatever way somebody comes there.
      await unit.goto(`${episode}/close`)
      await expect(unit.locator('main')).toContainText('It cannot be closed yet')
      await formOf(unit, 'close-episode').locator('[name=summary]').fill('She will come home.')
      await formOf(unit, 'close-episode').getByRole('button', { name: 'Close it' }).click()
      await expect(unit.locator('.refusal')).toContainText('still away')
      for (const page of [despatch, worker, unit]) await page.context().close()
    })
  })
}
