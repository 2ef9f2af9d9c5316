import { strategyBand } from './bands'

/** sd-serious-harm, sd-penetrative: before the London midnight that closes the day of receipt (HMIC 2016 L2582–2591). */
export const sameDay = strategyBand({
  basis: 'same-day',
  title: 'Strategy discussion, same day',
  plain: 'Serious injury, serious neglect, or penetrative sexual abuse where forensic evidence may be secured: the discussion is held on the day the referral is received, weekends and holidays included.',
  clause: 'sd-serious-harm',
  clauses: { 'penetrative-abuse': 'sd-penetrative' },
  parameter: 'strategy.same-day',
  moment: 'received_at',
  owedBy: 'csc',
  stopsOn: 'quorate',
})
