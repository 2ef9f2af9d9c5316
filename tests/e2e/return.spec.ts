import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { fillDate, fillInstant, formOf, newFamily, pageOf, saysDone, saysProblem } from './steps'

/** axe is a script itself: it looks where scripts run. */
const noFaults = async (page: Page, scripted: boolean): Promise<void> => {
  if (!scripted) return
  const { violations } = await new AxeBuilder({ page }).include('main').withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map((fault) => `${fault.id}: ${fault.nodes[0]?.html ?? ''}`)).toEqual([])
}

/** The call about a child who is not on record, taken by the control room. Gives the address of the episode. */
async function reported(despatch: Page, given: string, family: string): Promise<string> {
  await despatch.goto(`/missing/call?new=1&q=${given}+${family}`)
  const call = formOf(despatch, 'report-missing')
  await call.locator('[name=child-age]').fill('15')
  await call.locator('[name=callerKind][value=parent]').check()
  await fillInstant(call, 'reportedAt', 5)
  await call.locator('[name=borough]').selectOption('bromley')
  await call.locator('[name=as][value=missing]').check()
  await call.getByRole('button', { name: 'Put the call on record' }).click()
  await saysDone(despatch, 'On record as missing')
  return new URL(despatch.url()).pathname
}

/** With a script and without one: a girl is found with a man, tells of harm, is interviewed by a commissioned team, and the next call finds the plan. */
for (const scripted of [true, false]) {
  test(`a return with disclosure ${scripted ? 'with' : 'without'} a script`, async ({ browser }) => {
    test.setTimeout(400_000)
    const family = newFamily('Merrow')
    const despatch = await pageOf(browser, scripted, 'despatch-supervisor', '/missing')
    const unit = await pageOf(browser, scripted, 'missing-persons-officer', '/missing')
    const worker = await pageOf(browser, scripted, 'mash-social-worker', '/queue')
    let [episode, person] = ['', '']

    await test.step('the control room records the return, with whoever was with her', async () => {
      episode = await reported(despatch, 'Isla', family)
      await despatch.goto(`${episode}/return/back`)
      const form = formOf(despatch, 'record-return')
      await fillInstant(form, 'returnedAt', 3)
      await form.locator('[name=how][value=found-police]').check()
      await form.getByRole('button', { name: /Record the return/ }).click()
      await saysProblem(despatch, 'Say where the child came back to')
      await noFaults(despatch, scripted)
      await form.locator('[name=where]').fill('Flat over the Lantern café')
      await form.getByRole('button', { name: 'Add somebody the child was with' }).click()
      await form.locator('[name=company-0-name]').fill('Silas Murrow')
      await form.locator('[name=company-0-about]').fill('About 30, lives there')
      await form.locator('[name=company-0-grown][value=yes]').check()
      await form.getByRole('button', { name: /Record the return/ }).click()
      await saysDone(despatch, 'Police see the child')
      await expect(despatch.locator('main')).toContainText('Silas Murrow')
    })

    await test.step('seen and not spoken to does not count; what she says starts the strategy discussion and goes to social care', async () => {
      await unit.goto(`${episode}/return/check`)
      const check = formOf(unit, 'record-safe-and-well')
      const fill = async (spoken: 'yes' | 'no') => {
        await fillInstant(check, 'checkedAt', 2)
        await check.locator('[name=officer]').fill('PC Orla Wetherby 4417')
        await check.locator('[name=seen][value=yes]').check()
        await check.locator(`[name=spokenTo][value=${spoken}]`).check()
        await check.locator('[name=circumstances]').fill('Tired, had been drinking.')
        await check.locator('[name=askedHarm][value=yes]').check()
      }
      await fill('no')
      await check.getByRole('button', { name: 'Record the check' }).click()
      await saysDone(unit, 'still owed')
      await unit.goto(`${episode}/return/check`)
      await noFaults(unit, scripted)
      await fill('yes')
      await check.locator('[name=safe][value=yes]').check()
      await check.locator('[name=medical][value=no]').check()
      await check.locator('[name=victim][value=yes]').check()
      await check.locator('[name=concern]').selectOption('cse')
      await check.locator('[name=refer][value=yes]').check()
      await check.getByRole('button', { name: 'Record the check' }).click()
      await saysProblem(unit, 'Write down what the child says')
      await check.locator('[name=said]').fill('He gave me drink and would not let me go.')
      await check.getByRole('button', { name: 'Record the check' }).click()
      await saysDone(unit, 'Children’s social care has the referral')
      await noFaults(unit, scripted)
      person = (await unit.locator('a[href$="/missing"][href^="/people/"]').first().getAttribute('href'))?.replace(/\/missing$/, '') ?? ''
      await unit.goto(`${person}/duties`)
      await expect(unit.locator('main')).toContainText('Strategy discussion')
      await expect(unit.locator('main')).toContainText('Return home interview')
    })

    await test.step('the interview is asked of a commissioned team, which sees its own part alone, and what it found is shared', async () => {
      await worker.goto(`${episode}/return/offer`)
      const offer = formOf(worker, 'offer-return-interview')
      await fillInstant(offer, 'offeredAt', 1)
      await offer.locator('[name=offeredBy]').fill('Ms Adeyemi')
      await offer.locator('[name=answer][value=yes]').check()
      await offer.getByRole('button', { name: 'Record the offer' }).click()
      await saysDone(worker, 'The interview itself is still owed')
      await worker.goto(`${episode}/return/ask`)
      await noFaults(worker, scripted)
      const ask = formOf(worker, 'ask-for-interview')
      const team = await ask.locator('[name=teamId] option').filter({ hasText: /young people/i }).first().getAttribute('value')
      await ask.locator('[name=teamId]').selectOption(team ?? '')
      await ask.locator('[name=place]').fill('At her aunt’s')
      await ask.getByRole('button', { name: 'Ask the team' }).click()
      await saysDone(worker, 'is asked')
      const trust = await pageOf(browser, scripted, 'voluntary', '/asked')
      await trust.getByRole('link', { name: `Isla ${family}` }).click()
      await expect(trust.locator('main')).not.toContainText('Murrow')
      await noFaults(trust, scripted)
      const interview = formOf(trust, 'answer-interview')
      await interview.locator('[name=how][value=done]').check()
      await fillInstant(interview, 'at', 0.2)
      await interview.locator('[name=by]').fill('Rosalind Thistlewood, Harbour Youth Trust')
      await interview.getByRole('button', { name: 'Send the interview' }).click()
      await saysProblem(trust, 'Say what the interview found')
      await interview.locator('[name=account]').fill('She goes to the flat because nobody shouts there.')
      await interview.getByRole('button', { name: 'Send the interview' }).click()
      await saysDone(trust, 'Your interview is with the local authority')
      expect((await trust.request.get(episode)).status(), 'the episode is not there for the team').toBe(404)
      await worker.goto(`${episode}/return/share`)
      await noFaults(worker, scripted)
      const share = formOf(worker, 'share-interview')
      await share.locator('[name=to]').fill('Sgt Pell')
      await share.locator('[name=what]').fill('The flat over the café, and why she goes there.')
      await share.locator('[name=basis]').selectOption('public-task')
      await share.getByRole('button', { name: 'Record that it was shared' }).click()
      await saysDone(worker, 'Shared')
    })

    await test.step('the trigger plan is made from it, and the next call sees it', async () => {
      await unit.goto(`${person}/missing/plan`)
      await expect(unit.locator('main')).toContainText('nobody shouts there')
      await noFaults(unit, scripted)
      const plan = formOf(unit, 'make-trigger-plan')
      await plan.locator('[name=first]').fill('Send a car to the flat over the Lantern café.')
      await plan.getByRole('button', { name: 'Make it the plan' }).click()
      await saysProblem(unit, 'Enter the day by which the plan is looked at again')
      await fillDate(plan, 'reviewOn', 30)
      await plan.getByRole('button', { name: 'Make it the plan' }).click()
      await saysDone(unit, 'Version 1 of the trigger plan')
      await noFaults(unit, scripted)
      await despatch.goto(`/missing/call?child=${person.split('/').at(-1) ?? ''}`)
      await expect(despatch.locator('main')).toContainText('Send a car to the flat over the Lantern café.')
    })

    await test.step('the co-ordinator’s list has her, and she is referred with a reason', async () => {
      await unit.goto('/missing/patterns?list=today')
      await noFaults(unit, scripted)
      await unit.locator('tr', { hasText: family }).getByRole('link', { name: /Refer or set aside/ }).click()
      const settle = formOf(unit, 'settle-forum')
      await settle.locator('[name=decision][value=referred]').check()
      await settle.locator('[name=reason]').fill('Found with a man of thirty.')
      await settle.getByRole('button', { name: 'Record it' }).click()
      await saysProblem(unit, 'Choose the forum')
      await formOf(unit, 'settle-forum').locator('[name=forum]').selectOption('mase')
      await formOf(unit, 'settle-forum').getByRole('button', { name: 'Record it' }).click()
      await saysDone(unit, 'Referred')
      await unit.goto('/missing/patterns?list=people')
      await expect(unit.locator('main')).toContainText('Silas Murrow')
      await noFaults(unit, scripted)
    })
  })
}
