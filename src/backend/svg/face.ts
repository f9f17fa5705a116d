// One face of a piece as a drawing: what is printed and cut (production), or what people will see (public).
import type { Assets } from '../../model/assets.ts'
import type { BrandColor } from '../../model/design.ts'
import { type Box, ellipsePath, outset, type Path, pathBounds, rectPath, transformPath } from '../../model/geometry.ts'
import { PLATE_ROLES, type PlateRole } from '../../model/ink.ts'
import type { Hole, Piece, Sheet } from '../../model/sheet.ts'
import { type Part, selectPart, walk } from '../../sheet/walk.ts'
import { contours } from './contour.ts'
import { createDefs, type Defs } from './defs.ts'
import type { PixelTarget } from './idle-clip.ts'
import type { Look } from './look.ts'
import { clipReference, type Drawing, drawMarks, maskOf, matrixText } from './marks.ts'
import { nestedEffects } from './nested-effects.ts'
import { pathData } from './path-data.ts'
import { screenLook } from './screen-look.ts'
import { type Attributes, element, pathElement } from './xml.ts'

export type FaceOptions = {
  readonly face: 'production' | 'public'
  readonly text: 'outline' | 'live'
  /** Colours that show as their brand declares them; without it every ink is proofed through the profile. */
  readonly brandScreen?: readonly BrandColor[]
  /** Without Inkscape's attributes. */
  readonly clean?: boolean
  /** The drawing becomes pixels at once; `view` is the part to draw, as it is looked at (right-reading if public). */
  readonly pixels?: Pick<PixelTarget, 'density' | 'view'>
}

/** The body of an SVG in mm; `box` is its view. */
export type FaceDrawing = {
  readonly box: Box
  readonly defs: string
  readonly body: string
  /** See `nestedIn`. */
  readonly nested?: Box
  /** What is left of the piece once cut and drilled, white on black: pixels are cut out faster than by clips. */
  readonly silhouette?: FaceDrawing
}

type Drawn = Omit<FaceDrawing, 'box'>

/** Trim, bleed and slug: what a production file shows. */
export const productionBox = ({ width, height, bleed, slug }: Sheet): Box =>
  outset(outset({ x: 0, y: 0, width, height }, bleed), slug)

export const trimBox = ({ width, height }: Sheet): Box => ({ x: 0, y: 0, width, height })

/** The whole of a face: trim, bleed and slug, or the trim alone. */
export const faceBox = (sheet: Sheet, face: FaceOptions['face']): Box =>
  face === 'production' ? productionBox(sheet) : trimBox(sheet)

export function drawFace(sheet: Sheet, piece: Piece, assets: Assets, options: FaceOptions): FaceDrawing {
  const { face, text, brandScreen, pixels, clean } = options
  const look = screenLook(piece.output, assets.profile(piece.output.profile), brandScreen)
  const drawing = { assets, defs: createDefs(), look, text, pixels: pixels && pixelTarget(sheet, face, pixels) }
  const box = pixels?.view ?? faceBox(sheet, face)
  const nested = pixels && nestedIn(sheet, assets, face, pixels)
  return face === 'production'
    ? { box, nested, ...drawProduction(sheet, piece, drawing, clean === true) }
    : { box, nested, ...drawPublic(sheet, drawing, box) }
}

/** See `nestedEffects`; in the coordinates of the view. */
export function nestedIn(
  sheet: Sheet,
  assets: Assets,
  face: FaceOptions['face'],
  pixels: NonNullable<FaceOptions['pixels']>,
): Box | undefined {
  const nested = nestedEffects(sheet.marks, assets, pixelTarget(sheet, face, pixels))
  return nested && face === 'public' ? turned(sheet, nested) : nested
}

/** On the public face nothing is seen of the bleed. */
const pixelTarget = (
  sheet: Sheet,
  face: FaceOptions['face'],
  { density, view }: Pick<PixelTarget, 'density' | 'view'>,
): PixelTarget =>
  face === 'production'
    ? { density, view }
    : { density, view: turned(sheet, view), ...(isBled(sheet) && { outline: sheet.bleedPath }) }

/** Not where a border inside the cut takes no ink: there the clip of the art is seen. */
function isBled({ bleedPath, width, height }: Sheet): boolean {
  const box = pathBounds(bleedPath)
  return box !== undefined && box.x <= 0 && box.y <= 0 && box.x + box.width >= width && box.y + box.height >= height
}

/** The white plate lies under the art, as on the finished piece, so that it hides nothing; lines come last. */
const LAYERS: readonly Part[] = [
  'white',
  'art',
  'varnish',
  'braille',
  'engrave',
  'kiss-cut',
  'cut',
  'drill',
  'legend',
  'marks',
]

