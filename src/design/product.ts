// A piece's order and its format become a product ready to lay out: size as ordered, corners, holes, mirror, white.
import type { BrandSpec, FaceSpec, ProductSpec } from '../model/design.ts'
import { type Diagnostic, hasErrors, type Outcome, text } from '../model/diagnostic.ts'
import type { Edges } from '../model/geometry.ts'
import type { PieceOrder } from '../model/kit.ts'
import { fromPt, type Mm, roundMm } from '../model/length.ts'
import type { Hole } from '../model/sheet.ts'
import { moduleOf } from '../template/module.ts'
import { CUT_KEYS, readCuts } from './cut-lines.ts'
import { diagnostic } from './finding.ts'
import type { Format, Orientation } from './format.ts'
import { holesApart, holesInside, holesOf } from './holes.ts'
import { frenchNumber, mm } from './measure.ts'
import { makingOf, type Options, type PieceSpans, readOptions } from './options.ts'
import type { Making } from './product-file.ts'

export type OrderedProduct = {
  readonly spec: ProductSpec
  /** As `PieceDesign.order`. */
  readonly order: Readonly<Record<string, string>>
}

const opposite = (orientation: Orientation): Orientation => (orientation === 'portrait' ? 'paysage' : 'portrait')

/** What was asked for, else what the name's own sides say; a square or a disc cannot be turned. */
export function orientationOf(format: Format, asked: Orientation | undefined): Orientation {
  if (format.width === format.height) return format.natural
  return asked ?? (format.turned ? opposite(format.natural) : format.natural)
}

function readCorners(order: PieceOrder, format: Format, spanOf: PieceSpans): Outcome<Mm> {
  const radius = order['rayon-angles']
  const corners = format.shape === 'round' ? undefined : format.family.corners
  if (radius === undefined) return { value: corners?.default ?? 0, diagnostics: [] }
  const at = spanOf('rayon-angles')
  if (!corners) {
    const what =
      format.shape === 'round' ? 'une pièce ronde' : `${format.family.article} ${format.family.title.toLowerCase()}`
    const message = text(
      `\`rayon-angles\` ne s’applique pas à ${what}`,
      `\`rayon-angles\` does not apply to this product`,
    )
    return { diagnostics: radius === 0 ? [] : [diagnostic('product-option', at, message)] }
  }
  const most = Math.min(corners.max, format.width / 2, format.height / 2)
  if (radius <= most) return { value: radius, diagnostics: [] }
  const message = text(
    `rayon d’angle de ${mm(radius)} : ${mm(most)} au plus`,
    `corner radius of ${mm(radius)}: at most ${mm(most)}`,
  )
  return { diagnostics: [diagnostic('corner-radius', at, message)] }
}

type Size = { readonly width: Mm; readonly height: Mm }

function readHoles(
  options: Options,
  format: Format,
  size: Size,
  radius: Mm,
  brand: BrandSpec,
  holeEdge: Mm,
  spanOf: PieceSpans,
): Outcome<readonly Hole[]> {
  const fixing = options.fixation === undefined ? undefined : format.family.fixings[options.fixation]
  if (!fixing?.holes) return { value: [], diagnostics: [] }
  const plate = { ...size, cornerRadius: radius, u: moduleOf(size.width, size.height, brand.module), holeEdge }
  const holes = holesOf(fixing.holes, plate)
  if (!holesApart(holes)) {
    const message = text(
      `${fixing.title} : les perçages se touchent sur ${mm(size.width)} de large et ${mm(size.height)} de haut`,
      `the holes of this fixing touch on ${mm(size.width)} by ${mm(size.height)}`,
    )
    return { diagnostics: [diagnostic('holes-too-close', spanOf('fixation'), message)] }
  }
  if (!holesInside(holes, plate)) {
    const message = text(
      `un rayon d’angle de ${mm(radius)} passe dans les perçages (${fixing.title})`,
      `a corner radius of ${mm(radius)} runs through the holes`,
    )
    return { diagnostics: [diagnostic('corner-radius', spanOf('rayon-angles') ?? spanOf('fixation'), message)] }
  }
  return { value: holes, diagnostics: [] }
}

