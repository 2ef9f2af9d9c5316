import { expect, test, type Page } from '@playwright/test'
import { signInAs } from './as'
import { isAccessible } from './steps'

const PERSON = 'a[href^="/people/"]'
const REFERRAL = 'a[href^="/referrals/"]:not([href*="/new"])'
const notNew = (path: string): string => `a[href^="${path}/"]:not([href$="/new"])`

/**
 * The pages each role works from. A page opened from a list is opened by its first link, ` > ` goes on to a link there, and ` + ` to
 * an address below. What is called, and what came back, is looked at where it is walked (five-people, office).
 */
/** The page of a child who was away, and its trigger plan. */
const AWAY = '/missing/patterns > a.strong[href$="/missing"]'
/** The first episode of the board, and its forms. */
const EPISODE = '/missing > #missing-rows a[href^="/missing/"]'
/** The first child that waits to be assessed. */
const EXPLOITED = '/exploitation > a.strong[href$="/exploitation"]'
/** The hottest place, and an adult linked to it. */
const PLACE = '/places > th a[href^="/places/"]'
const ADULT = `${PLACE} > td a[href^="/adults/"], th a[href^="/adults/"]`
/** A meeting that is not held yet. */
const TO_COME = '/meetings > table:has(caption:text-is("To come")) a[href^="/meetings/"]'
const PLACES: Readonly<Record<string, readonly string[]>> = {
  'mash-officer': [
    '/queue', '/drafts', '/referrals/new', '/referrals/new?way=pac', '/referrals/new?way=public', '/referrals/new?way=other-force', '/import', '/handover', '/discussions', '/told', '/actions', '/actions?whose=borough&q=Prya', '/people', '/people?q=Prya', '/queue?q=Prya', '/missing?q=Prya', '/figures', REFERRAL, `${REFERRAL} > a[href^="/discussions/call"]`,
    PERSON, ...['/add', '/add?what=information-received', '/protection', '/protection/take', '/protection/not-used', '/protection/order', '/other-children', '/other-children/name', '/closing', '/closing/suspect', '/household', '/chronology'].map((after) => `${PERSON} + ${after}`), 'a[href^="/duties/"]', '/places', '/places/new?q=a', PLACE, `${PLACE} + /change`, `${PLACE} + /link`, ADULT, `${ADULT} + /link`, `${ADULT} > a[href*="/notice?child="]`, '/adults/others', '/adults/others?list=unlooked', '/makesafe?list=untagged', '/makesafe?list=coverage', '/makesafe?list=never', `${PERSON} + /network`
  ],
  'mash-decision-maker': ['/queue', '/strategy', '/rota', '/drafts', REFERRAL],
  'mash-social-worker': ['/queue', '/handover', REFERRAL, `${PERSON} + /map`, '/people/duplicates', `${PERSON} + /same`],
  'emergency-duty-worker': ['/queue', '/handover', '/import'],
  'cait-supervisor': ['/strategy', '/strategy/unseen', '/strategy/suspects', '/strategy/overdue', '/digest', `${PERSON} + /review`, 'a[href^="/discussions/new"]', '/figures/list?measure=strategy-24h&part=judged', '/rota', '/discussions', `${PERSON} + /closing`, ...['child-seen', 'police-enquiry', 'whereabouts', 'contradiction', 'answer'].map((what) => `${PERSON} + /closing/${what}`)],
  'cait-officer': ['/strategy', '/actions'],
  'missing-persons-officer': [
    '/people', '/actions', '/missing/patterns', '/missing/patterns?without=1', ...['today', 'settled', 'places', 'people'].map((list) => `/missing/patterns?list=${list}`), '/missing/patterns?list=today > a[href*="settle="]',
    AWAY, `${AWAY} + /plan`, `${AWAY} + /plan-review`, `${AWAY} + /arrest`, `${AWAY} > a[href^="/missing/"]:not([href*="call"])`, ...['check', 'debrief'].map((what) => `${AWAY} > a[href^="/missing/"]:not([href*="call"]) + /return/${what}`),
  ],
  'despatch-supervisor': ['/people', '/missing', '/missing?class=absent', '/missing?back=1', EPISODE, ...['call-back', 'information', 'enquiry', 'review', 'class', 'social-care', 'senior', 'hand-over', 'close'].map((what) => `${EPISODE} + /${what}`), '/missing/call', '/missing/call?q=Priya', '/missing/call?new=1&q=Nobody+Known', '/missing/call?q=Priya > a[href^="/missing/call?child"]', '/makesafe', '/makesafe/new?q=a', `/makesafe > ${notNew('/makesafe/calls')}`, ADULT, PLACE],
  'exploitation-assessor': [
    '/exploitation', ...['second-line', 'contradicted', 'undiscussed', 'removals'].map((list) => `/exploitation?list=${list}`), '/exploitation/figures', '/exploitation/figures?behind=adults', '/exploitation/flags', '/exploitation/flags?found=record-without-flag', '/exploitation/flags > a[href*="match="]', '/exploitation/training',
    EXPLOITED, ...['category', 'work', 'ask-removal'].map((what) => `${EXPLOITED} + ?do=${what}`), '/people'],
  'mase-chair': ['/people', '/meetings', '/meetings/list', '/meetings > a[href^="/meetings/"]:not([href="/meetings/list"])', `${TO_COME} + /room`, '/figures', '/figures/london?measure=mase-actions'],
  'borough-manager': ['/queue', '/missing', '/strategy', '/figures', '/help/figures', '/figures?period=month&at=2026-10-31', '/figures/list?measure=mash-assessment&part=open', '/figures/since', '/figures/recorded', '/figures/targets', '/figures/pack', '/figures/london?measure=missing-reports', '/rota', '/strategy/reviews', '/digest'],
  'london-lead': ['/missing', '/figures', '/figures/london', '/figures/london?measure=strategy-procedure&at=2026-10-31', '/replay', '/people', '/missing/patterns'],
  partner: ['/sent', `/sent > ${notNew('/sent')}`, '/asked', '/asked?see=answered', `/asked > ${notNew('/asked')}`, '/referrals/new', '/discussions', '/actions', '/drafts'],
  auditor: ['/replay', '/audit', '/audit?see=shared', '/audit?see=refusals', '/audit?see=administration', '/queue'],
  administrator: ['/account', '/admin', '/admin/accounts/new', `/admin > ${notNew('/admin/accounts')}`, '/admin/teams', '/admin/teams/new', `/admin/teams > ${notNew('/admin/teams')}`, '/admin/boroughs', '/admin/boroughs/bromley', '/admin/history'],
}

