// The XMP packet (ISO 16684-1): well-formedness, and the simple properties by namespace and name.
import { SaxesParser } from 'saxes'
import { utf8 } from './bytes.ts'

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

const prefixOf = (uri: string): string | undefined =>
  Object.entries(XMP_NAMESPACES).find(([, known]) => known === uri)?.[0]

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

/** Reads the packet; returns the first mistake. Entities of a document type are never expanded by saxes. */
function parse(source: string, found: Found): string | undefined {
  const parser = new SaxesParser({ xmlns: true })
  const text: string[] = []
  let mistake: string | undefined
  let depth = 0
  let property: { readonly key: string; readonly depth: number } | undefined
  let items: string[] = []
  let sawItem = false
  parser.on('error', error => {
    mistake ??= error.message
  })
  parser.on('doctype', () => {
    mistake ??= 'DOCTYPE'
  })
  parser.on('opentag', tag => {
    if (++depth > MAX_DEPTH) mistake ??= 'depth'
    text.length = 0
    if (tag.uri === RDF && tag.local === 'Description' && !property) attributes(tag.attributes, found)
    const prefix = prefixOf(tag.uri)
    if (prefix && !property) {
      property = { key: `${prefix}:${tag.local}`, depth }
      items = []
      sawItem = false
    }
    if (tag.uri === RDF && tag.local === 'li') sawItem = true
  })
  parser.on('text', part => text.push(part))
  parser.on('cdata', part => text.push(part))
  parser.on('closetag', tag => {
    const content = text.join('')
    text.length = 0
    if (property && tag.uri === RDF && tag.local === 'li') items.push(content.trim())
    if (property?.depth === depth) {
      for (const value of sawItem ? items : [content.trim()]) found(property.key, value)
      property = undefined
    }
    depth--
  })
  // The packet may be preceded by a byte order mark; saxes takes it as part of the prolog.
  parser.write(source).close()
  return mistake
}

function attributes(
  list: Readonly<Record<string, { readonly uri: string; readonly local: string; readonly value: string }>>,
  found: Found,
): void {
  for (const { uri, local, value } of Object.values(list)) {
    const prefix = prefixOf(uri)
    if (prefix) found(`${prefix}:${local}`, value)
  }
}
