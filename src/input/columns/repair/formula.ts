// A formula written out in a cell: `="01000"`, `=HYPERLINK("https://…";"site")`. It does nothing, and would be printed.
import { text } from '../../../model/diagnostic.ts'
import type { Step } from './step.ts'

const QUOTED = /^=\s*"((?:[^"]|"")*)"$/
const LINK = /^=\s*(?:HYPERLINK|LIEN_HYPERTEXTE)\(\s*"([^"]*)"\s*(?:[;,]\s*"([^"]*)"\s*)?\)$/i
/** Keeps figures as text in spreadsheets; in an export it is a sign like another. */
const APOSTROPHE = /^'([\d+][\d .]*)$/

export const isFormula = (value: string): boolean => /^=\s*["\p{L}(+-]/u.test(value.trim())

function meant(value: string, path: string): string | undefined {
  const written = value.trim()
  const [, quoted] = QUOTED.exec(written) ?? APOSTROPHE.exec(written) ?? []
  if (quoted !== undefined) return quoted.replaceAll('""', '"')
  const [, address, label] = LINK.exec(written) ?? []
  return path === 'structure.site-web' || path === 'structure.qr' ? address : label
}

export const formula: Step = (value, path) => {
  const after = meant(value, path)
  return after === undefined
    ? undefined
    : { after, rule: 'formula-text', why: text('formule écrite en toutes lettres', 'formula written out') }
}
