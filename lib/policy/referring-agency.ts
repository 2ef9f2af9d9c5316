/** People who are no professionals: their taking part is no part of the quorum. */
const NOT_PROFESSIONAL: readonly string[] = [
  'public', 'family', 'parent', 'mother', 'father', 'relative', 'grandparent', 'carer', 'child', 'victim', 'friend', 'neighbour',
  'anonymous', 'caller', '999', 'sibling', 'brother', 'sister', 'aunt', 'uncle', 'stranger', 'passer-by', 'witness', 'resident',
]

/** Police and social care are in the quorum already; a meeting of agencies is not one agency. */
const IN_QUORUM: readonly string[] = [
  'police', 'force', 'ceop', 'nca', 'cait', 'sapphire', 'jigsaw', 'mpu', 'officer', 'custody', 'control room', 'interpol', 'csc',
  'social care', 'social worker', 'social-worker', 'social work', 'local authority', 'edt', 'emergency duty', 'mash', 'marac',
  'mase', 'mappa', 'idu', 'cse-team',
]

/** Words by which a professional's agency is known. */
const AGENCY_WORDS: readonly (readonly [agency: string, words: readonly string[]])[] = [
  ['health', ['health', 'gp', 'doctor', 'hospital', 'midwife', 'midwifery', 'nurse', 'paediatric', 'camhs', 'clinic', 'ambulance', 'a&e', 'sarc', 'haven']],
  ['education', ['school', 'education', 'teacher', 'nursery', 'college', 'academy', 'pupil']],
  ['probation', ['probation']],
  ['youth-offending', ['youth offending', 'youth-offending', 'yot', 'yos']],
  ['housing', ['housing', 'landlord']],
  ['voluntary', ['voluntary', 'charity', 'idva', 'nspcc', 'refuge', 'helpline', 'childline', 'barnardo']],
]

const says = (word: string, text: string): boolean => new RegExp(`(^|[^a-z0-9])${word.replace(/[&]/g, '\\$&')}`).test(text)

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
  if (NOT_PROFESSIONAL.some((word) => says(word, text))) return null
  return 'other'
}
