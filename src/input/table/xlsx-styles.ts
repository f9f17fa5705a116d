// The styles part of an XLSX: the number format of each cell style (ISO/IEC 29500-1 18.8.10).
import { type AmountFormat, amountFormat } from './amount-format.ts'
import { MAX_PART_BYTES } from './limits.ts'
import { builtInFormat, type NumberFormat, numberFormat } from './number-format.ts'
import { listenToAll, localName } from './xml-stream.ts'
import { inflatePart, partOf, type Zip } from './zip.ts'

/** Characters of a format: Excel takes 255. */
const MAX_CODE = 1000

export type CellFormat = { readonly text: NumberFormat; readonly amount: AmountFormat | undefined }

/** The format of a cell's style; a cell that names none has the first. */
export type Styles = (index: number) => CellFormat

export async function readStyles(zip: Zip, path: string | undefined, is1904: boolean): Promise<Styles> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let isCellFormats = false
  if (path !== undefined && partOf(zip, path)) {
    const open = (name: string, attributes: Readonly<Partial<Record<string, string>>>): void => {
      const local = localName(name)
      const id = Number(attributes['numFmtId'] ?? 0)
      if (local === 'numFmt') codes.set(id, (attributes['formatCode'] ?? '').slice(0, MAX_CODE))
      else if (local === 'cellXfs') isCellFormats = true
      else if (local === 'xf' && isCellFormats) ids.push(id)
    }
    const close = (name: string): void => {
      if (localName(name) === 'cellXfs') isCellFormats = false
    }
    await listenToAll(inflatePart(zip, path, MAX_PART_BYTES), { open, close }, zip.source.file)
  }
  const formats = new Map<number, CellFormat>()
  return index => {
    const id = ids[index] ?? 0
    const known = formats.get(id)
    if (known) return known
    const code = codes.get(id) ?? builtInFormat(id)
    const format = { text: numberFormat(code, is1904), amount: amountFormat(code) }
    formats.set(id, format)
    return format
  }
}
