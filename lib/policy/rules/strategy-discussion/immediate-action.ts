import { strategyBand } from './bands'

/** sd-immediate-action, s46-sequel, sd-mandatory-events: one working day (HMIC 2016 L2593–2597). */
export const immediateAction = strategyBand({
  basis: 'immediate-action',
  title: 'Strategy discussion, immediate action',
  plain: 'An agency needs to take immediate action, or police protection or an emergency protection order was used: the discussion is held within one working day.',
  clause: 'sd-immediate-action',
  clauses: { 'police-protection': 's46-sequel', 'emergency-protection': 'sd-mandatory-events' },
  parameter: 'strategy.immediate-action',
  moment: 'received_at',
  owedBy: 'csc',
  stopsOn: 'quorate',
})
