// Text of an XLSX: runs joined, readings of characters left out, `_x000D_` escapes undone (ISO/IEC 29500-1 18.4, 22.9.2.19).
import { text } from '../../model/diagnostic.ts'
import { MAX_CELL } from './limits.ts'
import { type Refusal, tooLarge } from './refusal.ts'

const ESCAPE = /_x([0-9A-Fa-f]{4})_/g

export const unescapeText = (written: string): string =>
  written.includes('_x')
    ? written.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : written

export const cellTooLong = (file: string): Refusal =>
  tooLarge(
    file,
    text(
      'une cellule dépasse 32 767 caractères, plus qu’un tableur n’en montre',
      'a cell exceeds 32,767 characters, more than a spreadsheet shows',
    ),
  )

/** Gathers the `t` elements of an `si` or an `is`, whatever run holds them. */
export function textGatherer(file: string): {
  open(name: string): void
  close(name: string): void
  text(data: string): void
  take(): string
} {
  let [gathered, isText, isReading] = ['', false, false]
  return {
    open: name => {
      if (name === 'rPh') isReading = true
      else if (name === 't') isText = !isReading
    },
    close: name => {
      if (name === 'rPh') isReading = false
      else if (name === 't') isText = false
    },
    text: data => {
      if (!isText) return
      gathered += data
      if (gathered.length > MAX_CELL * 2) throw cellTooLong(file)
    },
    take: () => {
      const taken = unescapeText(gathered)
      gathered = ''
      isText = false
      return taken
    },
  }
}
