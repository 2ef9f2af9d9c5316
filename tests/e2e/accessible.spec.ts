import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { signInAs } from './as'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** The pages each role works from; a page opened from a list is opened by its first link, and ` + ` goes on from there. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  'mash-officer': ['/queue', '/drafts', '/referrals/new', '/told', '/actions', '/people', '/figures', 'a[href^="/referrals/"]:not([href="/referrals/new"])', 'a[href^="/people/"]', 'a[href^="/people/"] + /add', 'a[href^="/people/"] + /closing/suspect', 'a[href^="/people/"] + /add?what=information-received', 'a[href^="/duties/"]'],
  'mash-decision-maker': ['/queue', '/strategy'],
  'mash-social-worker': ['/queue'],
  'emergency-duty-worker': ['/queue'],
  'cait-supervisor': ['/strategy', 'a[href^="/discussions/new"]', '/strategy/figures?measure=force-24h'],
  'cait-officer': ['/strategy', '/actions'],
  'missing-persons-officer': ['/people', '/actions'],
  'despatch-supervisor': ['/people'],
  'exploitation-assessor': ['/people'],
  'mase-chair': ['/people', '/figures'],
  'borough-manager': ['/queue', '/strategy', '/figures?measure=procedure&period=year'],
  'london-lead': ['/figures', '/figures?measure=procedure&period=year', '/replay', '/people'],
  partner: ['/sent', '/referrals/new', '/actions'],
  auditor: ['/replay', '/audit', '/queue'],
  administrator: ['/account'],
}

async function open(page: Page, place: string, from: string): Promise<void> {
  if (place.startsWith('/')) {
    await page.goto(place)
    return
  }
  await page.goto(from)
  const [selector, after = ''] = place.split(' + ')
  const link = page.locator(`main ${selector ?? ''}`).first()
  await page.goto(`${(await link.getAttribute('href')) ?? ''}${after}`)
}

for (const [role, places] of Object.entries(PLACES)) {
  test(`the pages of a ${role} break no rule of WCAG 2.2 AA and fit a phone`, async ({ page }) => {
    test.setTimeout(240_000)
    const [start] = places
    await signInAs(page, role, start ?? '/')
    for (const place of places) {
      await page.setViewportSize({ width: 1280, height: 900 })
      await open(page, place, start ?? '/')
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
      expect(violations.map((violation) => `${page.url()}: ${violation.id} at ${violation.nodes.map((node) => node.target.join(' ')).slice(0, 3).join('; ')}`)).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${page.url()} is wider than a phone`).toBeLessThanOrEqual(0)
    }
  })
}