/** The address of a place, found step by step from the role's first page; a link that was found once is not looked for again. */
async function addressOf(page: Page, place: string, from: string, found: Map<string, string>): Promise<string> {
  let at = from
  for (const step of place.split(' > ')) {
    if (step.startsWith('/')) {
      at = step
      continue
    }
    const [selector = '', after = ''] = step.split(' + ')
    const key = `${at} > ${selector}`
    let link = found.get(key)
    if (link === undefined) {
      expect((await page.goto(at))?.status(), key).toBe(200)
      link = (await page.locator(`main ${selector}`).first().getAttribute('href')) ?? ''
      expect(link, key).not.toBe('')
      found.set(key, link)
    }
    at = `${link}${after}`
  }
  return at
}

for (const [role, places] of Object.entries(PLACES)) {
  test(`the pages of a ${role} break no rule of WCAG 2.2 AA and fit a phone`, async ({ page }) => {
    test.setTimeout(480_000)
    const [start] = places
    await signInAs(page, role, start ?? '/')
    const found = new Map<string, string>()
    for (const place of places) {
      const response = await page.goto(await addressOf(page, place, start ?? '/', found))
      // A page that says "not found" breaks no rule either.
      expect(response?.status(), place).toBe(200)
      await isAccessible(page)
    }
  })
}
