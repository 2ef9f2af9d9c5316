import { clauseOf as c, EDITION as E } from './clause'

/** How well children are served, and what waits (catalogue section 13). A target is the one of its year. */
export const MEASURES_CLAUSES = [
  c('kpi-sd-24h', 'A', 'Strategy discussions within 24 hours', 'Of all discussions of the CAITs, the share held within 24 hours of the initial report: all of them. 60.8 of 100 were in 2015/16.', 'HMIC 2016, L2642–2646', E.hmic),
  c('kpi-icpc', 'A', 'Police at initial conferences', 'Police attend every initial child protection conference; 95 of 100 in the plan of 2007/08.', 'HMIC 2016, L3018–3024; plan 2007/08, measure 5a', E.hmic),
  c('kpi-rcpc', 'A', 'Police at review conferences', 'Police attend half of the review conferences; in the plan of 2007/08 they supply documents to 95 of 100.', 'HMIC 2016, L3018–3024; plan 2007/08, measure 5b', E.hmic),
  c('kpi-haven', 'A', 'Forensic examination offered within 90 minutes', 'To 95 of 100 children of 12 or under. 63 were in 2013/14, 68 in 2014/15.', 'HMIC 2016, L2404–2410', E.hmic),
  c('kpi-bail90', 'A', 'Suspects on bail longer than 90 days', 'Fewer than 65 of 100 in serious sexual offences: lower is better.', 'HMIC 2016, L3280–3283', E.hmic),
  c('kpi-bellona', 'A', 'The most serious image cases handled', 'Fifty in a month. 31 were, while about 400 new identifications came in.', 'HMIC 2016, L3132–3137', E.hmic),
  c('kpi-6wk', 'A', 'Six-week checks of children on plans', 'Every risk check within six weeks. A team of five had 252 plans.', 'HMIC 2016, L3043–3051', E.hmic),
  c('kpi-custody', 'A', 'Children charged, refused bail and held in a police cell', 'None who could have been elsewhere. 39 of 40 were held.', 'HMIC 2016, L3760–3763; the target is a default', E.hmic),
  c('kpi-rso-overdue', 'A', 'Overdue visits to registered offenders', 'None. One borough had 70, another 40, the oldest of eight months.', 'HMIC 2016, L3600–3602; the target is a default', E.hmic),
  c('kpi-victims-code', 'A', 'Updates under the Victims’ Code', '95 of 100 in time.', 'Plan 2007/08, measure 6', 'Child Abuse Investigation Command, plan 2007/08'),
  c('kpi-training', 'A', 'Mandatory training complete', '95 of 100.', 'Plan 2007/08, measure 7', 'Child Abuse Investigation Command, plan 2007/08'),
  c('kpi-lscb', 'A', 'Police at safeguarding boards', '95 of 100 meetings of the boroughs’ boards.', 'Plan 2007/08, measure 8', 'Child Abuse Investigation Command, plan 2007/08'),
  c('kpi-detection', 'A', 'Sanction detections', 'One in five; 37 of 100 for the rape of a child, 85 of 100 for homicide in the family.', 'Plan 2007/08, measures 1–3', 'Child Abuse Investigation Command, plan 2007/08'),
  c('kpi-disruption', 'A', 'Disruptions of people with a sexual interest in children', '130 in a year.', 'Plan 2007/08, measure 4', 'Child Abuse Investigation Command, plan 2007/08'),
  c('queue.plans', 'C', 'Plans for one worker', 'A conference officer has at most 50 plans to check.', 'HMIC 2016, L3043–3051 for the failing; no figure in the sources', E.none),
  c('kpi-any', 'C', 'A figure against its own target', 'A figure that was recorded with a target is held against it.', 'No figure in the sources', E.none),
]
