// A Sheet as text a person can read and a diff can show: one line a mark, in painting order.
import { createHash } from 'node:crypto'
import type { Assets } from '../../src/model/assets.ts'
import { type Box, pathBounds } from '../../src/model/geometry.ts'
import type { Paint } from '../../src/model/ink.ts'
import { type GroupMark, isInk, type Mark, type Piece, type Sheet } from '../../src/model/sheet.ts'

const n = (value: number): string => String(Math.round(value * 1000) / 1000)

const boxText = (box: Box | undefined): string =>
  box ? `${n(box.x)} ${n(box.y)} → ${n(box.x + box.width)} ${n(box.y + box.height)}` : 'nothing'

/** Coordinates in full would drown the page: their count and a hash show any change. */
const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8)

function paintText(paint: Paint): string {
  if (!isInk(paint)) return `${paint.kind} gradient ${digest(paint)}`
  switch (paint.kind) {
    case 'cmyk':
      return [paint.c, paint.m, paint.y, paint.k].map(n).join('/')
    case 'spot':
      return `${paint.role === 'brand' ? paint.name : paint.role} ${n(paint.tint)}`
    case 'registration':
      return `registration ${n(paint.tint)}`
  }
}

const placeText = ({ from, by }: Pick<Mark, 'from' | 'by'>): string =>
  [from, by]
    .map(at => (at && 'line' in at ? `${at.file.replace(/^.*\//, '')}:${at.line}` : ''))
    .filter(Boolean)
    .join(' ← ')

function groupText(group: GroupMark): string {
  const parts = [
    `group ${group.layer ?? ''}${group.name && group.name !== group.layer ? ` ${group.name}` : ''}`.trim(),
    group.transform ? `matrix ${group.transform.map(n).join(' ')}` : '',
    group.clip ? `clip ${boxText(pathBounds(group.clip.path))} ${digest(group.clip)}` : '',
    group.opacity === undefined ? '' : `opacity ${n(group.opacity)}`,
    group.alt ? `alt « ${group.alt} »` : '',
    group.qr ? `qr module ${n(group.qr.module)}` : '',
  ]
  return parts.filter(Boolean).join(' · ')
}

function markLine(mark: Mark, assets: Assets): string {
  switch (mark.kind) {
    case 'group':
      return groupText(mark)
    case 'path': {
      const fill = mark.fill ? `fill ${paintText(mark.fill)}` : ''
      const stroke = mark.stroke ? `stroke ${paintText(mark.stroke.paint)} ${n(mark.stroke.width)} mm` : ''
      return ['path', fill, stroke, boxText(pathBounds(mark.path)), `${mark.path.length} segments ${digest(mark.path)}`]
        .filter(Boolean)
        .join(' · ')
    }
    case 'glyphs': {
      const { weight } = assets.font(mark.font)
      const size = `${n(mark.size)} mm`
      return `text « ${mark.text} » · ${mark.style ?? ''} ${weight} ${size} · ${paintText(mark.fill)} · ${n(mark.x)} ${n(mark.y)} · ${digest(mark.glyphs)}`
    }
    case 'image':
      return `image ${mark.image} · ${mark.matrix.map(n).join(' ')}`
  }
}

function* markLines(marks: readonly Mark[], assets: Assets, depth: number): Generator<string> {
  for (const mark of marks) {
    const place = placeText(mark)
    yield `${'  '.repeat(depth)}${markLine(mark, assets)}${place ? `  (${place})` : ''}`
    if (mark.kind === 'group') yield* markLines(mark.marks, assets, depth + 1)
  }
}

function* sheetLines(sheet: Sheet, assets: Assets): Generator<string> {
  const { width, height, bleed, safe, mirrored, mirror, inkOrder, holes, face } = sheet
  yield `${face} ${n(width)} × ${n(height)} mm · bleed ${bleed.map(n).join(' ')} · safe ${n(safe)} · ${mirrored ? 'mirrored' : 'right reading'} · mirror ${mirror} · ${inkOrder.join(' → ')}`
  for (const hole of holes) yield `hole ${n(hole.x)} ${n(hole.y)} Ø ${n(hole.diameter)} keep-out Ø ${n(hole.keepOut)}`
  yield* markLines(sheet.marks, assets, 0)
}

/** All faces of a piece. */
export const pieceText = (piece: Piece, assets: Assets): string =>
  [
    `# ${piece.id} — ${piece.title}`,
    `${piece.template} · ${piece.orientation} · × ${piece.quantity} · ${piece.output.printer} ${piece.output.condition.identifier}`,
    ...piece.faces.flatMap(sheet => [...sheetLines(sheet, assets)]),
  ].join('\n')
