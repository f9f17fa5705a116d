// What a part of an XLSX leads to, and the kinds of its parts (ISO/IEC 29500-2 6.5 and 7.2).
import { splice } from './splice.ts'
import { elementsIn, escapeXml, localName } from './xml-places.ts'
import { type Parts, setText, textOf } from './zip-parts.ts'

/** The namespaces of a workbook: one that Excel saved as « Strict Open XML » has its own (ISO/IEC 29500-1, and -4). */
export type Namespaces = { readonly main: string; readonly relations: string }

const TRANSITIONAL: Namespaces = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

const STRICT: Namespaces = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
}

/** Those of a worksheet, by its start tag. */
export const namespacesOf = (xml: string): Namespaces =>
  /<(?:[\w.-]+:)?worksheet\s[^>]*>/.exec(xml)?.[0].includes(STRICT.main) === true ? STRICT : TRANSITIONAL

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** A relation to be made, in the words of the part that has it. */
export type NewRelation = { readonly kind: 'comments' | 'vmlDrawing'; readonly to: string; readonly names: Namespaces }

const relationsPath = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels')

function resolve(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

export type Relation = { readonly id: string; readonly kind: string; readonly path: string }

export function relationsOf(parts: Parts, part: string): readonly Relation[] {
  const xml = textOf(parts, relationsPath(part))
  if (xml === undefined) return []
  return elementsIn(xml, ['Relationship']).map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
    id: Id,
    // The transitional and the strict forms of a type end with the same word.
    kind: Type.replace(/^.*\//, ''),
    path: resolve(part, Target),
  }))
}

const before = (xml: string, closing: string, added: string): string => {
  const at = xml.lastIndexOf(`</${closing}`)
  if (at < 0) throw new Error(`no </${closing}>`)
  return xml.slice(0, at) + added + xml.slice(at)
}

/** Adds a relation to another part; gives its id. */
export function relate(parts: Parts, part: string, { kind, to, names }: NewRelation): string {
  const path = relationsPath(part)
  const taken = relationsOf(parts, part).map(({ id }) => id)
  let rank = taken.length + 1
  while (taken.includes(`rId${rank}`)) rank++
  const id = `rId${rank}`
  const added = `<Relationship Id="${id}" Type="${names.relations}/${kind}" Target="/${escapeXml(to)}"/>`
  const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`
  const xml = opened(textOf(parts, path) ?? empty, 'Relationships')
  setText(parts, path, before(xml, 'Relationships', added))
  return id
}

/** `<Relationships/>`, or `<Types/>`, cannot hold anything: it is opened. */
function opened(xml: string, name: string): string {
  const [element] = elementsIn(xml, [name])
  if (!element || element.inside !== element.to) return xml
  const tag = xml.slice(element.from, element.to).replace(/\s*\/>$/, '>')
  return splice(xml, [{ from: element.from, to: element.to, text: `${tag}</${element.name}>` }])
}

const TYPES = '[Content_Types].xml'

/** Says what a part is, unless it is said. */
export function declareType(parts: Parts, path: string, type: string): void {
  const xml = opened(textOf(parts, TYPES) ?? '', 'Types')
  const known = elementsIn(xml, ['Override']).some(({ attributes }) => attributes['PartName'] === `/${path}`)
  if (!known) setText(parts, TYPES, before(xml, 'Types', `<Override PartName="/${path}" ContentType="${type}"/>`))
}

export function declareExtension(parts: Parts, extension: string, type: string): void {
  const xml = opened(textOf(parts, TYPES) ?? '', 'Types')
  const found = elementsIn(xml, ['Types', 'Default'])
  const known = found.some(({ attributes }) => attributes['Extension']?.toLowerCase() === extension)
  const types = found.find(({ name }) => localName(name) === 'Types')
  if (known || !types) return
  const text = `<Default Extension="${extension}" ContentType="${type}"/>`
  setText(parts, TYPES, splice(xml, [{ from: types.inside, to: types.inside, text }]))
}

/** A path that no part has: `xl/comments3.xml`. */
export function freePath(parts: Parts, stem: string, extension: string): string {
  const taken = new Set([...parts.keys()].map(name => name.toLowerCase()))
  let rank = 1
  while (taken.has(`${stem}${rank}.${extension}`.toLowerCase())) rank++
  return `${stem}${rank}.${extension}`
}
