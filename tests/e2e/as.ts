import type { Page } from '@playwright/test'
import { demonstrationAccounts } from '../../prisma/seed/accounts'

/**
 * The demonstration's account of a role in a borough; a central role has no borough. Where several have the role, the first word
 * of the e-mail tells them apart: 'gp', 'housing'. Throws when there is none.
 */
export function accountOf(role: string, borough: string | null = 'bromley') {
  const accounts = demonstrationAccounts().filter((account) => account.role === role || account.email.startsWith(`${role}.`))
  const found = accounts.find((account) => borough === null || account.borough === borough) ?? accounts[0]
  if (found === undefined) throw new Error(`The demonstration has no ${role}`)
  return found
}

/** Signs in by the form, as anybody does, and goes to `path`. */
export async function signInAs(page: Page, role: string, path = '/', borough: string | null = 'bromley'): Promise<void> {
  const account = accountOf(role, borough)
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`)
  await page.getByLabel('E-mail').fill(account.email)
  await page.getByLabel('Password').fill(account.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
