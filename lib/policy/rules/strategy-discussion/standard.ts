import { strategyBand } from './bands'

/** sd-default: three working days from the concern being identified, not from receipt (HMIC 2016 L2577–2580). */
export const standard = strategyBand({
  basis: 'standard',
  title: 'Strategy discussion, London procedures',
  plain: 'The strategy discussion is held within three working days of the concern being identified.',
  clause: 'sd-default',
  parameter: 'strategy.standard',
  moment: 'concern_identified_at',
  owedBy: 'csc',
  stopsOn: 'quorate',
})
