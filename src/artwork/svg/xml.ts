// An SVG file as a tree of elements: strict XML, bounded in size, depth and count, with nothing external.
import { SaxesParser } from 'saxes'
import { text } from '../../model/diagnostic.ts'
import { type Finding, type Found, found, refused } from '../source.ts'
import { html, outsideSheet } from './active.ts'
import { readEntities } from './entities.ts'

const MAX_BYTES = 10_000_000
const MAX_NODES = 50_000
const MAX_DEPTH = 100

/** An element of the SVG namespace; foreign ones are left out with all they hold. */
export type Element = {
  readonly name: string
  /** Attributes without a namespace, `href` from XLink, and `xml:space`. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
  /** Character data directly inside, for `style` and to see whether a `text` is empty. */
  readonly text: string
  /** Character data and elements in their order: text is set in it. */
  readonly content: readonly (string | Element)[]
}

type Open = {
  name: string
  attributes: Map<string, string>
  children: Open[]
  text: string
  content: (string | Open)[]
  foreign: boolean
}

const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'
const XML = 'http://www.w3.org/XML/1998/namespace'
const XHTML = 'http://www.w3.org/1999/xhtml'

export function readXml(bytes: Uint8Array): Found<Element> {
  if (bytes.length > MAX_BYTES) return refused(unsafe('le SVG dépasse 10 Mo', 'the SVG is over 10 MB'))
  const source = decodeText(bytes)
  if (source === undefined)
    return refused(unreadable('son codage de caractères est inconnu', 'its character encoding is unknown'))
  try {
    const root = parse(source)
    if (root?.name === 'svg') return found(root)
    return refused(unreadable('ce n’est pas un dessin SVG', 'this is not an SVG drawing'))
  } catch (error) {
    if (error instanceof Refusal) return refused(error.finding)
    // saxes reports bad XML by throwing from `write` when it has no error handler.
    if (error instanceof Error) return refused(badXml(error))
    throw error
  }
}

/** Leaves the parser from inside one of its handlers. */
class Refusal extends Error {
  readonly finding: Finding
  constructor(finding: Finding) {
    super(finding.message.en)
    this.finding = finding
  }
}

function parse(source: string): Element | undefined {
  const parser = new SaxesParser({ xmlns: true })
  const stack: Open[] = []
  let root: Open | undefined
  let nodes = 0
  parser.on('doctype', doctype => {
    const entities = readEntities(doctype, source)
    if (!entities) throw new Refusal(unsafe('sa DOCTYPE définit des entités', 'its DOCTYPE defines entities'))
    for (const [name, value] of entities) parser.ENTITIES[name] = value
  })
  parser.on('processinginstruction', ({ target }) => {
    if (target === 'xml-stylesheet') throw new Refusal(outsideSheet)
  })
  parser.on('opentag', tag => {
    if (++nodes > MAX_NODES) throw new Refusal(unsafe('plus de 50 000 éléments', 'over 50,000 elements'))
    if (stack.length >= MAX_DEPTH) throw new Refusal(unsafe('plus de 100 niveaux imbriqués', 'over 100 nested levels'))
    const obeyed = tag.uri === XHTML ? html(tag.local) : undefined
    if (obeyed) throw new Refusal(obeyed)
    const parent = stack.at(-1)
    const foreign = (parent?.foreign ?? false) || (tag.uri !== SVG && tag.uri !== '')
    const attributes = ownAttributes(tag.attributes)
    const open: Open = { name: tag.local, attributes, children: [], text: '', content: [], foreign }
    if (!parent) root = open
    else if (!foreign) {
      parent.children.push(open)
      parent.content.push(open)
    }
    stack.push(open)
  })
  const append = (data: string): void => {
    const open = stack.at(-1)
    if (!open) return
    open.text += data
    open.content.push(data)
  }
  parser.on('text', append)
  parser.on('cdata', append)
  parser.on('closetag', () => stack.pop())
  parser.write(source).close()
  return root
}

type SaxAttribute = { readonly local: string; readonly uri: string; readonly value: string }

function ownAttributes(all: Readonly<Record<string, SaxAttribute>>): Map<string, string> {
  const own = new Map<string, string>()
  for (const { local, uri, value } of Object.values(all)) {
    if (uri === '') own.set(local, value)
    else if (uri === XLINK && local === 'href' && !own.has('href')) own.set('href', value)
    else if (uri === XML && local === 'space') own.set('xml:space', value)
  }
  return own
}

function decodeText(bytes: Uint8Array): string | undefined {
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(
    Buffer.from(bytes.subarray(0, 200)).toString('latin1'),
  )?.[1]
  const label = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : (declared ?? 'utf-8')
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const unsafe = (fr: string, en: string): Finding => ({
  rule: 'artwork-unsafe',
  message: text(fr, en),
  hint: text(
    'exportez-le à nouveau en SVG simple (« SVG simple » d’Inkscape, « SVG 1.1 » d’Illustrator)',
    'export it again as plain SVG',
  ),
})

const unreadable = (fr: string, en: string): Finding => ({
  rule: 'artwork-unreadable',
  message: text(fr, en),
  hint: text('exportez-le à nouveau en SVG', 'export it again as SVG'),
})

function badXml(error: Error): Finding {
  const [, line = '?', column = '?', what = error.message] = /^(?:.*?:)?(\d+):(\d+): (.*)$/s.exec(error.message) ?? []
  return unreadable(`XML fautif, ligne ${line}, colonne ${column}`, `bad XML, line ${line}, column ${column}: ${what}`)
}
