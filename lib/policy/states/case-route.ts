import { routeFor } from '../routing/route'
import type { State } from './state'

/** The team that the routing rules propose, or null where nothing on the record calls for one. */
export const caseRoute: State = {
  field: 'case.route',
  title: 'Proposed team',
  clause: 'route',
  read: (history) => routeFor(history)?.team ?? null,
}
