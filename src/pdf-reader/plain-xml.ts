// XML without declaration, comment, entity or section, which is all of XML that most packets use: read several times faster
// than by a whole parser. Whatever is not plain, sound or not, is left to that parser, so that no mistake is judged here.

export type XmlTag = {
  /** Of its namespace; empty when it has none. */
  readonly uri: string
  readonly local: string
}

export type XmlAttribute = XmlTag & { readonly value: string }

export type XmlEvent =
  | { readonly kind: 'open'; readonly tag: XmlTag; readonly attributes: readonly XmlAttribute[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'close'; readonly tag: XmlTag }

const XML = 'http://www.w3.org/XML/1998/namespace'
const XMLNS = 'http://www.w3.org/2000/xmlns/'

/** Beyond this a packet is read bit by bit, without a list of all that it holds. */
const LONGEST = 65_536

/** Characters that XML does not allow, and those that end a text or that a parser would replace. */
const OTHER = String.raw`<&>\r\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff`
const NAME = String.raw`[A-Za-z_][\w.-]*`
const FULL_NAME = `(?:${NAME}:)?${NAME}`
const VALUE = String.raw`"([^"\t\n${OTHER}]*)"`

const TAG = new RegExp(`<(/?)(${FULL_NAME})((?:[ \\n]+${FULL_NAME}=${VALUE})*)[ \\n]*(/?)>`, 'y')
const ATTRIBUTE = new RegExp(`(${FULL_NAME})=${VALUE}`, 'g')
const TEXT = new RegExp(`[^${OTHER}]+`, 'y')
const PACKET = new RegExp(`<\\?xpacket [^?${OTHER}]*\\?>`, 'y')

type Scope = ReadonlyMap<string, string>

type Open = { readonly name: string; readonly tag: XmlTag; readonly outer: Scope }

/** What a parser would tell of a document, in order; undefined when it is not plain. */
export function plainXml(source: string): readonly XmlEvent[] | undefined {
  if (source.length > LONGEST) return undefined
  const events: XmlEvent[] = []
  const open: Open[] = []
  let scope: Scope = new Map([['xml', XML]])
  let roots = 0
  for (let at = 0; at < source.length; ) {
    const text = match(TEXT, source, at)
    if (text) {
      if (open.length > 0) events.push({ kind: 'text', text: text[0] })
      else if (/[^ \t\n]/.test(text[0])) return undefined
      at += text[0].length
      continue
    }
    const packet = match(PACKET, source, at)
    if (packet) {
      at += packet[0].length
      continue
    }
    const found = match(TAG, source, at)
    if (!found) return undefined
    const [whole, closing, name = '', said = '', , empty] = found
    at += whole.length
    if (closing) {
      const last = open.pop()
      if (last?.name !== name || said !== '' || empty) return undefined
      events.push({ kind: 'close', tag: last.tag })
      scope = last.outer
      continue
    }
    if (open.length === 0 && ++roots > 1) return undefined
    const outer = scope
    const attributes = [...said.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => ({ key, value }))
    const inner = declared(attributes, outer)
    const tag = inner && named(name, inner, '')
    const own = inner && resolved(attributes, inner)
    if (!tag || !own) return undefined
    events.push({ kind: 'open', tag, attributes: own })
    if (empty) events.push({ kind: 'close', tag })
    else {
      open.push({ name, tag, outer })
      scope = inner
    }
  }
  return open.length === 0 && roots === 1 ? events : undefined
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}

type Said = { readonly key: string; readonly value: string }

/** The namespaces in force inside a tag; undefined where it declares one that XML keeps for itself, or none. */
function declared(attributes: readonly Said[], outer: Scope): Scope | undefined {
  const own = attributes.filter(({ key }) => key === 'xmlns' || key.startsWith('xmlns:'))
  if (own.length === 0) return outer
  const inner = new Map(outer)
  for (const { key, value } of own) {
    const prefix = key.slice(6)
    if (!isOwn(value) || prefix === 'xml' || prefix === 'xmlns') return undefined
    inner.set(prefix, value)
  }
  return inner
}

const isOwn = (uri: string): boolean => uri !== '' && uri === uri.trim() && uri !== XML && uri !== XMLNS

/** @param without the namespace of a name without a prefix where none is declared */
function named(name: string, scope: Scope, without: string | undefined): XmlTag | undefined {
  const colon = name.indexOf(':')
  const uri = colon < 0 ? (scope.get('') ?? without) : scope.get(name.slice(0, colon))
  return uri === undefined ? undefined : { uri, local: name.slice(colon + 1) }
}

/** Undefined where a prefix is not declared, or an attribute is said twice. */
function resolved(attributes: readonly Said[], scope: Scope): readonly XmlAttribute[] | undefined {
  const seen = new Set<string>()
  const own: XmlAttribute[] = []
  for (const { key, value } of attributes) {
    if (key === 'xmlns' || key.startsWith('xmlns:')) {
      if (seen.has(key)) return undefined
      seen.add(key)
      continue
    }
    // An attribute without a prefix belongs to no namespace, whatever the default one is.
    const tag = key.includes(':') ? named(key, scope, undefined) : { uri: '', local: key }
    if (!tag || seen.has(`${tag.uri} ${tag.local}`)) return undefined
    seen.add(`${tag.uri} ${tag.local}`)
    own.push({ ...tag, value })
  }
  return own
}
