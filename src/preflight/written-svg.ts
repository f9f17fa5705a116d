// Reads a written SVG back, with a parser that is not the writer's: size in mm, plates, ids, and nothing from outside.
import { SaxesParser } from 'saxes'
import { type Diagnostic, type Text, text } from '../model/diagnostic.ts'
import { outset } from '../model/geometry.ts'
import type { Piece, Sheet } from '../model/sheet.ts'
import { inksOf } from '../sheet/walk.ts'
import { type WrittenRule, writtenRules } from './written-rules.ts'

type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>> }

/** A plate's group: how many paths it holds. */
type PlateGroup = { readonly name: string; drawn: number }

type Reading = {
  readonly elements: readonly Element[]
  readonly plates: readonly PlateGroup[]
  readonly damage?: string
}

type Fault = { readonly rule: WrittenRule; readonly message: Text }

/** What is wrong with the production SVG of a sheet, as its bytes are on disk. Nothing wrong: nothing returned. */
export function checkWrittenSvg(bytes: Uint8Array, sheet: Sheet, piece: Piece): readonly Diagnostic[] {
  const reading = read(bytes)
  const faults =
    reading.damage === undefined
      ? [...sizeFaults(reading, sheet), ...plateFaults(reading, sheet, piece), ...referenceFaults(reading)]
      : [damaged(reading.damage)]
  return faults.map(({ rule, message }) => ({
    rule,
    severity: writtenRules[rule].severity,
    message,
    piece: piece.id,
  }))
}

function read(bytes: Uint8Array): Reading {
  const elements: Element[] = []
  const plates: PlateGroup[] = []
  const open: (PlateGroup | undefined)[] = []
  const damage: string[] = []
  const parser = new SaxesParser()
  parser.on('error', error => damage.push(error.message))
  parser.on('doctype', () => damage.push('DOCTYPE'))
  parser.on('opentag', ({ name, attributes }) => {
    elements.push({ name, attributes })
    const plate = plateOf(attributes)
    if (plate) plates.push(plate)
    open.push(plate)
    if (name === 'path' && attributes.d) for (const group of open) if (group) group.drawn += 1
  })
  parser.on('closetag', () => open.pop())
  try {
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close()
  } catch (error) {
    damage.push(error instanceof Error ? error.message : 'UTF-8')
  }
  return { elements, plates, ...(damage[0] !== undefined && { damage: damage[0] }) }
}

const plateOf = (attributes: Readonly<Record<string, string>>): PlateGroup | undefined => {
  const name = attributes['data-plate']
  return name === undefined ? undefined : { name, drawn: 0 }
}

const damaged = (why: string): Fault => ({
  rule: 'written-svg-damaged',
  message: text(`le SVG écrit ne se relit pas : ${why}`, `the SVG as written does not read back: ${why}`),
})

function sizeFaults({ elements }: Reading, sheet: Sheet): readonly Fault[] {
  const box = outset(outset({ x: 0, y: 0, width: sheet.width, height: sheet.height }, sheet.bleed), sheet.slug)
  const { name, attributes } = elements[0] ?? { name: '', attributes: {} }
  const view = (attributes.viewBox ?? '').split(' ').map(Number)
  const wanted = [box.x, box.y, box.width, box.height]
  const isRight =
    name === 'svg' &&
    isLength(attributes.width, box.width) &&
    isLength(attributes.height, box.height) &&
    view.length === 4 &&
    view.every((value, index) => isNear(value, wanted[index] ?? Number.NaN))
  if (isRight) return []
  const found = `${attributes.width} × ${attributes.height}, viewBox ${attributes.viewBox}`
  const expected = `${box.width} × ${box.height} mm`
  return [
    {
      rule: 'written-svg-size',
      message: text(
        `le SVG écrit ne mesure pas ce qu’il faut : ${found} au lieu de ${expected}`,
        `the SVG as written has the wrong size: ${found} instead of ${expected}`,
      ),
    },
  ]
}

const isLength = (value: string | undefined, mm: number): boolean => {
  const [, digits] = /^(\d+(?:\.\d+)?)mm$/.exec(value ?? '') ?? []
  return digits !== undefined && isNear(Number(digits), mm)
}

/** Half a micrometre more than the grid that numbers are written on. */
const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= 0.001

function plateFaults({ plates }: Reading, sheet: Sheet, piece: Piece): readonly Fault[] {
  const used = inksOf(sheet).flatMap(ink => (ink.kind === 'spot' && ink.role !== 'brand' ? [ink.role] : []))
  const wanted = [...new Set(used)].map(role => piece.output.plates[role].name)
  const found = plates.filter(({ drawn }) => drawn > 0).map(({ name }) => name)
  const missing = wanted.filter(name => found.filter(other => other === name).length !== 1)
  const unknown = plates.map(({ name }) => name).filter(name => !wanted.includes(name))
  return [...missing, ...unknown].map(name => ({
    rule: 'written-svg-plate',
    message: text(
      `la planche ${name} n’est pas dans le SVG écrit comme elle doit l’être`,
      `the plate ${name} is not in the SVG as it should be`,
    ),
  }))
}

/** Only what cannot act or fetch: shapes, text, pictures inside the file. */
const HARMLESS = new Set(
  'svg title desc defs g path text image linearGradient radialGradient stop clipPath mask'.split(' '),
)

function referenceFaults({ elements }: Reading): readonly Fault[] {
  const ids = elements.flatMap(({ attributes }) => (attributes.id === undefined ? [] : [attributes.id]))
  const known = new Set(ids)
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  const strange = elements.map(({ name }) => name).filter(name => !HARMLESS.has(name))
  const lost = elements
    .flatMap(({ attributes }) => Object.entries(attributes))
    .flatMap(([name, value]) => (isSound(name, value, known) ? [] : [`${name}="${value.slice(0, 60)}"`]))
  return [...twice, ...strange, ...lost].map(what => ({
    rule: 'written-svg-reference',
    message: text(`le SVG écrit contient ${what}`, `the SVG as written contains ${what}`),
  }))
}

function isSound(name: string, value: string, ids: ReadonlySet<string>): boolean {
  if (name === 'href' || name === 'xlink:href') return value.startsWith('data:image/png;base64,')
  if (name.startsWith('on')) return false
  if (name === 'aria-label') return true
  const references = [...value.matchAll(/url\(([^)]*)\)/g)].map(match => match[1] ?? '')
  return references.every(reference => reference.startsWith('#') && ids.has(reference.slice(1)))
}
