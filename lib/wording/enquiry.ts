/** On what lawful basis information is asked for or shared. */
export const LAWFUL_BASIS_WORDS = {
  'public-task': 'Safeguarding a child at risk (Data Protection Act 2018, Schedule 1, paragraph 18)',
  'section-47': 'Section 47 enquiry: agencies help with it (Children Act 1989, s47(9))',
  'section-17': 'A child in need: agencies co-operate (Children Act 1989, s17 and s27)',
  'crime': 'Preventing or detecting crime (Data Protection Act 2018, Schedule 2, paragraph 2)',
  'vital-interests': 'Vital interests: somebody’s life is at stake',
  'court-order': 'An order of a court',
  'consent': 'Consent of the parent, or of the young person',
} as const satisfies Record<string, string>

/** The same inside a sentence or a table. */
export const BASIS_SHORT_WORDS: Readonly<Record<string, string>> = {
  'public-task': 'safeguarding a child at risk', 'section-47': 'section 47 enquiry', 'section-17': 'child in need, section 17', 'crime': 'preventing or detecting crime',
  'vital-interests': 'vital interests', 'court-order': 'order of a court', 'consent': 'consent',
}

export const CONSENT_WORDS = {
  'given': 'Consent given',
  'dispensed-with': 'Consent dispensed with',
  'not-sought': 'Consent not sought',
  'refused': 'Consent refused',
} as const satisfies Record<string, string>

/** Systems and records that are searched about a child, a household or a suspect. */
export const SYSTEM_WORDS = {
  'merlin': 'Merlin',
  'police-crime': 'Police crime records (CRIS)',
  'police-intelligence': 'Police intelligence (Crimint)',
  'pnc': 'Police National Computer',
  'pnd': 'Police National Database',
  'visor': 'ViSOR, managed offenders',
  'impact': 'Impact Nominal Index',
  'social-care': 'Social care case records',
  'child-protection-plans': 'Child protection plans',
  'health': 'Health record',
  'education': 'School and education records',
  'housing': 'Housing records',
  'probation': 'Probation records',
  'youth-offending': 'Youth offending records',
  'missing': 'Missing persons records',
  'other': 'Another system',
} as const satisfies Record<string, string>

export const ANSWER_WORDS = {
  'held': 'Answered',
  'nothing-held': 'Holds nothing',
  'refused': 'Refused to share',
} as const satisfies Record<string, string>
