import type { Agency, Role } from '@/lib/access/roles'

/** The columns of the table of rights (domain/access.md), in its order, with the agency such a person works for. */
export const COLUMNS: readonly (readonly [Role, Agency])[] = [
  ['mash-officer', 'police'], ['mash-social-worker', 'csc'], ['mash-decision-maker', 'csc'], ['emergency-duty-worker', 'csc'], ['cait-officer', 'police'],
  ['cait-supervisor', 'police'], ['missing-persons-officer', 'police'], ['despatch-supervisor', 'police'], ['exploitation-assessor', 'police'], ['mase-chair', 'police'],
  ['borough-manager', 'csc'], ['london-lead', 'police'], ['partner', 'education'], ['auditor', 'other'], ['administrator', 'other'],
]

/**
 * The rights, typed out from the table and apart from the code, one letter for each column:
 * y yes · o for one's own agency only · u where the matter is urgent · c members of social care · p members of police · - refused.
 * Columns: MASH police, MASH SW, decision maker, EDT, CAIT, CAIT sup, MPU, despatch, assessor, MASE chair, manager, lead, partner, auditor, admin.
 */
export const ORACLE: Readonly<Record<string, string>> = {
  'record-contact': 'yyyyyyyyyy--o--',
  'record-referral': 'yyyyyyyyyy--o--',
  claim: 'yyyy-----------',
  release: 'yyyy-----------',
  research: 'yyyy-----------',
  'ask-agency': 'yyyy-----------',
  'answer-request': 'ooooooooooooo--',
  'record-consent': 'yyyy-----------',
  'record-disclosure': 'yyyy-----------',
  'refer-to-csc': 'y---yyy--------',
  'set-rag': '-yyy-----------',
  'acknowledge-referrer': 'yyyy-----------',
  'tell-referrer': 'yyyy-----------',
  'decide-referral': '--yu-----------',
  'give-second-line': '--y--y---------',
  allocate: '--c--p---------',
  'add-facts': 'yyyyyyy-y------',
  'record-strategy-discussion': 'yyyyyyy--------',
  'circulate-record': 'yyyyyy---------',
  'give-position': 'yyyyyyo-----o--',
  'police-challenge': 'y---yyy--------',
  chase: 'yyyyyyy---y----',
  escalate: 'yyyyyyy-yyyy---',
  reassign: '--c--p---------',
  'annul-duty': '--y--y---------',
  'acknowledge-duty': 'yyyyyyy---y----',
  'set-action': 'yyyyyyy--------',
  'complete-action': 'yyyyyyyyyyy-o--',
  'record-entry': 'yyyyyyyyyy-----',
  'police-protection': 'y---yy---------',
  'report-missing': 'y-----yy-------',
  'safe-and-well-check': 'y---yyy--------',
  'return-home-interview': '-yy------------',
  'set-category': '--------y------',
  'close-enquiry': '-----y---------',
  'add-flag': 'yyyyyyy-y------',
  'remove-flag': '-----y---------',
  'correct-person': 'yyyyyyy--------',
  'link-people': 'yyyyyyy-y------',
  'join-identities': '-yy--y---------',
  'open-with-reason': 'yyyyyyy-yyyy---',
  'break-glass': 'yyyyyyy-y----y-',
  'review-break-glass': '--y--y----y--y-',
  'restrict-person': '--yy-y---------',
  'lift-restriction': '--y--y---------',
  'see-queue': 'yyyy------y--y-',
  'see-board': '--y-yy----y--y-',
  'see-person': 'yyyyyyyyyyyy-y-',
  'see-figures': 'yyy-yyy-yyyy-y-',
  'see-reading-log': '-------------y-',
  replay: '-----------y-y-',
  'manage-accounts': '--------------y',
  'set-policy': '--------------y',
}
