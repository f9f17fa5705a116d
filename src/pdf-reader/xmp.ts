// The XMP packet (ISO 16684-1): well-formedness, and the simple properties by namespace and name.
import { SaxesParser } from 'saxes'
import { utf8 } from './bytes.ts'
import { plainXml, type XmlAttribute, type XmlTag } from './plain-xml.ts'

export const XMP_NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfxid: 'http://www.npes.org/pdfx/ns/id/',
} as const

export type Xmp = {
  /** What makes the packet unreadable, when something does. */
  readonly malformed?: string
  /** Values of a property such as `dc:title` (our prefixes, whatever the packet's own are), in order. */
  values(property: string): readonly string[]
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const MAX_DEPTH = 64

const PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries(XMP_NAMESPACES).map(([prefix, uri]) => [uri, prefix]),
)

const prefixOf = (uri: string): string | undefined => PREFIXES.get(uri)

export function readXmp(bytes: Uint8Array): Xmp {
  const found = new Map<string, string[]>()
  const values = (property: string): readonly string[] => found.get(property) ?? []
  const source = utf8(bytes)
  if (source === undefined) return { malformed: 'UTF-8', values }
  const malformed = parse(source, (property, value) => {
    const list = found.get(property) ?? []
    list.push(value)
    found.set(property, list)
  })
  return malformed === undefined ? { values } : { malformed, values }
}

type Found = (property: string, value: string) => void

/** Reads the packet; returns the first mistake. */
function parse(source: string, found: Found): string | undefined {
  const properties = new Properties(found)
  const events = plainXml(source)
  if (!events) return parseWhole(source, properties)
  for (const event of events) {
    if (event.kind === 'open') properties.open(event.tag, event.attributes)
    else if (event.kind === 'text') properties.text(event.text)
    else properties.close(event.tag)
  }
  return properties.mistake
}

/** Entities of a document type are never expanded by saxes. */
function parseWhole(source: string, properties: Properties): string | undefined {
  const parser = new SaxesParser({ xmlns: true })
  let mistake: string | undefined
  parser.on('error', error => {
    mistake ??= error.message
  })
  parser.on('doctype', () => {
    mistake ??= 'DOCTYPE'
  })
  parser.on('opentag', tag => {
    properties.open(tag, Object.values(tag.attributes))
    mistake ??= properties.mistake
  })
  parser.on('text', part => properties.text(part))
  parser.on('cdata', part => properties.text(part))
  parser.on('closetag', tag => properties.close(tag))
  // The packet may be preceded by a byte order mark; saxes takes it as part of the prolog.
  parser.write(source).close()
  return mistake
}

/** Gathers the properties of a packet from its tags and texts. */
class Properties {
  mistake: string | undefined
  private readonly found: Found
  private readonly texts: string[] = []
  private depth = 0
  private property: { readonly key: string; readonly depth: number } | undefined
  private items: string[] = []
  private sawItem = false

  constructor(found: Found) {
    this.found = found
  }

  open(tag: XmlTag, attributes: readonly XmlAttribute[]): void {
    if (++this.depth > MAX_DEPTH) this.mistake ??= 'depth'
    this.texts.length = 0
    if (tag.uri === RDF && tag.local === 'Description' && !this.property) this.attributes(attributes)
    const prefix = prefixOf(tag.uri)
    if (prefix && !this.property) {
      this.property = { key: `${prefix}:${tag.local}`, depth: this.depth }
      this.items = []
      this.sawItem = false
    }
    if (tag.uri === RDF && tag.local === 'li') this.sawItem = true
  }

  text(part: string): void {
    this.texts.push(part)
  }

  close(tag: XmlTag): void {
    const content = this.texts.join('')
    this.texts.length = 0
    if (this.property && tag.uri === RDF && tag.local === 'li') this.items.push(content.trim())
    if (this.property?.depth === this.depth) {
      for (const value of this.sawItem ? this.items : [content.trim()]) this.found(this.property.key, value)
      this.property = undefined
    }
    this.depth--
  }

  private attributes(list: readonly XmlAttribute[]): void {
    for (const { uri, local, value } of list) {
      const prefix = prefixOf(uri)
      if (prefix) this.found(`${prefix}:${local}`, value)
    }
  }
}
