import { crc32 } from 'node:zlib'
import { harmless, NOT_SHOWN, type Cell, type Sheet } from './sheet'

/**
 * OpenDocument 1.3 spreadsheet, the least that LibreOffice and Excel open: a zip of three parts, none of them packed, `mimetype` first. Cells are
 * numbers or text, never formulas. No library: those that write ODS bring a whole spreadsheet with them.
 */
export function odsOf(sheets: readonly Sheet[]): Buffer {
  const tables = sheets.map((sheet, index) => `<table:table table:name="${escaped(nameOf(sheet.title, index))}">${[[sheet.title], sheet.columns, ...sheet.rows].map((row) => `<table:table-row>${row.map(cellOf).join('')}</table:table-row>`).join('')}</table:table>`).join('')
  return zipOf([
    ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['META-INF/manifest.xml', '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'],
    ['content.xml', `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`],
  ])
}

/** A sheet’s name may not hold these, nor be longer than 31 characters, nor stand twice. */
const nameOf = (title: string, index: number): string => `${index + 1} ${title.replace(/[[\]*?:/\\']/g, ' ').slice(0, 28)}`.trim()
// Characters that XML has no place for would make the file unreadable.
const escaped = (text: string): string => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const cellOf = (cell: Cell): string => (typeof cell === 'number'
  ? `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`
  : `<table:table-cell office:value-type="string"><text:p>${escaped(harmless(cell ?? NOT_SHOWN))}</text:p></table:table-cell>`)

/** Of files as they are, unpacked: local header, bytes, and the directory at the end (APPNOTE 6.3, method 0). */
function zipOf(files: readonly (readonly [name: string, content: string])[]): Buffer {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, content] of files) {
    const [label, bytes] = [Buffer.from(name), Buffer.from(content)]
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    // 1 January 1980: a file has no time of its own here, so that the same figures give the same bytes.
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(bytes.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(label.length, 22)
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(at, 10)
    parts.push(Buffer.from('PK\u0003\u0004'), common, label, bytes)
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, entry, label)
    at += 30 + label.length + bytes.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(listing.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, listing, Buffer.from('PK\u0005\u0006'), end])
}
