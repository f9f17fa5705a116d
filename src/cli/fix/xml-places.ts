// Where elements stand in the text of an XML part, found by a parser: no comment and no CDATA passes for one.
import { SaxesParser } from 'saxes'

export type XmlElement = {
  /** With its prefix. */
  readonly name: string
  readonly attributes: Readonly<Partial<Record<string, string>>>
  /** Elements around it, whatever their names: 0 for the root. */
  readonly depth: number
  /** Of `<`. */
  readonly from: number
  /** After the `>` of the start tag. */
  readonly inside: number
  /** Of the `<` of the end tag; `inside` when the element closes itself. */
  readonly until: number
  readonly to: number
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

export const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1)

/** Every element whose local name is one of `names`, in the order of their ends. Throws an Error on text that is not XML. */
export function elementsIn(source: string, names: readonly string[]): readonly XmlElement[] {
  const parser = new SaxesParser({ xmlns: false })
  const wanted = new Set(names)
  const found: XmlElement[] = []
  const open: (Omit<XmlElement, 'until' | 'to'> | undefined)[] = []
  let from = 0
  parser.on('opentagstart', () => {
    from = source.lastIndexOf('<', parser.position - 1)
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, depth: open.length, from, inside: parser.position }
    open.push(wanted.has(localName(name)) ? element : undefined)
  })
  parser.on('closetag', () => {
    const element = open.pop()
    if (!element) return
    const to = parser.position
    const until = to === element.inside ? to : source.lastIndexOf('<', to - 1)
    found.push({ ...element, until, to })
  })
  parser.write(source).close()
  return found
}

export const escapeXml = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
