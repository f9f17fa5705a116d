// Pictures of the pieces of a kit, on which each finding is framed and numbered.
import { renderPng } from '../backend/png/render-png.ts'
import type { Assets, Font } from '../model/assets.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Sheet } from '../model/sheet.ts'
import { type AnnotatedSheet, annotateSheet, type SheetRemark } from '../preflight/annotated/annotate-sheet.ts'
import type { Prepared, PreparedPiece } from '../prepare.ts'
import { mirror } from '../sheet/mirror.ts'
import { fontsOf } from '../sheet/walk.ts'
import type { Annotated } from './checked.ts'

/** Pixels of the longest side: a screen shows it whole, and small text is read when it is enlarged. */
const LONGEST = 1800

/** As people read it, whatever the press is given: turned back, and without crop marks. */
function readable(sheet: Sheet): Sheet {
  const marks = sheet.marks.filter(mark => mark.kind !== 'group' || mark.layer !== 'marks')
  const bare: Sheet = { ...sheet, marks, slug: [0, 0, 0, 0] }
  return bare.mirrored ? mirror(bare) : bare
}

const remarkOf = (
  { rule, severity, message, hint, at }: Diagnostic,
  number: number,
  lang: 'fr' | 'en',
): SheetRemark => ({
  number,
  severity,
  words: `[${rule}] ${message[lang]}${hint ? ` – ${hint[lang]}` : ''}`,
  at,
})

const density = ({ width, height, bleed, slug }: Sheet): number => {
  const [top, right, bottom, left] = bleed.map((edge, side) => edge + (slug[side] ?? 0))
  const longest = Math.max(width + (left ?? 0) + (right ?? 0), height + (top ?? 0) + (bottom ?? 0))
  return Math.max(1, Math.round((LONGEST * 25.4) / longest))
}

/** Faces where something is framed; the first when nothing is: the sentences must stand somewhere. */
function facesOf(
  { piece }: PreparedPiece,
  remarks: readonly SheetRemark[],
  assets: Assets,
  font: Font,
): readonly AnnotatedSheet[] {
  const faces = piece.faces.map(sheet => annotateSheet(readable(sheet), remarks, assets, font))
  const framed = faces.filter(({ frames }) => frames > 0)
  return framed.length > 0 ? framed : faces.slice(0, 1)
}

/** One PNG for each face that has findings, numbered as in `diagnostics`; none when no piece could be laid out. */
export async function annotateKit(
  { pieces, assets, design }: Prepared,
  diagnostics: readonly Diagnostic[],
  lang: 'fr' | 'en',
): Promise<readonly Annotated[]> {
  const made: Annotated[] = []
  for (const each of assets && design ? pieces : []) {
    const { piece } = each
    const remarks = diagnostics.flatMap((found, at) =>
      found.piece === piece.id ? [remarkOf(found, at + 1, lang)] : [],
    )
    const [fontId] = [...piece.faces.flatMap(fontsOf), ...Object.keys(design?.brand.fonts ?? {})]
    if (!assets || fontId === undefined || remarks.length === 0) continue
    for (const { sheet } of facesOf(each, remarks, assets, assets.font(fontId))) {
      const suffix = piece.faces.length > 1 ? `-${sheet.face}` : ''
      const bytes = await renderPng(sheet, piece, assets, { dpi: density(sheet), face: 'production' })
      made.push({ name: `${piece.kit}_${piece.id}${suffix}.annote.png`, bytes })
    }
  }
  return made
}
