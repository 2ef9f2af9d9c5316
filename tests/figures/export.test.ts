import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { csvOf } from '@/lib/figures/export/csv'
import { odsOf } from '@/lib/figures/export/ods'
import { harmless, type Sheet } from '@/lib/figures/export/sheet'
import { sheetOfList } from '@/lib/figures/export/sheets'
import type { ListRow, ListView } from '@/lib/figures/view'

const sheet: Sheet = { title: 'Figures: Merton', columns: ['Borough', 'Judged'], rows: [['=HYPERLINK("http://x")', 12], ['Merton, "inner"', null], ['<b> & co\u0000', 0]] }

/** The parts of a zip, read by its directory as any reader would. */
function unzipped(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  const parts = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let many = zip.readUInt16LE(end + 10); many > 0; many -= 1) {
    expect(zip.subarray(at, at + 4).toString('latin1')).toBe('PK\u0001\u0002')
    const [method, size, label, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)]
    const name = zip.subarray(at + 46, at + 46 + label).toString()
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(from, from + size)
    parts.set(name, (method === 0 ? bytes : inflateRawSync(bytes)).toString())
    at += 46 + label + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}

const row: ListRow = { key: 'k', personId: 'p', name: 'Ada Example', masked: false, age: null, borough: 'Merton', what: 'What', when: '', due: null, how: '', late: false, typedLate: null }
type Page = Pick<ListView, 'title' | 'where' | 'stretch' | 'total' | 'rows' | 'next' | 'part' | 'parts' | 'month'>
const page = (many: number, total: number, next: string | null): Page => ({ title: 'Done', where: 'Merton', stretch: 'a year', part: 'all', parts: [{ value: 'all', label: 'All', many: total }, { value: 'open-late', label: 'Open and late', many: 1 }], month: null, total, rows: Array.from({ length: many }, () => row), next })

describe('a list taken away', () => {
  it('says in its heading when it is not the whole list', () => {
    expect(sheetOfList([page(2, 5, 'a'), page(2, 5, 'b')])[0]?.title).toBe('Not the whole list: 4 of 5. Ask for one borough, one month or one part. Done: Merton. a year')
  })
  it('says nothing of the kind when it is', () => {
    const [sheetOfAll] = sheetOfList([page(2, 3, 'a'), page(1, 3, null)])
    expect(sheetOfAll?.title).toBe('Done: Merton. a year')
    expect(sheetOfAll?.rows).toHaveLength(3)
  })
  it('says which part and which month it is of', () => {
    expect(sheetOfList([{ ...page(1, 1, null), part: 'open-late', month: '2026-03' }])[0]?.title).toBe('Done, only: Open and late, only 2026-03: Merton. a year')
  })
})

describe('a table taken away', () => {
  it.each(['=1+1', '+44 20', '-2', '@SUM(A1)', '\t=1', ' =1', '\r=1'])('%j is no formula to a spreadsheet', (text) => { expect(harmless(text).startsWith("'")).toBe(true) })
  it.each(['Merton', '61%', 'a = b', ''])('%j stays as it is', (text) => { expect(harmless(text)).toBe(text) })

  it('as CSV: quoted, numbers bare, small numbers said', () => {
    expect(csvOf([sheet])).toBe('\uFEFF"Figures: Merton"\r\n"Borough","Judged"\r\n"\'=HYPERLINK(""http://x"")",12\r\n"Merton, ""inner""","not shown"\r\n"<b> & co\u0000",0\r\n')
  })

  it('as ODS: a zip with its type first, numbers as numbers, text as text', () => {
    const file = odsOf([sheet, sheet])
    expect(file.subarray(30, 38).toString()).toBe('mimetype')
    expect(file.subarray(38, 84).toString()).toBe('application/vnd.oasis.opendocument.spreadsheet')
    const parts = unzipped(file)
    expect([...parts.keys()]).toEqual(['mimetype', 'META-INF/manifest.xml', 'content.xml'])
    const content = parts.get('content.xml') ?? ''
    expect(content).toContain('office:value-type="float" office:value="12"')
    expect(content).toContain('<text:p>\'=HYPERLINK(&quot;http://x&quot;)</text:p>')
    expect(content).toContain('<text:p>&lt;b&gt; &amp; co</text:p>')
    expect(content).not.toContain('table:formula')
    expect(content.match(/table:name="/g)).toHaveLength(2)
    expect(odsOf([sheet, sheet]).equals(file)).toBe(true)
  })

  it('as ODS: every letter there is, and none that XML has no place for', () => {
    const content = unzipped(odsOf([{ title: 'Names', columns: ['Child'], rows: [['𠮷田 \u{1F9D2}\uD800\u0007 Ngọc']] }])).get('content.xml') ?? ''
    expect(content).toContain('<text:p>𠮷田 \u{1F9D2} Ngọc</text:p>')
  })
})
