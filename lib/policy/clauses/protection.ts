import { clauseOf as c, EDITION as E } from './clause'

/** Emergency protection and children in custody (catalogue sections 6 and 7): the rows that carry a value of the packs. */
export const PROTECTION = [
  c('s46-72h', 'A', 'Police protection ends at 72 hours',
    'No child is kept in police protection for more than 72 hours. It is not renewed without fresh grounds. The warnings before it are defaults.',
    'Children Act 1989 s46(6); HMIC 2016, L3380–3381', E.childrenAct),
  c('s46-designated', 'A', 'The designated officer',
    'The case is inquired into as soon as practicable by a designated officer who is not the officer who took the child. One hour is a default.',
    'Children Act 1989 s46(3)(e) and (5)', E.childrenAct),
  c('s46-sequel', 'A', 'After police protection: the strategy discussion',
    'Where police protection was taken a strategy discussion follows within one working day of it, and any offence, neglect most of all, is recorded.',
    'HMIC 2016, L1465; Southwark and Surrey, strategy discussion chapters', E.local),
  c('epo-8d', 'A', 'Emergency protection order: eight days',
    'Up to eight days beginning with the day of the order.',
    'Children Act 1989 s45(1)', E.childrenAct),
  c('epo-after-pp', 'A', 'Emergency protection order after police protection',
    'Where the designated officer applied, the eight days begin with the first day of police protection.',
    'Children Act 1989 s45(3)', E.childrenAct),
  c('epo-extend', 'A', 'One extension of seven days',
    'An emergency protection order is extended once only, by up to seven days.',
    'Children Act 1989 s45(5)–(6)', E.childrenAct),
  c('cust-aa', 'A', 'An appropriate adult for a child in custody',
    'Asked to attend as soon as practicable. Asked within one hour, a warning at two and a breach at four are defaults.',
    'PACE Code C 3.15; HMIC 2016, L3826–3834', E.pace),
  c('cust-transfer', 'A', 'A child refused bail goes to local authority accommodation',
    'Asked for as soon as bail is refused. One hour is a default.',
    'PACE s38(6), in HMIC 2016, L3770–3773', E.pace),
]
