import { expect, test, type Page } from '@playwright/test'
import { accountOf } from './as'
import { fillDate, fillInstant, formOf, isAccessible, listenTo, newFamily, nowhere, OUTSIDE, pageOf, saysDone, saysProblem, unfold } from './steps'

/**
 * One child, five people of four agencies, five browsers open at once: the teacher who sends it, the officer and the decision maker
 * of the MASH, the surgery that is asked, the supervisor of the child abuse investigation team. Each sees their own part alone.
 */
const NARRATIVE = 'Marigold lantern: she says that he hits her with a belt.'
const QUESTION = 'Quartz pelican: what injuries does the surgery know of?'
const RESEARCH = 'Copper walrus: earlier calls to the address.'
const ANSWER = 'Tangerine obelisk: a fracture two years ago.'
const BRINGS = 'Juniper sextant: the growth chart.'
const SHARED = 'Cobalt heron: both agencies hold earlier calls.'
const ANALYSIS = 'Russet almanac: not safe at home today.'
/** Of the MASH and of those who met: never for a partner before the record of the discussion is sent. */
const OF_THE_MASH = [RESEARCH, SHARED, ANALYSIS].map(start)

for (const javaScript of [true, false]) {
  test(`one referral in the hands of five people of four agencies, JavaScript ${javaScript ? 'on' : 'off'}`, async ({ browser }) => {
    test.setTimeout(600_000)
    const familyName = newFamily(`Fivefold${javaScript ? 'on' : 'off'}`)
    const child = `Petronel ${familyName}`
    const [school, surgery] = [accountOf('school'), accountOf('gp')]
    const teacher = await pageOf(browser, javaScript, 'school', '/referrals/new')
    const officer = await pageOf(browser, javaScript, 'mash-officer', '/queue')
    const gp = await pageOf(browser, javaScript, 'gp', '/asked')
    const maker = await pageOf(browser, javaScript, 'mash-decision-maker', '/queue')
    const supervisor = await pageOf(browser, javaScript, 'cait-supervisor', '/strategy')
    const [teacherWasSent, gpWasSent] = [listenTo(teacher), listenTo(gp)]
    let [sent, referral, person, question, called, discussion] = ['', '', '', '', '', '']

    await test.step('the teacher sends it, and sees it as sent', async () => {
      await teacher.locator('[name=children-0-givenName]').fill('Petronel')
      await teacher.locator('[name=children-0-familyName]').fill(familyName)
      await teacher.locator('[name=children-0-age]').fill('9')
      await teacher.locator('[name=concern]').selectOption('physical-abuse')
      await teacher.getByRole('button', { name: 'Send the referral' }).click()
      await saysProblem(teacher, 'Say what happened')
      await teacher.locator('[name=narrative]').fill(NARRATIVE)
      await teacher.getByRole('button', { name: 'Send the referral' }).click()
      await saysDone(teacher, 'Taken as')
      await expect(teacher.locator('main')).toContainText(NARRATIVE)
      sent = path(teacher)
    })

    await test.step('the officer finds it, looks whether the child is known, claims it, checks and asks the surgery', async () => {
      await officer.goto(`/queue?q=${familyName}`)
      await officer.getByRole('row').filter({ hasText: familyName }).locator('a[href^="/referrals/"]').first().click()
      await expect(officer.getByRole('heading', { name: 'What is alleged' })).toBeVisible()
      referral = path(officer)
      await expect(officer.locator('main')).toContainText(NARRATIVE)
      await officer.getByRole('button', { name: /new person/ }).click()
      await saysDone(officer, 'A new person')
      await (await unfold(officer, 'claim-referral')).getByRole('button').click()
      await saysDone(officer, 'You have')
      await (await unfold(officer, 'acknowledge-referrer')).getByRole('button').click()
      await saysDone(officer, 'Acknowledged')
      person = (await officer.getByRole('link', { name: new RegExp(child) }).first().getAttribute('href')) ?? ''
      expect(person).toMatch(/^\/people\//)
      const research = await unfold(officer, 'record-research')
      await research.locator('[name=systems][value=merlin]').check()
      await research.locator('[name=held][value=yes]').check()
      await research.locator('[name=found]').fill(RESEARCH)
      await research.locator('[name=consent][value=dispensed-with]').check()
      await research.locator('[name=consentWhy]').fill('To ask would put her at risk.')
      await research.getByRole('button', { name: 'Put on record' }).click()
      await saysDone(officer, '1 check on record.')
      const ask = await unfold(officer, 'ask-agencies')
      await ask.getByLabel(/^Osier Walk Surgery/).check()
      await ask.locator('[name=about]').fill(`${child}, 9`)
      await ask.locator('[name=question]').fill(QUESTION)
      await ask.locator('[name=purpose]').fill('To decide what response the referral needs.')
      await ask.locator('[name=basis][value=public-task]').check()
      await fillInstant(ask, 'dueAt', -3)
      await ask.getByRole('button', { name: 'Ask', exact: true }).click()
      await saysDone(officer, '1 agency asked.')
    })

    await test.step('the surgery sees the question and nothing of the file, and answers', async () => {
      await gp.goto('/asked')
      await gp.getByRole('row').filter({ hasText: child }).filter({ hasText: start(QUESTION) }).getByRole('link').click()
      question = path(gp)
      const answer = formOf(gp, 'answer-request')
      await answer.locator('[name=kind][value=held]').check()
      await answer.locator('[name=answer]').fill(ANSWER)
      await answer.locator('[name=basis]').selectOption('public-task')
      await answer.getByRole('button', { name: 'Send the answer' }).click()
      await saysDone(gp, 'Your answer is with those who asked.')
      await expect(gp.locator('main')).toContainText(ANSWER)
    })

    await test.step('the decision maker has the answer before them, decides and allocates; the teacher is told the outcome', async () => {
      await maker.goto(referral)
      await expect(maker.locator('#enquiry')).toContainText(ANSWER)
      const decide = await unfold(maker, 'decide-referral')
      await decide.locator('[name=outcome][value=s47]').check()
      await decide.locator('[name=reason]').fill('Reasonable cause to suspect significant harm.')
      await decide.getByRole('button', { name: 'Decide' }).click()
      await saysDone(maker, 'Decided')
      const allocate = await unfold(maker, 'allocate-referral')
      await allocate.locator('[name=worker]').fill('Winsome Tansyfold')
      await allocate.locator('[name=team]').fill('Bromley assessment team')
      await allocate.getByRole('button', { name: 'Allocate' }).click()
      await saysDone(maker, 'Allocated to Winsome Tansyfold')
      await officer.goto(referral)
      await (await unfold(officer, 'tell-referrer')).getByRole('button', { name: 'Told the outcome' }).click()
      await saysDone(officer, 'The referrer is told')
      await teacher.goto(sent)
      await expect(teacher.locator('main')).toContainText(/section 47/i)
    })

    await test.step('the supervisor calls the discussion; those asked answer for themselves, the social worker by telephone', async () => {
      await supervisor.goto(referral)
      await supervisor.getByRole('link', { name: 'Call a strategy discussion' }).click()
      const call = formOf(supervisor, 'call-discussion')
      await call.locator('[name=mode][value=meeting]').check()
      await call.locator('[name=place]').fill('Room 2, Osier House')
      for (const [part, name] of ASKED) {
        await partOf(supervisor, part).getByRole('checkbox').check()
        await partOf(supervisor, part).getByLabel('Name').fill(name)
      }
      await call.getByRole('button', { name: 'Call the discussion' }).click()
      await saysDone(supervisor, 'Called')
      called = path(supervisor)
      await gp.goto(called)
      if (javaScript) for (const page of [supervisor, gp]) await isAccessible(page)
      await supervisor.goto(called)
      for (const one of [officer, maker]) await says(one, called, 'yes')
      await says(teacher, called, 'yes')
      await says(gp, called, 'yes', BRINGS)
      await supervisor.goto(called)
      const told = supervisor.getByRole('row').filter({ hasText: 'Winsome Tansyfold' })
      await told.locator('summary', { hasText: 'Write down their answer' }).click()
      await told.locator('[name=coming][value=yes]').check()
      await told.getByRole('button', { name: 'Answer' }).click()
      await saysDone(supervisor, 'Answered: coming.')
      await expect(supervisor.locator('.notice.green', { hasText: 'Everyone' })).toBeVisible()
    })

    await test.step('it is held and recorded: what was answered stands there already', async () => {
      await supervisor.getByRole('link', { name: 'Record it' }).click()
      const record = formOf(supervisor, 'record-strategy-discussion')
      await record.locator('[name=mode][value=meeting]').check()
      await record.locator('[name=chair]').fill(accountOf('mash-decision-maker').name)
      for (const [part, name] of ASKED) {
        await partOf(supervisor, part).getByRole('checkbox').check()
        await expect(partOf(supervisor, part).getByLabel('Name')).toHaveValue(name)
      }
      await expect(partOf(supervisor, 'Health').getByLabel('What they brought')).toHaveValue(BRINGS)
      await record.locator('[name=informationShared]').fill(SHARED)
      await record.locator('[name=riskAnalysis]').fill(ANALYSIS)
      await record.locator('[name=decision][value=s47]').check()
      await record.locator('[name=decisionReason]').fill('An account by the child, and an earlier injury.')
      await record.locator('[name=enquiry][value=joint]').check()
      await record.locator('[name=policeOfficer]').fill(accountOf('mash-officer').name)
      await record.locator('[name=actions-0-what]').fill(`Send the record of the fracture for ${familyName}`)
      await record.locator('[name=actions-0-ownerAgency]').selectOption('health')
      await record.locator('[name=actions-0-ownerName]').fill(surgery.name)
      await fillDate(record, 'actions-0-dueOn', 3)
      await record.getByRole('button', { name: 'Record the discussion' }).click()
      await saysDone(supervisor, 'Recorded.')
      await expect(supervisor.getByRole('heading', { name: 'Held, quorate' })).toBeVisible()
      discussion = path(supervisor)
    })

    await test.step('until the record is sent, neither the school nor the surgery was given one word of it or of each other', async () => {
      const theirs = [referral, person, `${person}/chronology`, `${person}/closing`, called, discussion]
      await nowhere(teacher, [...OUTSIDE, sent, question, ...theirs], [...OF_THE_MASH, ...[QUESTION, ANSWER, BRINGS].map(start)])
      await nowhere(gp, [...OUTSIDE, sent, ...theirs], [...OF_THE_MASH, start(NARRATIVE), school.email])
      await teacherWasSent([...OF_THE_MASH, ...[QUESTION, ANSWER, BRINGS].map(start)])
      await gpWasSent([...OF_THE_MASH, start(NARRATIVE)])
      for (const [page, address] of [[teacher, referral], [teacher, person], [teacher, question], [gp, referral], [gp, person], [gp, sent], [teacher, '/queue'], [gp, '/queue']] as const) {
        expect((await page.request.get(address)).status(), address).toBe(404)
      }
      // The record is sent; the question and its answer stay between the surgery and the MASH, what the teacher wrote between school and MASH.
      await formOf(supervisor, 'circulate-record').getByRole('button').click()
      await saysDone(supervisor, 'Sent')
      for (const page of [teacher, gp]) {
        await page.goto(discussion)
        await expect(page.locator('main')).toContainText(SHARED)
        if (javaScript) await isAccessible(page)
        await page.getByRole('button', { name: 'I have received it' }).click()
        await saysDone(page, 'Receipt recorded.')
      }
      await nowhere(teacher, [...OUTSIDE, question, ...theirs], [RESEARCH, QUESTION, ANSWER].map(start))
      await nowhere(gp, [...OUTSIDE, ...theirs], [RESEARCH, NARRATIVE].map(start))
      await teacherWasSent([RESEARCH, QUESTION, ANSWER].map(start))
      await gpWasSent([RESEARCH, NARRATIVE].map(start))
    })

    await test.step('the surgery does what it took on, and the supervisor closes once the child is seen', async () => {
      await officer.goto(`${person}/closing`)
      await expect(formOf(officer, 'close-case')).toHaveCount(0)
      await supervisor.goto(`${person}/closing`)
      await close(supervisor)
      await expect(supervisor.locator('[data-refused~=closure-child-not-seen]')).toBeVisible()
      await expect(supervisor.locator('[data-refused~=closure-unresolved-risk]')).toContainText('agreed action')
      await gp.goto('/actions')
      await gp.getByRole('row').filter({ hasText: familyName }).getByRole('link').first().click()
      await formOf(gp, 'complete-action').locator('[name=evidence]').fill('Sent by secure mail to the social worker.')
      await formOf(gp, 'complete-action').getByRole('button', { name: 'Mark as done' }).click()
      await saysDone(gp, 'Marked as done')
      await supervisor.goto(`${person}/closing/child-seen`)
      const seen = formOf(supervisor, 'record-child-seen')
      for (const by of ['police', 'csc']) await seen.locator(`[name=by][value=${by}]`).check()
      await seen.locator('[name=who]').fill('DC Farrant and Winsome Tansyfold')
      await seen.locator('[name=place]').fill('At school')
      await seen.locator('[name=spokenTo][value=yes]').check()
      await seen.locator('[name=views]').fill('Wants to live with her grandmother.')
      await seen.locator('[name=account]').fill('Spoke freely once alone.')
      await seen.getByRole('button', { name: 'Put it on the record' }).click()
      await saysDone(supervisor, 'seen and spoken to')
      await supervisor.goto(`${person}/closing`)
      await close(supervisor)
      await saysDone(supervisor, 'The enquiry is closed')
      // What is closed is closed on every screen of those who work it, and no partner hears more of it than before.
      await maker.goto(`${person}/closing`)
      await expect(maker.locator('main')).toContainText('Nothing is open')
      for (const page of [teacher, gp]) await nowhere(page, [...OUTSIDE, person, `${person}/closing`, referral], ['Wants to live with her grandmother', 'Spoke freely once alone', start(RESEARCH)])
    })

    for (const page of [teacher, officer, gp, maker, supervisor]) await page.context().close()
  })
}

/** Whom the discussion asks, by the part they take: five people, and the social worker who has no account here. */
const ASKED = [
  ['Social worker', 'Winsome Tansyfold'], ['Social work manager', accountOf('mash-decision-maker').name], ['Health', accountOf('gp').name],
  ['Police', accountOf('mash-officer').name], ['The referring agency', accountOf('school').name],
] as const

/** The two words that are planted, without the sentence that a page may shorten. */
function start(words: string): string {
  return words.slice(0, words.indexOf(':'))
}

const path = (page: Page): string => new URL(page.url()).pathname

const partOf = (page: Page, title: string) => page.locator('fieldset.group').filter({ has: page.locator('legend', { hasText: new RegExp(`^${title}`) }) })

async function says(page: Page, called: string, coming: 'yes' | 'no', brings?: string): Promise<void> {
  await page.goto('/discussions')
  await page.locator(`a[href="${called}"]`).click()
  const answer = page.getByRole('form', { name: 'Your answer' })
  await answer.locator(`[name=coming][value=${coming}]`).check()
  if (brings !== undefined) await answer.locator('[name=brings]').fill(brings)
  await answer.getByRole('button', { name: 'Answer' }).click()
  await saysDone(page, coming === 'yes' ? 'Answered: coming.' : 'Answered: apologies')
}

async function close(page: Page): Promise<void> {
  const form = formOf(page, 'close-case')
  await form.locator('[name=result][value=safeguarded]').check()
  await form.locator('[name=rationale]').fill('With her grandmother; the father is barred from the address.')
  await form.getByRole('button', { name: 'Close the enquiry' }).click()
}
