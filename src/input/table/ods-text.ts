// The paragraphs of a cell of an ODS as one text; notes, drawings and readings of characters left out.
import { MAX_CELL } from './limits.ts'
import type { Attributes } from './ods-cell.ts'
import { cellTooLong } from './xlsx-string.ts'

const IS_LEFT_OUT = /^(office:annotation$|text:ruby-text$|draw:|form:|chart:)/

/** What stands for a character (OpenDocument 1.3 part 3, 6.1.3 to 6.1.5). */
const SIGNS: Readonly<Partial<Record<string, string>>> = { 'text:s': ' ', 'text:tab': '\t', 'text:line-break': '\n' }

export type OdsText = {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(data: string): void
  take(): string
}

export function odsText(file: string): OdsText {
  let [gathered, paragraphs, depth, leftOut] = ['', 0, 0, 0]
  const add = (data: string): void => {
    gathered += data
    if (gathered.length > MAX_CELL * 2) throw cellTooLong(file)
  }
  return {
    open: (name, attributes) => {
      if (leftOut > 0 || IS_LEFT_OUT.test(name)) leftOut++
      else if (name === 'text:p' || name === 'text:h') {
        depth++
        if (paragraphs++ > 0) add('\n')
      } else if (SIGNS[name] !== undefined) {
        const count = Math.min(Number(attributes['text:c'] ?? 1) || 1, MAX_CELL)
        add(SIGNS[name].repeat(count))
      }
    },
    close: name => {
      if (leftOut > 0) leftOut--
      else if (name === 'text:p' || name === 'text:h') depth--
    },
    text: data => {
      // Runs of white space are one space (6.1.2): a writer may have broken the line.
      if (leftOut === 0 && depth > 0) add(data.replace(/[ \t\r\n]+/g, ' '))
    },
    take: () => {
      const taken = gathered
      gathered = ''
      paragraphs = 0
      return taken
    },
  }
}
