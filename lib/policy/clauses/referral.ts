import { clauseOf as c, EDITION as E } from './clause'

/** Referrals (catalogue section 3). */
export const REFERRAL = [
  c('ref-decision', 'A', 'A decision within one working day',
    'A social worker decides what kind of response a referral needs within one working day of receipt.',
    'Working Together 2015, chapter 1, as given in Surrey’s procedures and a school’s copy', E.wt2015),
  c('ref-ack', 'A', 'Acknowledge within one working day',
    'The referrer is told within one working day that the referral has been received. A referrer who hears nothing should ask.',
    'Working Together 2015, chapter 1; Sussex procedures 4.1.3', E.wt2015),
  c('ref-outcome-feedback', 'A', 'Tell the referrer the outcome',
    'The referrer, and the family unless that is unsafe, are told the outcome and the reasons with the decision.',
    'Working Together 2015; Southwark MASH page', E.wt2015),
  c('ref-written-followup', 'A', 'A telephone referral is confirmed in writing',
    'A referral made by telephone is confirmed in writing by the referrer within 24 hours (Waltham Forest; 48 hours in many procedures, from memory). A reminder: it never holds up a response.',
    'Waltham Forest, contacts chapter', E.local),
  c('ref-open-case', 'A', 'A case already open',
    'A referral about a child whose case is open goes to the allocated worker at once and does not pass through the MASH again.',
    'London BRAG page; Merton', E.mast),
  c('ref-crime-999', 'A', 'A live emergency goes by 999',
    'A recent rape or another live emergency goes by 999 and then to Sapphire, not to a referral desk.',
    'HMIC 2016, L1918–1926', E.hmic),
  c('ref-outcomes', 'A', 'The outcomes of a referral',
    'Immediate protection; section 47 with a strategy discussion; section 17 assessment; other services or early help; no further action. The reason is always stored. Where the threshold is not met, the duties that the concern had started end.',
    'Working Together 2015, as given in a school’s copy', E.wt2015),
  c('escalation-dispute', 'A', 'Disagreement between agencies',
    'It goes up the line, the lowest stage first, and the child’s safety never waits. One borough gives one working week, or the same day where the child is not safe.',
    'Barnet; Croydon, five stages; London procedures part B chapter 11', E.local),
]