function drawProduction(sheet: Sheet, piece: Piece, drawing: Drawing, clean: boolean): Drawn {
  let body = ''
  for (const part of LAYERS) body += drawLayer(part, sheet, piece, drawing, clean)
  return { defs: drawing.defs.written(), body }
}

function drawLayer(part: Part, sheet: Sheet, piece: Piece, drawing: Drawing, clean: boolean): string {
  const marks = selectPart(sheet.marks, part)
  const role = PLATE_ROLES.find(candidate => candidate === part)
  const content = drawMarks(role && isLine(role) ? contours(marks) : marks, drawing)
  if (content === '') return ''
  const attributes = role
    ? plateAttributes(role, piece, drawing.defs, clean)
    : layerAttributes(part, drawing.defs, clean)
  return element('g', attributes, content)
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
function drawPublic(sheet: Sheet, drawing: Drawing, box: Box): Drawn {
  const body = `${ground(sheet, drawing)}${worked(sheet, drawing)}`
  const apart = drawing.pixels !== undefined
  const shown = rightReading(sheet, apart ? body : cutOut(sheet, body, drawing.defs))
  const face = { defs: drawing.defs.written(), body: shown }
  return apart && !isWhole(sheet, box) ? { ...face, silhouette: drawSilhouette(sheet, box) } : face
}

/** Printed art, and what is seen of it once it is engraved in the material. */
const worked = ({ marks }: Sheet, drawing: Drawing): string =>
  drawMarks(selectPart(marks, 'art'), drawing) + drawMarks(selectPart(marks, 'engrave'), drawing)

const drawSilhouette = (sheet: Sheet, box: Box): FaceDrawing => {
  const body = shape(sheet.cut, '#ffffff') + taken(sheet)
  return { box, defs: '', body: rightReading(sheet, body) }
}

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width + 1e-6 &&
  inner.y + inner.height <= outer.y + outer.height + 1e-6

const shape = (path: Path, fill: string): string => pathElement(pathData(path), { fill })

/** What is no longer there, in black: the holes, and the shapes weeded out of a film. */
function taken({ holes, marks, weeded }: Sheet): string {
  const shapes = weeded
    ? [...walk(marks)].flatMap(({ mark, matrix, layer }) =>
        mark.kind === 'path' && layer === 'kiss-cut' ? [transformPath(mark.path, matrix)] : [],
      )
    : []
  return [...holes.map(holePath), ...shapes].map(path => shape(path, '#000000')).join('')
}

/** Whether something is cut out of the piece, inside its outline. */
const isPierced = ({ holes, weeded }: Sheet): boolean => holes.length > 0 || weeded === true

/** Whether the material hides what is behind it. */
export const isOpaque = ({ clear }: Sheet, face: FaceOptions['face']): boolean => face === 'production' || !clear

/** Frosted film on a pane: a light gray, near enough to tell it from the glass. */
const FROSTED = '#dfe6ea'

/** Clear material shows what white ink covers, that which the printer's RIP lays included; any other is white. */
function ground(sheet: Sheet, drawing: Drawing): string {
  if (!sheet.clear) return shape(sheet.cut, sheet.weeded ? FROSTED : '#ffffff')
  const white = selectPart(sheet.marks, 'white')
  if (white.length === 0 && sheet.inkOrder.includes('White')) return shape(sheet.bleedPath, '#ffffff')
  return drawMarks(white, { ...drawing, look: whiteInk(drawing.look) })
}

const whiteInk = (look: Look): Look => ({ ...look, color: () => '#ffffff' })

const rightReading = ({ mirrored, width }: Sheet, body: string): string =>
  mirrored ? element('g', { transform: matrixText([-1, 0, 0, 1, width, 0]) }, body) : body

/** From the sheet's coordinates to those of who looks, and back. */
export const turned = ({ mirrored, width }: Sheet, box: Box): Box =>
  mirrored ? { ...box, x: width - box.x - box.width } : box

function cutOut(sheet: Sheet, body: string, defs: Defs): string {
  const drilled = isPierced(sheet) ? element('g', { mask: drillMask(sheet, defs) }, body) : body
  // The view itself cuts along a straight trim, without the soft edge of a clip.
  if (isTrim(sheet)) return drilled
  return element('g', { 'clip-path': clipReference(sheet.cut, 'nonzero', defs) }, drilled)
}

const drillMask = (sheet: Sheet, defs: Defs): string =>
  maskOf(shape(rectPath(productionBox(sheet)), '#ffffff') + taken(sheet), defs)

const holePath = ({ x, y, diameter }: Hole): Path => ellipsePath(x, y, diameter / 2)

/** Whether there is material all over a part of a face. */
export const isWhole = (sheet: Sheet, view: Box): boolean =>
  isTrim(sheet) && !isPierced(sheet) && isWithin(view, trimBox(sheet))

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
