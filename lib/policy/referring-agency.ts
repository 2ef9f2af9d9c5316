/** Police and social care are in the quorum already; a meeting of agencies is not one agency. */
const IN_QUORUM: readonly string[] = [
  'police', 'ceop', 'nca', 'cait', 'sapphire', 'jigsaw', 'paladin', 'mpu', 'control room', 'interpol', 'europol', 'csc',
  'social care', 'social worker', 'social-worker', 'social work', 'social services', 'local authority', 'edt', 'emergency duty', 'mash', 'marac',
  'mase', 'map', 'mappa', 'idu', 'cse-team',
]

/** Words by which a professional's agency is known. */
const AGENCY_WORDS: readonly (readonly [agency: string, words: readonly string[]])[] = [
  ['health', ['health', 'gp', 'doctor', 'hospital', 'midwife', 'midwives', 'midwifery', 'nurse', 'paediatric', 'paediatrician', 'camhs', 'clinic', 'ambulance', 'paramedic',
    'a&e', 'nhs', 'sarc', 'haven', 'dentist', 'psychologist', 'psychiatrist']],
  ['education', ['school', 'education', 'teacher', 'nursery', 'college', 'academy', 'pupil', 'headteacher', 'sendco', 'university']],
  ['probation', ['probation']],
  ['youth-offending', ['youth offending', 'youth-offending', 'yot', 'yos']],
  ['housing', ['housing', 'landlord', 'hostel']],
  ['voluntary', ['voluntary', 'charity', 'idva', 'isva', 'nspcc', 'refuge', 'helpline', 'childline', 'barnardo', 'barnardos']],
]

/** Words of the police that other agencies use too: asked after the agencies' own (a probation officer is no police officer). */
const POLICE_RANKS: readonly string[] = ['force', 'officer', 'custody', 'constable', 'sergeant', 'inspector', 'detective', 'despatch', 'dispatch', '101']

/** People who are no professionals: their taking part is no part of the quorum. */
const NOT_PROFESSIONAL: readonly string[] = [
  'public', 'family', 'parent', 'mother', 'father', 'mum', 'dad', 'relative', 'grandparent', 'grandmother', 'grandfather', 'carer', 'child', 'children', 'victim', 'friend',
  'neighbour', 'anonymous', 'caller', '999', 'sibling', 'brother', 'sister', 'aunt', 'uncle', 'cousin', 'stranger', 'passer-by', 'passerby', 'witness', 'resident',
  'stepfather', 'stepmother', 'partner', 'ex-partner', 'boyfriend', 'girlfriend', 'husband', 'wife', 'self', 'herself', 'himself', 'boy', 'girl', 'woman', 'man',
  'young person', 'informant', 'crimestoppers', 'hotel', 'taxi', 'shop', 'employer', 'colleague', 'suspect', 'offender', 'not known', 'unknown',
]

/** The home a child lives in is staffed by professionals, though 'child' and 'carer' are in its names. */
const CARE_HOME = /(care|children['’]?s|childrens|residential|group) home|care placement|residential (worker|unit|placement)|support worker|key worker/

/** A whole word, or its plural or possessive: without the end, a nursery would be a nurse. */
const says = (word: string, text: string): boolean =>
  new RegExp(`(^|[^a-z0-9])${word.replace(/[&]/g, '\\$&')}(['’]?s|['’])?(?![a-z0-9])`).test(text)

/**
 * The referring agency that a quorum needs, or null when the referrer is not a professional outside police and social
 * care. `referrer` (who made the referral) goes before `from` (where it came from). A professional of an agency not known
 * by name is 'other': the referrer must then have taken part as such.
 */
export function referringAgency(referrer: string | null, from: string | null): string | null {
  const text = (referrer ?? from)?.trim().toLowerCase() ?? ''
  if (text === '') return null
  if (IN_QUORUM.some((word) => says(word, text))) return null
  for (const [agency, words] of AGENCY_WORDS) if (words.some((word) => says(word, text))) return agency
  if (POLICE_RANKS.some((word) => says(word, text))) return null
  if (CARE_HOME.test(text)) return 'other'
  if (NOT_PROFESSIONAL.some((word) => says(word, text))) return null
  return 'other'
}
