import { strategyBand } from './bands'

/** sd-complex: a ceiling of five working days that must be claimed; never a defence against a faster band (HMIC 2016 L2599–2604). */
export const complex = strategyBand({
  basis: 'complex',
  title: 'Strategy discussion, particularly complex',
  plain: 'Organised abuse or an allegation against staff, with the reason and the manager named from the start: at most five working days, sooner if a child needs protecting.',
  clause: 'sd-complex',
  parameter: 'strategy.complex',
  moment: 'concern_identified_at',
  owedBy: 'csc',
  stopsOn: 'quorate',
})
