import { clauseOf as c, EDITION as E } from './clause'

/** Enquiry and investigation, from the first look to the closing (catalogue section 10). */
export const INVESTIGATION = [
  c('inv-child-seen', 'A', 'The child is seen and spoken to before it is closed',
    'The child is seen and spoken to, and what the child says and what it meant for them is recorded, or the reason why not. The case cannot be closed otherwise: a supervisor records that the child is abroad, untraceable, dead or by now an adult.',
    'HMIC 2016, L1085–1104, L3470–3476', E.hmic),
  c('inv-other-children', 'A', 'Other children are thought of',
    'Wider risk is checked: the household, contacts, online. A suspect’s own children count.',
    'HMIC 2016, L2962–2999, L3113–3122', E.hmic),
  c('closure-unresolved', 'A', 'Nothing is closed over an open risk',
    'An enquiry is not closed while the suspect, other children, the child’s whereabouts, a supervisor’s direction or a contradiction in the record is unresolved.',
    'HMIC 2016, L2968–2999', E.hmic),
  c('no-crime', 'A', 'No crime needs an enquiry of the police’s own',
    'Police lead the criminal side; another agency’s enquiry is not theirs. “No crime” is not recorded on it alone: police visited, interviewed, saw the child or spoke to the suspect.',
    'HMIC 2016, L2306–2310, L2342–2349', E.hmic),
  c('route', 'A', 'Who investigates',
    'The CAIT keeps abuse in the family, by carers and by professionals, and images within the family; Sapphire rape and serious sexual offences by others; the exploitation team categories 2 and 3, boroughs category 1; the predatory offenders unit aggravated image cases; Paladin trafficking and ports; Jigsaw managed offenders; the missing persons unit the missing.',
    'HMIC 2016, L478–564, L1921–1926, L3080–3122, L3179–3184; Bromley roles 2013, L9–35', E.hmic),
]
