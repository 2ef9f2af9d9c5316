/**
 * A clause: one requirement of the procedures, in our own plain words, with where it stands.
 * `certainty`: A read word for word; B long established, not read again; C inferred, a weak source, a single borough or a
 * default of this product. What is C is configuration: a borough may tighten it, and nobody should quote it as the procedures.
 * Where a duty is certain and its figure is not, the clause has the duty's mark and the pack's parameter the figure's.
 */
export type Certainty = 'A' | 'B' | 'C'

export interface Clause {
  /** The row's id in the catalogue of rules, or the name of a policy value that has no row. */
  readonly id: string
  readonly title: string
  readonly text: string
  /** 'HMIC 2016, L2577–2580': the document and, where it is one of ours, the lines. */
  readonly source: string
  readonly edition: string
  readonly certainty: Certainty
}

/** Where clauses stand, said once. */
export const EDITION = {
  lcp5: 'London Child Protection Procedures, 5th ed. 2015',
  wt2015: 'Working Together to Safeguard Children, 2015',
  wt2023: 'Working Together to Safeguard Children, 2023',
  hmic: 'HMIC, National Child Protection Inspections: the Metropolitan Police Service, November 2016',
  mps2016: 'Metropolitan Police policy on missing and absent people, May 2016, as told by HMIC 2016',
  app2017: 'College of Policing, Authorised Professional Practice: missing persons, January 2017',
  dfe2014: 'Department for Education, statutory guidance on children who run away or go missing, January 2014',
  childrenAct: 'Children Act 1989',
  cin: 'Department for Education, Children in Need census, validation rules',
  mast: 'London multi-agency safeguarding risk levels (BRAG)',
  local: 'Local procedure, not pan-London',
  pace: 'Police and Criminal Evidence Act 1984',
  sexOffences: 'Sexual Offences Act 2003 and national guidance before June 2017',
  response2014: 'Metropolitan Police, response on child sexual exploitation, 2014',
  protocol2015: 'London Child Sexual Exploitation Operating Protocol, 2nd ed., March 2015, as told by HMIC 2016',
  bromley2015: 'Bromley, MASE and MAP briefing, 2015',
  none: 'No published text: a default of this product',
} as const

/** One row of a clause file, in the order: id, certainty, title, text, source, edition. */
export function clauseOf(id: string, certainty: Certainty, title: string, text: string, source: string, edition: string): Clause {
  return { id, title, text, source, edition, certainty }
}
