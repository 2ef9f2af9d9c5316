import { strategyBand } from './bands'

/** sd-mps-24h: a target beside the procedural clock; runs through nights, weekends and holidays (HMIC 2016 L2642–2646). */
export const forceTarget = strategyBand({
  basis: 'force-24h',
  title: 'Strategy discussion, within 24 hours',
  plain: 'The Metropolitan Police hold every strategy discussion within 24 hours of the initial report. It is a target beside the procedure, not in place of it.',
  clause: 'sd-mps-24h',
  parameter: 'strategy.force-24h',
  moment: 'initial_report_at',
  owedBy: 'police',
  stopsOn: 'any',
})
