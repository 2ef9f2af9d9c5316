import { clauseOf, EDITION, type Clause } from './clause'

/**
 * Policy values that the sources leave without a figure. The duty behind each is criticised as failed in the inspection;
 * the figure is this product's default, configuration that a borough may tighten.
 */
const d = (id: string, title: string, text: string, source = 'No figure in the sources'): Clause =>
  clauseOf(id, 'C', title, text, source, EDITION.none)

export const DEFAULTS = [
  d('contact-action', 'Something is done about what comes in', 'A contact or an item of information is acted on within 24 hours, one where urgent. An act answers only what came before it.'),
  d('csc-referral', 'Police pass the concern on', 'Police pass a concern about a child to children’s social care within 24 hours, four for a concern of the same-day kind.'),
  d('allocation', 'A named worker', 'A named worker within one working day; within 24 hours where urgent or of the same-day kind.',
    'HMIC 2016, L1014–1021, L1931–1942, L3198–3206 criticise delay; no figure in the sources'),
  d('child-seen', 'The child is seen', 'The child is seen and spoken to within three working days; within 24 hours where urgent, or on penetrative abuse, serious injury, serious neglect or trafficking.',
    'HMIC 2016, L1085–1090, L3470–3476 for the duty; no figure in the sources'),
  d('ladder', 'What is late climbs', 'The owner is warned when three quarters of the time are gone and told at the breach; the supervisor is told an hour after it and the manager a day after it.',
    'HMIC 2016, L2607–2610 and L2652–2655 for the duty to raise it; no figure in the sources'),
  d('glass-review', 'The opening of a restricted record is answered for', 'Whoever opens a restricted record gives a reason and a password; another person who answers for the borough says whether it was right. They are told at once, and it climbs until they have.',
    'NHS Spine, self-claimed relationships: every override is reviewed; Data Protection Act 2018, s62; no time is given'),
  d('last-administrator', 'There is always an administrator', 'Accounts, teams and what a borough follows can be changed at any time: the last administrator is not removed.', 'No figure in the sources; domain/access.md for who may'),
  d('action-overdue', 'An action by its own date', 'An agreed action or a supervisor’s direction is done by the date that it carries.', 'HMIC 2016, L2553–2556 for the duty'),
  d('crime-recording', 'The crime is recorded', 'An offence that has been identified is recorded as a crime within 24 hours.', 'National Crime Recording Standards, named in the 2007 plan, L88; no figure in the sources'),
  d('suspect.identify', 'The suspect is identified', 'An unknown suspect is identified within seven days, 28 in image cases.'),
  d('suspect.action', 'The suspect is dealt with', 'A known suspect is arrested, interviewed or warned within seven days.'),
  d('enforcement.images', 'Image intelligence is acted on', 'A warrant or an arrest within 28 days of the intelligence, seven where a child is within reach.'),
  d('device.examination', 'Devices are examined', 'A seized device is previewed within 14 days, two where a child is within reach, and examined within 90.'),
  d('supervisor.review', 'A supervisor reviews', 'A supervisor reviews an open case every 28 days.', 'HMIC 2016, L4050–4054 for the duty; no figure in the sources'),
  d('record-update', 'The record is brought up to date', 'Work done is on the record within 24 hours; a meeting’s decisions within two working days.'),
  d('wider-risk', 'Other children at risk', 'Other children within a known suspect’s reach are checked within seven days.'),
  d('household-child', 'Children in the household', 'A child with whom a suspect or offender lives, or to whom there is access, is assessed within 24 hours.'),
  d('linked-child', 'Other children named', 'A sibling, an unborn child or another child named in the facts is assessed within 24 hours.'),
  d('audit-action', 'Findings of an audit are acted on', 'Within 24 hours for inadequate or a case referred back; within five working days for requires improvement.'),
  d('rso.pattern', 'A pattern of worrying behaviour', 'Three reports about one offender in 12 months.', 'HMIC 2016, L3578 tells of seven; the threshold is a default'),
  d('cumulative-incidents', 'Domestic incidents count together', 'The third in a family in 12 months is raised.', 'HMIC 2016, L2491 names the effect; no figure in the sources'),
  d('queue.mash', 'The MASH queue', 'Any referral past its time, or more than twice the mean daily intake waiting.'),
  d('queue.rso-visits', 'The queue of visits', 'Any overdue visit.'),
  d('rso.caseload', 'Offenders for each manager', 'Sixty at most.', 'HMIC 2016, L3531: 50 to 60 is typical'),
  d('withdrawal.review', 'A withdrawal is reviewed', 'A supervisor reviews risk and wishes within 24 hours of a complaint being withdrawn.'),
  d('check-all-systems', 'All systems are checked', 'The records of the child, the household and the suspect are searched in every system when a concern comes in: 24 hours is a default.',
    'HMIC 2016, L1944–1975, L2095–2100 for the duty; no figure in the sources'),
  d('senior-review', 'An inspector looks at it', 'A grade below what the facts propose, a withdrawal, bail beyond 90 days, two failed visits to an offender, the arrest of a child at risk: an inspector or above reviews within 24 hours.',
    'HMIC 2016, L1936–1942, L2138–2152, L3604–3610 for the duty; no figure in the sources'),
]
