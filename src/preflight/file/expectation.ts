// What a written PDF must hold, worked out from the Piece it was made of: the other half of the self-check.
import { type Assets, embeddedProfile } from '../../model/assets.ts'
import type { Edges } from '../../model/geometry.ts'
import { type Ink, PLATE_ROLES, type PlateRole } from '../../model/ink.ts'
import type { Mm } from '../../model/length.ts'
import { printNotes, printTitle } from '../../model/print-order.ts'
import type { Output, Piece, Sheet } from '../../model/sheet.ts'
import type { Standard } from '../../model/standard.ts'
import { imagesOf, inksOf, walk } from '../../sheet/walk.ts'

export type PageExpectation = {
  /** The finished size. */
  readonly width: Mm
  readonly height: Mm
  readonly bleed: Edges
  readonly slug: Edges
  /** Names of the plates that take ink: `Cyan`, `Magenta`, `Yellow`, `Black`, spot names, `All` for registration. */
  readonly inks: readonly string[]
  /** Each must be found in the page's text, as often as it is listed here, in any order. */
  readonly texts: readonly string[]
  /** Texts were drawn as outlines: no font may be left. */
  readonly outlined: boolean
  /** Discs on the drilling plate, when the printer has one. */
  readonly holes?: number
}

export type PdfExpectation = {
  readonly standard: Standard
  readonly title: string
  /** Ink order and mirror of each page, in words. */
  readonly description: string
  readonly lang: string
  readonly pages: readonly PageExpectation[]
  /** Names of the technical plates at the printer's. */
  readonly plates: Readonly<Record<PlateRole, string>>
  /** Of the profile that the file carries. */
  readonly profileSha256: string
}

export function expectationOf(piece: Piece, assets: Assets): PdfExpectation {
  return {
    standard: piece.output.standard,
    title: printTitle(piece),
    description: printNotes(piece),
    lang: piece.lang,
    pages: piece.faces.map(sheet => pageOf(sheet, piece.output, assets)),
    plates: plateNames(piece.output),
    profileSha256: embeddedProfile(assets, piece.output).sha256,
  }
}

const plateNames = ({ plates }: Output): PdfExpectation['plates'] => ({
  white: plates.white.name,
  cut: plates.cut.name,
  'kiss-cut': plates['kiss-cut'].name,
  drill: plates.drill.name,
  varnish: plates.varnish.name,
  braille: plates.braille.name,
  engrave: plates.engrave.name,
})

type Known = { readonly output: Output; readonly assets: Assets; readonly page: PageExpectation }

const known = new WeakMap<Sheet, Known>()

/** The check of a file asks, then the manifest. */
function pageOf(sheet: Sheet, output: Output, assets: Assets): PageExpectation {
  const before = known.get(sheet)
  if (before?.output === output && before.assets === assets) return before.page
  const page = lookAt(sheet, output, assets)
  known.set(sheet, { output, assets, page })
  return page
}

function lookAt(sheet: Sheet, output: Output, assets: Assets): PageExpectation {
  const { width, height, bleed, slug } = sheet
  const drilled = sheet.holes.length > 0 && output.plates.drill.step?.type === 'Drilling'
  const texts: string[] = []
  for (const { mark, inMask } of walk(sheet.marks))
    if (mark.kind === 'glyphs' && mark.glyphs.length > 0 && !inMask) texts.push(mark.text)
  return {
    width,
    height,
    bleed,
    slug,
    inks: [...platesOf(sheet, output, assets)],
    texts,
    outlined: output.outlineText,
    ...(drilled && { holes: sheet.holes.length }),
  }
}

const PROCESS = ['Cyan', 'Magenta', 'Yellow', 'Black'] as const

function platesOf(sheet: Sheet, output: Output, assets: Assets): Set<string> {
  const plates = new Set(inksOf(sheet).flatMap(ink => namesOf(ink, output)))
  const images = imagesOf(sheet).map(id => assets.image(id).space)
  if (images.includes('gray')) plates.add('Black')
  if (images.includes('cmyk')) for (const name of PROCESS) plates.add(name)
  return new Set(inPressOrder(plates, output))
}

/** The four process inks, then the brand's own, then what a machine follows: the order a press shop reads them in. */
function inPressOrder(plates: ReadonlySet<string>, output: Output): readonly string[] {
  const technical = PLATE_ROLES.map(role => output.plates[role].name)
  const known: readonly string[] = [...PROCESS, ...technical]
  const own = [...plates].filter(name => !known.includes(name))
  return [...PROCESS, ...own, ...technical].filter(name => plates.has(name))
}

function namesOf(ink: Ink, output: Output): string[] {
  switch (ink.kind) {
    case 'cmyk':
      return [ink.c, ink.m, ink.y, ink.k].flatMap((amount, index) => (amount > 0 ? (PROCESS[index] ?? []) : []))
    case 'spot':
      return [ink.role === 'brand' ? (output.spots[ink.name]?.name ?? ink.name) : output.plates[ink.role].name]
    case 'registration':
      return ['All']
  }
}
