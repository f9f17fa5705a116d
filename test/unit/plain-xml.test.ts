// Plain XML is told as a whole parser tells it; what is not plain is left to that parser.
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { xmpPacket } from '../../src/backend/pdf/metadata.ts'
import { plainXml, type XmlEvent } from '../../src/pdf-reader/plain-xml.ts'

const packet = xmpPacket(
  {
    standard: 'x4',
    title: 'Les Écureuils',
    description: 'Encres : noir',
    lang: 'fr',
    identity: 'a',
    date: new Date(0),
    version: '1.0.0',
  },
  'ab'.repeat(32),
)

/** Texts that follow one another as one, as a parser may cut them where it likes. */
function joined(events: readonly XmlEvent[]): readonly XmlEvent[] {
  const whole: XmlEvent[] = []
  for (const event of events) {
    const last = whole.at(-1)
    if (event.kind === 'text' && last?.kind === 'text')
      whole[whole.length - 1] = { ...last, text: last.text + event.text }
    else whole.push(event)
  }
  return whole
}

function bySaxes(source: string): readonly XmlEvent[] | undefined {
  const events: XmlEvent[] = []
  const errors: Error[] = []
  let depth = 0
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    errors.push(error)
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    depth++
    const own = Object.values(attributes).filter(({ name, prefix }) => name !== 'xmlns' && prefix !== 'xmlns')
    const list = own.map(({ uri, local, value }) => ({ uri, local, value }))
    events.push({ kind: 'open', tag: { uri, local }, attributes: list })
  })
  parser.on('text', text => {
    if (depth > 0) events.push({ kind: 'text', text })
  })
  parser.on('closetag', ({ uri, local }) => {
    depth--
    events.push({ kind: 'close', tag: { uri, local } })
  })
  parser.write(source).close()
  return errors.length === 0 ? joined(events) : undefined
}

const toldAlike = (source: string): void => {
  const events = plainXml(source)
  if (events) expect(joined(events), source).toEqual(bySaxes(source))
}

describe('plain XML', () => {
  it('is what our packets are', () => {
    expect(plainXml(packet)).toBeDefined()
    toldAlike(packet)
  })

  it.each([
    '<a xmlns="u" xmlns:p="v" p:x="1" x="2"><b/><p:c xmlns:p="w" p:x="3"/>é "\t" </a>\n',
    '<?xpacket begin="\ufeff"?><a>1<?xpacket x?>2</a> <?xpacket end="r"?>',
  ])('is told as a parser tells it: %s', source => {
    expect(plainXml(source)).toBeDefined()
    toldAlike(source)
  })

  it.each([
    '',
    'x',
    '<a>',
    '</a>',
    '<a></b>',
    '<a/><b/>',
    'x<a/>',
    '<a/>x',
    '<a>&amp;</a>',
    '<a>]]></a>',
    '<a><!-- --></a>',
    '<!DOCTYPE a><a/>',
    '<?xml version="1.0"?><a/>',
    '<a>\r\n</a>',
    '<a>\u0001</a>',
    '<a>\uffff</a>',
    '<a x="1" x="2"/>',
    '<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>',
    '<a xmlns:p="u" xmlns:p="v"/>',
    '<p:a/>',
    '<a p:x="1"/>',
    '<a xmlns:p=""/>',
    '<a xmlns:p=" u"/>',
    '<a xmlns:xml="u"/>',
    '<a xmlns="http://www.w3.org/2000/xmlns/"/>',
    '<a x="1"y="2"/>',
    '<a x=1/>',
    '<a x="<"/>',
    '<a x="\n"/>',
    '<xmlns:a/>',
  ])('is not claimed of %j', source => {
    expect(plainXml(source)).toBeUndefined()
  })

  it('is never claimed of what a parser refuses, wherever a packet is damaged', () => {
    const inserts = [
      '',
      '<',
      '>',
      '"',
      '/',
      ':',
      ' ',
      '\n',
      '&',
      'x',
      '</rdf:li>',
      '<dc:a>',
      ' x="1"',
      ' xmlns:dc="u"',
      '?>',
    ]
    let seed = 1
    const next = (below: number): number => {
      seed = (seed * 16_807) % 2_147_483_647
      return seed % below
    }
    for (let round = 0; round < 3000; round++) {
      const at = next(packet.length)
      const gone = next(3) === 0 ? next(40) : next(2)
      toldAlike(packet.slice(0, at) + (inserts[next(inserts.length)] ?? '') + packet.slice(at + gone))
    }
  })
})
