import type { Finding, Why } from '@/lib/policy/household/seen'
import { boroughsWords } from './boroughs'
import { joined, sentence } from './lists'

const STATUS: Readonly<Partial<Record<Why, string>>> = { plan: 'on a child protection plan', 'looked-after': 'looked after', enquiry: 'under a section 47 enquiry' }
const statusWords = (why: ReadonlySet<Why>): string[] => Object.entries(STATUS).flatMap(([one, words]) => ([...why].some((other) => other === one) ? [words] : []))
const REST: Readonly<Partial<Record<Why, string>>> = { joined: 'another child lives in the household now', crowd: 'the address is shared by many people on record', 'child-there': 'a child lives in the household now' }

/** What an entry says: no name, and nothing of the other record but what the index of London has. */
export function headingOfFinding(why: readonly Why[]): string {
  const status = statusWords(new Set(why))
  return sentence([
    ...(why.includes('concern') ? ['lives in a household with a person of concern'] : []),
    ...(status.length > 0 ? [`lives in a household with another child who is ${joined(status)}`] : []),
    ...why.flatMap((one) => REST[one] ?? []),
  ].join('; '))
}

/** For whoever has just put it on record: what was seen, whom it was told to, where to look. A partner is told nothing of it. */
export function seenWords(findings: readonly Finding[]): string | null {
  const why = new Set(findings.flatMap((finding) => finding.why))
  const status = statusWords(why)
  const parts = [...(why.has('concern') ? ['a person of concern lives in this household with a child'] : []), ...(status.length > 0 ? [`a child of this household is ${joined(status)}`] : [])]
  const boroughs = boroughsWords(findings.flatMap((finding) => finding.boroughs))
  const crowd = why.has('crowd') ? ' The address is shared by many people on record: they are not told one by one.' : ''
  return parts.length === 0 ? (crowd === '' ? null : crowd.trim()) : `Look at once: ${parts.join(', and ')}. It stands on each record with 24 hours to assess, in ${boroughs}: see People and household.${crowd}`
}
