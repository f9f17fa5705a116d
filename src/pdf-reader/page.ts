// The page tree, its inherited attributes and boxes (ISO 32000-1 7.7.3, 14.11.2).
import { asArray, asDict, asRef, asStream, type PdfDict, type PdfObject, type PdfStream } from './object.ts'
import type { Objects } from './objects.ts'

/** Left, bottom, right, top in points, put in order. */
export type Rect = readonly [left: number, bottom: number, right: number, top: number]

export type BoxName = 'MediaBox' | 'CropBox' | 'BleedBox' | 'TrimBox' | 'ArtBox'

export type PageNode = {
  /** From 1. */
  readonly number: number
  readonly object: number
  readonly dict: PdfDict
  readonly resources: PdfDict | undefined
  /** As declared or inherited; no default is filled in. A malformed box is absent and listed in `badBoxes`. */
  readonly boxes: Partial<Record<BoxName, Rect>>
  readonly badBoxes: readonly BoxName[]
  readonly rotate: number
  readonly userUnit?: number
  readonly contents: readonly PdfStream[]
}

const BOXES: readonly BoxName[] = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox']
const INHERITED: readonly string[] = ['Resources', 'MediaBox', 'CropBox', 'Rotate']
const MAX_DEPTH = 64

export function readPages(catalog: PdfDict, objects: Objects): PageNode[] {
  const pages: PageNode[] = []
  const seen = new Set<PdfDict>()
  const visit = (value: PdfObject | undefined, inherited: PdfDict, depth: number): void => {
    const dict = asDict(objects.resolve(value))
    if (!dict || seen.has(dict) || depth > MAX_DEPTH || objects.budget.exhausted) {
      objects.notes.push({ code: 'page-tree', object: asRef(value)?.number ?? 0 })
      return
    }
    seen.add(dict)
    const own = inherit(inherited, dict)
    const kids = asArray(objects.get(dict, 'Kids'))
    if (kids && objects.name(dict, 'Type') !== 'Page') for (const kid of kids) visit(kid, own, depth + 1)
    else if (objects.budget.spend('pages'))
      pages.push(readPage(dict, own, pages.length + 1, asRef(value)?.number ?? 0, objects))
  }
  visit(catalog.entries.get('Pages'), { kind: 'dict', entries: new Map() }, 0)
  return pages
}

const inherit = (parent: PdfDict, dict: PdfDict): PdfDict => {
  const entries = new Map(parent.entries)
  for (const key of INHERITED) {
    const value = dict.entries.get(key)
    if (value !== undefined) entries.set(key, value)
  }
  return { kind: 'dict', entries }
}

function readPage(dict: PdfDict, inherited: PdfDict, number: number, object: number, objects: Objects): PageNode {
  const boxes: Partial<Record<BoxName, Rect>> = {}
  const badBoxes: BoxName[] = []
  for (const name of BOXES) {
    const holder = INHERITED.includes(name) ? inherited : dict
    const box = rectOf(objects.numbers(holder, name))
    if (box) boxes[name] = box
    else if (holder.entries.has(name)) badBoxes.push(name)
  }
  const userUnit = objects.number(dict, 'UserUnit')
  return {
    number,
    object,
    dict,
    resources: objects.dict(inherited, 'Resources'),
    boxes,
    badBoxes,
    rotate: objects.number(inherited, 'Rotate') ?? 0,
    ...(userUnit !== undefined && { userUnit }),
    contents: contentsOf(objects.get(dict, 'Contents'), objects),
  }
}

export const rectOf = (numbers: readonly number[] | undefined): Rect | undefined => {
  if (numbers?.length !== 4) return undefined
  const [a = 0, b = 0, c = 0, d = 0] = numbers
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

const contentsOf = (value: PdfObject, objects: Objects): PdfStream[] => {
  const one = asStream(value)
  return one ? [one] : (objects.items(value) ?? []).map(asStream).filter(stream => stream !== undefined)
}
