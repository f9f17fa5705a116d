// A comment on each changed cell of a worksheet: the part of comments, and the drawing that shows them (18.7, VML).

import { cellName } from '../../input/table/cell-name.ts'
import { type Splice, splice } from './splice.ts'
import {
  declareExtension,
  declareType,
  freePath,
  type Namespaces,
  namespacesOf,
  relate,
  relationsOf,
} from './xlsx-relations.ts'
import { elementsIn, escapeXml, localName, prefixOf, type XmlElement } from './xml-places.ts'
import { type Parts, setText, textOf } from './zip-parts.ts'

export type Note = { readonly column: number; readonly row: number; readonly text: string }

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing'

const AUTHOR = 'Signakit'

const noComments = ({ main }: Namespaces): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<comments xmlns="${main}"><authors></authors><commentList></commentList></comments>`

const NO_SHAPES = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>
<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
</xml>`

const referenceOf = ({ column, row }: Note): string => cellName(column, row)

/** Adds a note for each cell; where a cell has one already, the text goes after it. The others come back: they need a shape. */
function withNotes(xml: string, notes: readonly Note[]): { readonly xml: string; readonly added: readonly Note[] } {
  const found = elementsIn(xml, ['authors', 'author', 'commentList', 'comment', 'text'])
  const list = found.find(({ name }) => localName(name) === 'commentList')
  const authors = found.find(({ name }) => localName(name) === 'authors')
  if (!list || !authors) throw new Error('a part of comments without a list')
  const p = prefixOf(list.name)
  const run = (text: string): string => `<${p}r><${p}t xml:space="preserve">${escapeXml(text)}</${p}t></${p}r>`
  const rank = found.filter(({ name }) => localName(name) === 'author').length
  const splices: Splice[] = []
  const added: Note[] = []
  const fresh: string[] = []
  for (const note of notes) {
    const own = found.find(
      ({ name, attributes }) => localName(name) === 'comment' && attributes['ref'] === referenceOf(note),
    )
    const body = own && found.find(({ name, from }) => localName(name) === 'text' && from > own.from && from < own.to)
    if (body && body.until > body.inside) {
      splices.push({ from: body.until, to: body.until, text: run(`\n${note.text}`) })
      continue
    }
    added.push(note)
    fresh.push(
      `<${p}comment ref="${referenceOf(note)}" authorId="${rank}"><${p}text>${run(note.text)}</${p}text></${p}comment>`,
    )
  }
  if (added.length > 0) {
    splices.push(inElement(xml, authors, `<${p}author>${AUTHOR}</${p}author>`))
    splices.push(inElement(xml, list, fresh.join('')))
  }
  return { xml: splice(xml, splices), added }
}

/** At the end of an element, which is opened when it closes itself. */
function inElement(
  xml: string,
  { name, from, inside, until, to }: ReturnType<typeof elementsIn>[number],
  text: string,
): Splice {
  if (inside !== to) return { from: until, to: until, text }
  return { from, to, text: `${xml.slice(from, to).replace(/\s*\/>$/, '>')}${text}</${name}>` }
}

/** Beside its cell, hidden until the cell is pointed at. */
function shape({ column, row }: Note, id: number): string {
  const [left, top] = [column + 1, Math.max(0, row - 2)]
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:5pt;width:216pt;height:72pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${left}, 15, ${top}, 4, ${left + 3}, 31, ${top + 5}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
}

function withShapes(vml: string, notes: readonly Note[]): string {
  const ids = [...vml.matchAll(/_x0000_s(\d+)/g)].map(([, id]) => Number(id))
  const first = ids.reduce((most, id) => Math.max(most, id), 1024) + 1
  const at = vml.lastIndexOf('</xml')
  if (at < 0) throw new Error('a drawing without an end')
  return vml.slice(0, at) + notes.map((note, index) => shape(note, first + index)).join('\n') + vml.slice(at)
}

/** What may stand after `legacyDrawing` in a worksheet (18.3.1.99). */
const AFTER_DRAWING = [
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]

/** Excel keeps some of them in an element that offers a choice between two forms (ISO/IEC 29500-3 9.2). */
const CHOICE = 'AlternateContent'

/** The worksheet names its drawing of comments once, in its place. Data bars have an `extLst` of their own, deeper. */
function withDrawing(xml: string, id: string, { relations }: Namespaces): string {
  const found = elementsIn(xml, ['worksheet', 'sheetData', CHOICE, ...AFTER_DRAWING])
  const sheet = found.find(({ depth }) => depth === 0)
  const children = found.filter(({ depth }) => depth === 1)
  const data = children.find(({ name }) => localName(name) === 'sheetData')
  if (!sheet || !data) throw new Error('a worksheet without data')
  const offers = (choice: XmlElement): boolean =>
    found.some(({ name, depth, from }) => name !== choice.name && depth === 3 && from > choice.from && from < choice.to)
  const next = children
    .filter(each => each.from > data.to && (localName(each.name) !== CHOICE || offers(each)))
    .toSorted((a, b) => a.from - b.from)[0]
  const at = next?.from ?? sheet.until
  const text = `<${prefixOf(sheet.name)}legacyDrawing xmlns:r="${relations}" r:id="${id}"/>`
  return splice(xml, [{ from: at, to: at, text }])
}

/**
 * The cells that hold a discussion, as `A2`. Spreadsheets that know discussions remove what was added to the comment that
 * stands for one.
 */
export function discussedCells(parts: Parts, path: string): ReadonlySet<string | undefined> {
  const threads = relationsOf(parts, path).filter(({ kind }) => kind === 'threadedComment')
  const found = threads.flatMap(thread => elementsIn(textOf(parts, thread.path) ?? '<none/>', ['threadedComment']))
  return new Set(found.map(({ attributes }) => attributes['ref']))
}

/** The worksheet `path` with its notes; `xml` is its text, and the text with the drawing named comes back. */
export function addNotes(parts: Parts, path: string, xml: string, notes: readonly Note[]): string {
  const relations = relationsOf(parts, path)
  const names = namespacesOf(xml)
  const pathOf = (kind: string): string | undefined =>
    relations.find(relation => relation.kind === kind && textOf(parts, relation.path) !== undefined)?.path
  const comments = pathOf('comments') ?? freePath(parts, 'xl/comments', 'xml')
  const noted = withNotes(textOf(parts, comments) ?? noComments(names), notes)
  if (!pathOf('comments')) {
    relate(parts, path, { kind: 'comments', to: comments, names })
    declareType(parts, comments, COMMENTS_TYPE)
  }
  setText(parts, comments, noted.xml)
  const drawings = elementsIn(xml, ['legacyDrawing'])
  const drawn = relations.find(({ id }) =>
    drawings.some(({ attributes }) => Object.values(attributes).includes(id)),
  )?.path
  const drawing = drawn ?? freePath(parts, 'xl/drawings/vmlDrawing', 'vml')
  setText(parts, drawing, withShapes(textOf(parts, drawing) ?? NO_SHAPES, noted.added))
  if (drawn !== undefined) return xml
  declareExtension(parts, 'vml', VML_TYPE)
  return withDrawing(xml, relate(parts, path, { kind: 'vmlDrawing', to: drawing, names }), names)
}
