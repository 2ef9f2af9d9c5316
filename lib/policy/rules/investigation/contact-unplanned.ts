import { concernOf, isThresholdConcern } from '../../concerns'
import { answerOf, isAfter, listOf, textOf, type EventKind, type PolicyEvent } from '../../events'
import { exploitationKnown } from '../../exploitation'
import { indicatorsKnown } from '../../exploitation/signs'
import { knownAt } from '../../missing/as-known'
import type { History, NoticeRule } from '../../rule'
import { hasSuspect } from '../../suspects'

/** Met, and not dealt with: an arrest or an interview is a plan carried out. */
const MET: readonly string[] = ['spoken-to', 'advised', 'contacted', 'visited', 'informal-contact', 'words-of-advice', 'informal-advice']
const INFORMAL = /informal|words? of advice|\badvice\b|\badvised\b|\bchat\b|quiet word|in passing|telephone call|phoned him|rang him/i
const SERIOUS = /violen|weapon|firearm|\bgun\b|knife|rape|sexual|assault|exploit|groom|drug|gang|offender|serious|harm|abduct|traffick|murder|threat|robbery|intelligence/i
const NOTHING = /^(none|no|nothing|nil|n\/?a|no trace|negative|no intelligence|not known)\b/i
const SIGNS: readonly string[] = ['threats-of-violence', 'sexual-violence', 'sexual-activity-adult', 'found-with-adults', 'gang-link', 'sex-for-money', 'meeting-arranged']
const INTELLIGENCE: readonly EventKind[] = ['intelligence-checked', 'information-received', 'offender-registered']

/** suspect-contact: a man of whom there was violent intelligence was given informal advice (HMIC 2016 L1111–1124). */
export const contactUnplanned: NoticeRule = {
  form: 'notice',
  id: 'investigation/contact-unplanned',
  alert: 'suspect-contact-unplanned',
  title: 'Suspect met without a plan',
  plain: 'Somebody spoke informally to a suspect of whom there is serious intelligence, with no plan of enquiry or disruption: the suspect is warned, and the child no safer.',
  meets: 'A plan: a supervisor’s review or a dated action about the suspect, a strategy discussion with a plan; or the suspect arrested, interviewed, charged or served with a warning notice.',
  clause: 'suspect-contact',
  owedBy: 'police',
  raises(event, history) {
    if (event.kind !== 'suspect-action' || !MET.includes(textOf(event, 'action') ?? '') || isPlanned(event, history)) return null
    const informal = saysInformal(event)
    const why = informal ? seriousAtAll(event, history) : seriousIntelligence(event, history)
    return why === null ? null : { because: [informal ? 'the contact with the suspect was informal' : 'the suspect was spoken to', why, 'no plan is on record'] }
  },
  remedies: (event, raisedBy) => isAfter(event, raisedBy) && (isPlan(event) || (event.kind === 'suspect-action' && ['arrested', 'interviewed', 'charged', 'cawn-served'].includes(textOf(event, 'action') ?? ''))),
}

const words = (event: PolicyEvent, ...keys: readonly string[]): string => keys.map((key) => textOf(event, key)).filter((one) => one !== null).join(' ')

const saysInformal = (event: PolicyEvent): boolean => answerOf(event, 'informal') === true || answerOf(event, 'planned') === false || answerOf(event, 'plan') === false || answerOf(event, 'plan_recorded') === false
  || textOf(event, 'action') !== 'spoken-to' || INFORMAL.test(words(event, 'note', 'manner', 'how', 'about', 'what', 'result', 'account', 'reason'))

/** A plan for this contact: said with it, or made before it about the matter. */
function isPlanned(event: PolicyEvent, history: History): boolean {
  if (answerOf(event, 'planned') === true || answerOf(event, 'plan') === true || (textOf(event, 'plan') !== null && !NOTHING.test(textOf(event, 'plan') ?? ''))) return true
  if (answerOf(event, 'planned') === false || answerOf(event, 'plan') === false) return false
  return knownAt(event, history).events.some((earlier) => earlier.id !== event.id && isPlan(earlier))
}

function isPlan(event: PolicyEvent): boolean {
  switch (event.kind) {
    case 'strategy-discussion-held': return answerOf(event, 'plan_recorded') !== false
    case 'action-set': return true
    case 'supervisor-review': return textOf(event, 'direction') !== null
    default: return false
  }
}

/** Intelligence on record, or said with the contact, that speaks of something serious. */
function seriousIntelligence(event: PolicyEvent, history: History): string | null {
  const said = event.detail['intelligence']
  if (said === true || (typeof said === 'string' && said !== '' && !NOTHING.test(said)) || listOf(event, 'intelligence').length > 0) return 'there is serious intelligence of the suspect'
  const before = knownAt(event, history).events.filter((earlier) => INTELLIGENCE.includes(earlier.kind))
  return before.some(tellsOfIntelligence) ? 'there is serious intelligence on record' : null
}

function tellsOfIntelligence(event: PolicyEvent): boolean {
  const told = words(event, 'result', 'about', 'intelligence', 'note', 'risk')
  if (event.kind === 'offender-registered') return true
  if (event.kind === 'information-received' && !hasSuspect(event) && concernOf(event) !== 'offender-risk') return false
  return (told !== '' && !NOTHING.test(told) && SERIOUS.test(told)) || concernOf(event) === 'offender-risk' || concernOf(event) === 'indecent-images'
}

/** Anything serious: intelligence, a concern at the threshold, an offence, exploitation, a child found with the suspect. */
function seriousAtAll(event: PolicyEvent, history: History): string | null {
  const intelligence = seriousIntelligence(event, history)
  if (intelligence !== null) return intelligence
  const known = knownAt(event, history)
  if (exploitationKnown(known).length > 0) return 'the child is at risk of exploitation'
  if (indicatorsKnown(known).some((one) => SIGNS.includes(one))) return 'signs of harm are on record'
  if (known.events.some((earlier) => isThresholdConcern(concernOf(earlier)) || answerOf(earlier, 'offence_identified') === true)) return 'a grave concern is on record'
  return SERIOUS.test(words(event, 'note', 'intelligence', 'about', 'suspect_note')) ? 'what is told of the suspect is serious' : null
}
