// One face of a piece as a drawing: what is printed and cut (production), or what people will see (public).
import type { Assets } from '../../model/assets.ts'
import type { BrandColor } from '../../model/design.ts'
import { type Box, ellipsePath, outset, type Path, rectPath } from '../../model/geometry.ts'
import { PLATE_ROLES, type PlateRole } from '../../model/ink.ts'
import type { Hole, Piece, Sheet } from '../../model/sheet.ts'
import { contours } from './contour.ts'
import { createDefs, type Defs } from './defs.ts'
import type { Look } from './look.ts'
import { clipReference, type Drawing, drawMarks, maskOf, matrixText } from './marks.ts'
import { pathData } from './path-data.ts'
import { screenLook } from './screen-look.ts'
import { type Part, selectPart } from './select.ts'
import { type Attributes, element } from './xml.ts'

export type FaceOptions = {
  readonly face: 'production' | 'public'
  readonly text: 'outline' | 'live'
  /** Colours that show as their brand declares them; without it every ink is proofed through the profile. */
  readonly brandScreen?: readonly BrandColor[]
  /** Without Inkscape's attributes. */
  readonly clean?: boolean
  /** Pixels per mm, when the drawing becomes pixels at once: see `Drawing.density` and `FaceDrawing.silhouette`. */
  readonly density?: number
}

/** The body of an SVG in mm: `box` is its view, in the sheet's coordinates. */
export type FaceDrawing = {
  readonly box: Box
  readonly defs: string
  readonly body: string
  /** What is left of the piece once cut and drilled, white on black: pixels are cut out faster than by clips. */
  readonly silhouette?: FaceDrawing
}

/** Trim, bleed and slug: what a production file shows. */
export const productionBox = ({ width, height, bleed, slug }: Sheet): Box =>
  outset(outset({ x: 0, y: 0, width, height }, bleed), slug)

export const trimBox = ({ width, height }: Sheet): Box => ({ x: 0, y: 0, width, height })

export function drawFace(sheet: Sheet, piece: Piece, assets: Assets, options: FaceOptions): FaceDrawing {
  const look = screenLook(piece.output, assets.profile(piece.output.profile), options.brandScreen)
  const box = options.face === 'production' ? productionBox(sheet) : trimBox(sheet)
  // On the public face the silhouette is cut inside the bleed.
  const publicOutline = options.face === 'public' ? sheet.bleedPath : undefined
  const drawing = {
    assets,
    defs: createDefs(),
    look,
    text: options.text,
    ...(options.density !== undefined && { density: options.density, seen: { box, outline: publicOutline } }),
  }
  return options.face === 'production'
    ? drawProduction(sheet, piece, drawing, options.clean === true)
    : drawPublic(sheet, piece, drawing)
}

/** The white plate lies under the art, as on the finished piece, so that it hides nothing; lines come last. */
const UNDER: readonly Part[] = ['white']
const OVER: readonly Part[] = [...PLATE_ROLES.filter(role => role !== 'white'), 'legend', 'marks']

function drawProduction(sheet: Sheet, piece: Piece, drawing: Drawing, clean: boolean): FaceDrawing {
  const layers = [...UNDER, 'art' as const, ...OVER].map(part => drawLayer(part, sheet, piece, drawing, clean))
  return { box: productionBox(sheet), defs: drawing.defs.written(), body: layers.join('') }
}

function drawLayer(part: Part, sheet: Sheet, piece: Piece, drawing: Drawing, clean: boolean): string {
  const marks = selectPart(sheet.marks, part)
  if (marks.length === 0) return ''
  const role = PLATE_ROLES.find(candidate => candidate === part)
  const shown = role && isLine(role) ? contours(marks) : marks
  const attributes = role
    ? plateAttributes(role, piece, drawing.defs, clean)
    : layerAttributes(part, drawing.defs, clean)
  return element('g', attributes, drawMarks(shown, drawing))
}

const isLine = (role: PlateRole): boolean => role === 'cut' || role === 'kiss-cut' || role === 'drill'

/** Varnish and braille dots are seen through. */
const isClear = (role: PlateRole): boolean => role === 'varnish' || role === 'braille'

