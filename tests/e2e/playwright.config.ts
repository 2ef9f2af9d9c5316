import { defineConfig } from '@playwright/test'
import { launchOptions } from './browser'

/** The browser's tests: the built product on a database of its own with the demonstration in it (tests/support/served-app). */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: '../support/served-app.ts',
  // Two at once: each walk has people and children of its own, and most of its time is waiting for a page.
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  retries: 0,
  reporter: 'list',
  use: {
    // Set by the setup; each worker reads this file anew.
    baseURL: process.env['HOLDFAST_E2E_URL'],
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: await launchOptions(),
    // A trace of each step costs a third of the time; what a failed walk saw last says most.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
})
