// Layouts that are known: the same boxes in each other, whose texts answer all that flexbox asked of them as before, come
// out the same. A ladder has few rungs, and one kit after another climbs them.
import { MeasureMode } from 'yoga-layout'
import { type Box, sameBox } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import type { OwnStyle, RoomAt } from '../template/element.ts'
import type { Node } from '../template/prepare.ts'
import { toldOf } from './flex-properties.ts'

/** What a text is measured with, besides the width that Yoga offers. Without a room, the box says nothing. */
export type Setting = { readonly scale: number; readonly box?: Box | undefined; readonly room?: RoomAt | undefined }

/** Whether a text would be measured to the same again, whatever the width. */
export const sameSetting = (a: Setting, b: Setting): boolean =>
  a.scale === b.scale && a.room === b.room && (a.room === undefined || sameBox(a.box, b.box))

/** A text of a layout: its element, and how it is set. */
export type Text = { readonly node: Node; readonly setting: Setting }

export type Size = { readonly width: Mm; readonly height: Mm }

/** What Yoga asked of a text, and what it was told. */
export type Asked = { readonly width: Mm; readonly mode: MeasureMode; readonly size: Size }

/** What was asked of one text, and who answered last. */
type Answered = { readonly asked: readonly Asked[]; measure: number; setting: Setting }

export type Layout = {
  readonly structure: number
  /** Of each element before what it holds, on the sheet. */
  readonly boxes: readonly Box[]
  readonly texts: readonly Answered[]
}

const NOWHERE: Size = { width: 0, height: 0 }

/** What flexbox is told of a text when it offers it a width. */
export function sizeOf({ node, setting }: Text, width: Mm, mode: MeasureMode): Size {
  const { scale, box, room } = setting
  const limit = mode === MeasureMode.Undefined ? undefined : width
  const measured = node.prepared.measure?.(limit, scale, box, room) ?? NOWHERE
  // A box exactly as wide as its text must not lose a word to the last bit of a float.
  const most = Math.min(measured.width + 1e-4, Math.max(width || 0, measured.width))
  return { width: mode === MeasureMode.Exactly ? width : most, height: measured.height }
}

/** Different things that were numbered; past so many, all are new again. */
const KEPT_NUMBERS = 20_000

const numbers = new Map<string, number>()
const ofObjects = new WeakMap<object, number>()
let last = 0

/** The same number for what is the same. */
function numberOf(told: string): number {
  const known = numbers.get(told)
  if (known !== undefined) return known
  if (numbers.size >= KEPT_NUMBERS) numbers.clear()
  last += 1
  numbers.set(told, last)
  return last
}

function once(object: object, make: () => number): number {
  const known = ofObjects.get(object)
  if (known !== undefined) return known
  const made = make()
  ofObjects.set(object, made)
  return made
}

const measureOf = ({ node }: Text): number =>
  node.prepared.measure
    ? once(node.prepared.measure, () => {
        last += 1
        return last
      })
    : 0

type Told = { readonly style: OwnStyle | undefined; readonly number: number }

const toldOfBoxes = new WeakMap<Node['box'], Told>()

/** The same number for what Yoga is told alike. */
function numberTold(node: Node): number {
  const { style } = node.prepared
  const known = toldOfBoxes.get(node.box)
  if (known && known.style === style) return known.number
  const number = numberOf(toldOf(node))
  toldOfBoxes.set(node.box, { style, number })
  return number
}

const structureOf = (node: Node): number =>
  once(node, () => {
    let structure = `${node.prepared.measure ? 'text' : 'box'} ${numberTold(node)}`
    for (const child of node.children) structure += ` ${structureOf(child)}`
    return numberOf(structure)
  })

/** The same number for trees that flexbox lays out alike, as long as their texts answer alike. */
export const structureOfAll = (roots: readonly Node[]): number =>
  once(roots, () => numberOf(roots.map(structureOf).join(' ')))

function answersAlike(known: Answered, text: Text): boolean {
  const measure = measureOf(text)
  if (known.measure === measure && sameSetting(known.setting, text.setting)) return true
  for (const { width, mode, size } of known.asked) {
    const now = sizeOf(text, width, mode)
    if (now.width !== size.width || now.height !== size.height) return false
  }
  known.measure = measure
  known.setting = text.setting
  return true
}

function allAlike(known: readonly Answered[], texts: readonly Text[]): boolean {
  for (const [index, text] of texts.entries()) {
    const answered = known[index]
    if (!answered || !answersAlike(answered, text)) return false
  }
  return true
}

/** Layouts kept for one flexbox: a ladder of a dozen rungs, and a few ways to fill them. */
const KEPT = 48

export type KnownLayouts = {
  find(structure: number, texts: readonly Text[]): Layout | undefined
  add(structure: number, texts: readonly Text[], asked: readonly (readonly Asked[])[], boxes: readonly Box[]): Layout
}

export function openKnownLayouts(): KnownLayouts {
  /** The latest last. */
  const layouts: Layout[] = []
  return {
    find(structure, texts) {
      for (let at = layouts.length - 1; at >= 0; at -= 1) {
        const layout = layouts[at]
        if (layout?.structure !== structure) continue
        if (!allAlike(layout.texts, texts)) continue
        if (at < layouts.length - 1) layouts.push(...layouts.splice(at, 1))
        return layout
      }
      return undefined
    },
    add(structure, texts, asked, boxes) {
      const answered = texts.map((text, index) => ({
        asked: asked[index] ?? [],
        measure: measureOf(text),
        setting: text.setting,
      }))
      const layout: Layout = { structure, boxes, texts: answered }
      if (layouts.length >= KEPT) layouts.shift()
      layouts.push(layout)
      return layout
    },
  }
}
