import { defineConfig } from '@playwright/test'
import { launchOptions } from './browser'

/** The browser's tests: the built product on a database of its own with the demonstration in it (tests/support/served-app). */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: '../support/served-app.ts',
  // Two cores, one of them the server's.
  workers: process.env['CI'] ? 1 : 2,
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
    trace: 'retain-on-failure',
  },
})
