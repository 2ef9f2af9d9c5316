import { clauseOf as c, EDITION as E } from './clause'

/** Training, offenders and MAPPA, measures (catalogue sections 8, 10 and 13): the rows that carry a value of the packs. Exploitation has a file of its own. */
export const OFFENDERS = [
  c('gov-training', 'A', 'Trained for the work', 'It is on record who is trained for which work; a case is not given to somebody untrained unless a trained colleague signs for it too.',
    'HMIC 2016, L2883–2915, L4045–4047', E.hmic),
  c('iioc-aggravating', 'A', 'Suspects with access to children go to specialists',
    'A suspect in a position of trust or with access to children, their own family included, is a matter for specialists.', 'HMIC 2016, L3083–3122, L4000–4003', E.hmic),
  c('mappa-l2-rank', 'A', 'Police rank at MAPPA level 2', 'An inspector or above attends.', 'HMIC 2016, L3626–3630', E.hmic),
  c('mappa-l3-rank', 'A', 'Police rank at MAPPA level 3', 'A superintendent or above attends.', 'HMIC 2016, L3626–3630', E.hmic),
  c('cps-90', 'A', 'Bail longer than 90 days', 'Suspects on bail for more than 90 days are marked. A mark for a measure, not a legal limit.',
    'HMIC 2016, L3280–3283', E.hmic),
  c('haven-90', 'A', 'Forensic examination within 90 minutes', 'A child of 12 or under is offered one within 90 minutes of the request, in 95 of 100 cases.',
    'HMIC 2016, L2404–2410', E.hmic),
  c('rso-first-visit', 'C', 'First visit to a registered offender',
    'Soon after notification: 14 days, five where the risk is very high. Nearly a month was criticised; no figure is given.',
    'HMIC 2016, L3548–3576; the figures are defaults', E.none),
  c('rso-visit-very-high', 'A', 'Visits: very high risk', 'A visit at home every month from the last that succeeded.', 'National guidance before June 2017', E.sexOffences),
  c('rso-visit-high', 'A', 'Visits: high risk', 'A visit at home every three months from the last that succeeded.', 'National guidance before June 2017', E.sexOffences),
  c('rso-visit-medium', 'A', 'Visits: medium risk', 'A visit at home every six months from the last that succeeded.', 'National guidance before June 2017', E.sexOffences),
  c('rso-visit-low', 'A', 'Visits: low risk', 'A visit at home every year from the last that succeeded.', 'National guidance before June 2017', E.sexOffences),
  c('rso-visit-counts', 'A', 'Only a visit at home counts',
    'A meeting at the station or no answer at the door does not count. Two failures, or 180 days unseen, are defaults.',
    'HMIC 2016, L3604–3610', E.hmic),
]
