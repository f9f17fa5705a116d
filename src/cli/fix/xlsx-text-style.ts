// Styles of an XLSX: the twin of a cell's style in the format Text, so that `01000` stays `01000` when it is typed again.
import { type Splice, splice } from './splice.ts'
import { elementsIn, localName } from './xml-places.ts'

/** The format `@` (ISO/IEC 29500-1 18.8.30). */
const TEXT_FORMAT = '49'

/** What a spreadsheet would turn into a number or a date. */
const looksLikeNumber = (value: string): boolean => /^[+\d]/.test(value)

export type TextStyles = {
  /** The style for a value, by the style that its cell has. */
  readonly styleOf: (style: string | undefined, value: string) => string | undefined
  /** The part, with the twins that were asked for. */
  readonly xml: () => string
}

function inTextFormat(xf: string): string {
  const bare = xf.replace(/\s(?:numFmtId|applyNumberFormat)\s*=\s*("[^"]*"|'[^']*')/g, '')
  return bare.replace(/^(<[\w:]+)/, `$1 numFmtId="${TEXT_FORMAT}" applyNumberFormat="1"`)
}

/** Without a part of styles, cells keep what they have. */
export function textStyles(xml: string | undefined): TextStyles {
  const elements = xml === undefined ? [] : elementsIn(xml, ['cellXfs', 'xf'])
  const formats = elements.find(({ name }) => localName(name) === 'cellXfs')
  const known = elements.filter(
    ({ name, from, to }) => localName(name) === 'xf' && formats && from > formats.from && to <= formats.until,
  )
  if (xml === undefined || !formats || known.length === 0) return { styleOf: style => style, xml: () => xml ?? '' }
  const twins = new Map<number, number>()
  const styleOf = (style: string | undefined, value: string): string | undefined => {
    const index = Number(style ?? 0)
    const format = known[index]
    if (!looksLikeNumber(value) || !format || format.attributes['numFmtId'] === TEXT_FORMAT) return style
    const twin = twins.get(index) ?? known.length + twins.size
    twins.set(index, twin)
    return String(twin)
  }
  const withTwins = (): string => {
    if (twins.size === 0) return xml
    const added = [...twins.keys()].map(index => inTextFormat(xml.slice(known[index]?.from, known[index]?.to))).join('')
    const tag = xml.slice(formats.from, formats.inside)
    const counted = tag.replace(/(\scount\s*=\s*)("[^"]*"|'[^']*')/, `$1"${known.length + twins.size}"`)
    const splices: readonly Splice[] = [
      { from: formats.from, to: formats.inside, text: counted },
      { from: formats.until, to: formats.until, text: added },
    ]
    return splice(xml, splices)
  }
  return { styleOf, xml: withTwins }
}