function plateAttributes(role: PlateRole, piece: Piece, defs: Defs, clean: boolean): Attributes {
  const { name } = piece.output.plates[role]
  return {
    id: defs.reserve(name),
    'data-plate': name,
    'data-role': role,
    opacity: isClear(role) ? '0.35' : undefined,
    ...inkscapeLayer(name, clean),
  }
}

const layerAttributes = (part: Part, defs: Defs, clean: boolean): Attributes => ({
  id: defs.reserve(part),
  ...inkscapeLayer(part, clean),
})

const inkscapeLayer = (label: string, clean: boolean): Attributes =>
  clean ? {} : { 'inkscape:groupmode': 'layer', 'inkscape:label': label }

/** What people see: right-reading, cut out, no technical plate; white ink is white. */
function drawPublic(sheet: Sheet, piece: Piece, drawing: Drawing): FaceDrawing {
  const body = `${ground(sheet, piece, drawing)}${drawMarks(selectPart(sheet.marks, 'art'), drawing)}`
  const apart = drawing.density !== undefined
  const shown = rightReading(sheet, apart ? body : cutOut(sheet, body, drawing.defs))
  const face = { box: trimBox(sheet), defs: drawing.defs.written(), body: shown }
  return apart && !isWhole(sheet) ? { ...face, silhouette: drawSilhouette(sheet) } : face
}

const drawSilhouette = (sheet: Sheet): FaceDrawing => {
  const body = shape(sheet.cut, '#ffffff') + sheet.holes.map(hole => shape(holePath(hole), '#000000')).join('')
  return { box: trimBox(sheet), defs: '', body: rightReading(sheet, body) }
}

const shape = (path: Path, fill: string): string => element('path', { d: pathData(path), fill })

/** Whether the material hides what is behind it. */
export const isOpaque = (piece: Piece, face: FaceOptions['face']): boolean =>
  face === 'production' || !isClearFilm(piece)

/** Clear film shows what its white ink covers, any other material is white. */
function ground(sheet: Sheet, piece: Piece, drawing: Drawing): string {
  if (!isClearFilm(piece)) return shape(sheet.cut, '#ffffff')
  return drawMarks(selectPart(sheet.marks, 'white'), { ...drawing, look: whiteInk(drawing.look) })
}

/** Only a window sticker is printed on something one sees through. */
const isClearFilm = ({ product, order }: Piece): boolean =>
  product.startsWith('vitrophanie') && (order.support ?? 'transparent') === 'transparent'

const whiteInk = (look: Look): Look => ({ ...look, color: () => '#ffffff' })

const rightReading = ({ mirrored, width }: Sheet, body: string): string =>
  mirrored ? element('g', { transform: matrixText([-1, 0, 0, 1, width, 0]) }, body) : body

function cutOut(sheet: Sheet, body: string, defs: Defs): string {
  const drilled = sheet.holes.length === 0 ? body : element('g', { mask: drillMask(sheet, defs) }, body)
  // The view itself cuts along a straight trim, without the soft edge of a clip.
  if (isTrim(sheet)) return drilled
  return element('g', { 'clip-path': clipReference(sheet.cut, 'nonzero', defs) }, drilled)
}

const drillMask = (sheet: Sheet, defs: Defs): string => {
  const holes = sheet.holes.map(hole => shape(holePath(hole), '#000000'))
  return maskOf(shape(rectPath(productionBox(sheet)), '#ffffff') + holes.join(''), defs)
}

const holePath = ({ x, y, diameter }: Hole): Path => ellipsePath(x, y, diameter / 2)

const isWhole = (sheet: Sheet): boolean => isTrim(sheet) && sheet.holes.length === 0

/** Whether the piece is cut along its trim box and nowhere else: one outline through its four corners. */
const isTrim = ({ cut, width, height }: Sheet): boolean => {
  const corners = new Set<string>()
  for (const segment of cut) {
    if (segment[0] === 'C') return false
    if (segment[0] === 'Z') continue
    const [, x, y] = segment
    if ((x !== 0 && x !== width) || (y !== 0 && y !== height)) return false
    corners.add(`${x} ${y}`)
  }
  return corners.size === 4 && cut.filter(([kind]) => kind === 'M').length === 1
}
