import type { Route } from '@/lib/policy/routing/route'

/** The teams that the routing rules propose. */
export const ROUTE_WORDS: Readonly<Record<Route, string>> = {
  'cait': 'Child Abuse Investigation Team',
  'sapphire': 'Sapphire team',
  'sexual-exploitation-team': 'Sexual Exploitation Team',
  'borough': 'Borough CID',
  'predatory-offenders-unit': 'Predatory Offenders Unit',
  'missing-persons-unit': 'Missing Persons Unit',
  'jigsaw': 'Jigsaw team',
  'paladin': 'Paladin Team',
}
