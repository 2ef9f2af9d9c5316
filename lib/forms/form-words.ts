/** What each form is called in a list of one's drafts: what it does, in the words of its page. Total over the registry; a test says so. */
export const FORM_WORDS: Readonly<Record<string, string>> = {
  'take-referral': 'New referral', 'submit-pac': 'New police checklist (PAC)', 'complete-pac': 'Completing a police checklist (PAC)',
  'claim-referral': 'Claiming a referral', 'release-referral': 'Releasing a referral', 'set-rag': 'Rating', 'add-facts': 'New facts', 'record-emergency': 'Live emergency',
  'acknowledge-referrer': 'Acknowledging the referrer', 'tell-referrer': 'Telling the referrer the outcome', 'confirm-own-call': 'Confirming a call in writing', 'confirm-in-writing': 'Written confirmation of a call',
  'decide-referral': 'Decision', 'give-second-line': 'Second line', 'allocate-referral': 'Allocation', 'match-person': 'Joining to a known person', 'new-person': 'None of the known people',
  'ask-agencies': 'Asking agencies', 'answer-request': 'Answer to a question', 'take-down-answer': 'Answer taken down', 'chase-request': 'Chasing an answer', 'withdraw-request': 'Withdrawing a question',
  'record-consent': 'Consent', 'record-research': 'Research check', 'record-disclosure': 'What was shared or held back', 'pass-to-csc': "Passing to children's social care",
  'hand-over': 'Shift hand-over', 'accept-handover': 'Accepting a hand-over',
  chase: 'Chasing a duty', 'police-challenge': 'Police challenge', escalate: 'Escalation', reassign: 'Handing on a duty', 'acknowledge-duty': 'Taking a duty in hand', 'settle-dispute': 'Settling a disagreement', 'annul-duty': 'Annulling a duty',
  'record-strategy-discussion': 'Record of a strategy discussion', 'complete-record': 'Filling in the record of a discussion', 'call-discussion': 'Calling a strategy discussion',
  'move-discussion': 'Moving a discussion', 'call-off-discussion': 'Calling off a discussion', 'answer-invitation': 'Answer to an invitation',
  'give-position': "Own agency's agreement or dissent", 'circulate-record': 'Sending out the record', 'confirm-receipt': 'Confirming receipt', 'chase-receipts': 'Chasing receipts', 'send-again': 'Sending again',
  'set-action': 'New action', 'complete-action': 'Marking an action as done', 'carry-action': 'Carrying an action over',
  'add-entry': 'Adding to the chronology', 'correct-person': 'Correcting who this is', 'set-circumstances': 'Circumstances', 'add-flag': 'Adding a flag', 'link-people': 'Linking two people', 'set-address': 'Address',
  'open-with-reason': 'Opening with a reason', 'break-glass': 'Breaking the glass', 'review-break-glass': 'Review of break-glass', 'restrict-person': 'Restricting a record', 'lift-restriction': 'Lifting a restriction',
  'take-police-protection': 'Taking into police protection', 'update-police-protection': 'Police protection: who was told', 'extend-police-protection': 'Police protection to be kept up',
  'end-police-protection': 'Ending police protection', 'police-protection-not-used': 'Police protection considered and not used',
  'record-protection-order': 'Emergency protection order', 'extend-protection-order': 'Extending a protection order', 'end-protection-order': 'Ending a protection order',
  'name-other-child': 'Naming another child', 'assess-other-child': 'Assessing another child', 'check-wider-risk': 'Check of other children and contacts',
  'close-case': 'Closing the enquiry', 'record-child-seen': 'Child seen and spoken to', 'record-suspect-action': 'What was done about the suspect', 'record-police-enquiry': 'Police enquiry',
  'confirm-whereabouts': 'Where the child is', 'record-contradiction': 'Contradiction in the record', 'answer-risk': 'Answering a risk',
  'add-account': 'New account', 'rename-account': 'Changing a name or e-mail', 'disable-account': 'Closing an account', 'enable-account': 'Opening an account again', 'reset-password': 'Password reset',
  'add-membership': 'Giving a role', 'end-membership': 'Ending a role', 'add-team': 'New team', 'set-team-boroughs': 'What a team covers', 'adopt-policy': 'Adopting borough settings', 'withdraw-adoption': 'Taking back borough settings',
  'add-shift': 'New shift', 'end-shift': 'Ending a shift', 'record-absence': 'Absence', 'end-absence': 'Ending an absence',
  'supervisor-review': 'Review by a supervisor',
  'report-missing': 'Report of a missing child', 'classify-episode': 'Classing as missing or absent', 'grade-episode': 'Grading a missing child', 'call-back': 'Call-back',
  'import-notifications': 'Import of notifications',
}

/** A form without its words is still a form: its draft is listed and can be opened. */
export const formWords = (act: string): string => (Object.hasOwn(FORM_WORDS, act) ? FORM_WORDS[act] ?? 'A form' : 'A form')