/** Details of the order, in a fixed order of keys: they are written in the manifest. */
function orderDetails(order: PieceOrder, options: Options, radius: Mm): Readonly<Record<string, string>> {
  return {
    ...options,
    ...(radius > 0 ? { 'rayon-angles': frenchNumber(radius) } : {}),
    ...Object.fromEntries(CUT_KEYS.flatMap(key => (order[key] === undefined ? [] : [[key, frenchNumber(order[key])]]))),
    ...(order.distance === undefined ? {} : { distance: `${frenchNumber(order.distance)} m` }),
  }
}

/**
 * The faces of a piece with the order of their inks: the eye meets colour first, so white comes last behind what is read
 * through the film, and first under the rest. Each face of two has its own white: together they block the light, and
 * either page is right on its own.
 */
function facesOf({ faces, mirrored = false, white = 'none', art = 'printed' }: Making): readonly FaceSpec[] {
  return (faces ?? [{ name: 'recto', mirrored }]).map(face => ({ ...face, inkOrder: inkOrderOf(face, white, art) }))
}

function inkOrderOf({ mirrored }: Pick<FaceSpec, 'mirrored'>, white: ProductSpec['white'], art: ProductSpec['art']) {
  if (art !== 'printed') return []
  if (white === 'none') return ['CMYK']
  return mirrored ? ['CMYK', 'White'] : ['White', 'CMYK']
}

/** What the kit says of the frame, else the one the size is made for. */
const frameOf = ({ cadre }: PieceOrder, format: Format): Pick<PieceOrder, 'cadre'> => {
  const frame = cadre ?? format.cadre
  return frame === undefined ? {} : { cadre: frame }
}

/** A turned piece turns in its frame: what was at its left is at its top. */
const hiddenEdges = (hidden: Making['hidden'], turned: boolean): Edges => {
  const [top, right, bottom, left] = hidden ?? [0, 0, 0, 0]
  return turned ? [left, top, right, bottom] : [top, right, bottom, left]
}

export function orderProduct(
  order: PieceOrder,
  format: Format,
  brand: BrandSpec,
  spanOf: PieceSpans,
): Outcome<OrderedProduct> {
  const { family } = format
  const { options, diagnostics: refusals } = readOptions({ ...order, ...frameOf(order, format) }, family, spanOf)
  const orientation = orientationOf(format, order.orientation)
  const turned = orientation !== format.natural
  const size = turned ? { width: format.height, height: format.width } : { width: format.width, height: format.height }
  const corners = readCorners(order, format, spanOf)
  const making = makingOf(options, family)
  const cuts = readCuts(order, making, spanOf)
  const holes = readHoles(options, format, size, corners.value ?? 0, brand, making['hole-edge'] ?? 0, spanOf)
  const diagnostics: Diagnostic[] = [...refusals, ...corners.diagnostics, ...cuts.diagnostics, ...holes.diagnostics]
  if (hasErrors(diagnostics)) return { diagnostics }
  const cornersAt = spanOf('rayon-angles')
  const spec: ProductSpec = {
    id: format.id,
    family: family.family,
    title: format.title,
    ...size,
    shape: format.shape,
    cornerRadius: corners.value ?? 0,
    ...(cornersAt ? { cornersAt } : {}),
    orientation,
    catalogue: format.catalogue,
    faces: facesOf(making),
    art: making.art ?? 'printed',
    border: making.border ?? 0,
    hidden: hiddenEdges(making.hidden, turned),
    clear: making.clear ?? false,
    tool: making.tool ?? 0,
    minText: roundMm(fromPt(making['min-text'] ?? 0)),
    cut: family.cut,
    ...cuts.value,
    white: making.white ?? 'none',
    holes: holes.value ?? [],
    distance: order.distance ?? format.distance,
  }
  return { value: { spec, order: orderDetails(order, options, spec.cornerRadius) }, diagnostics }
}
