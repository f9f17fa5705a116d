// One face of a piece as a PNG: exact pixels, its resolution and the sRGB profile written in it.
import { zlibSync } from 'fflate'
import type { Assets } from '../../model/assets.ts'
import type { BrandColor } from '../../model/design.ts'
import { toPx } from '../../model/length.ts'
import type { Piece, Sheet } from '../../model/sheet.ts'
import { drawFace, isOpaque } from '../svg/face.ts'
import { type Chunk, encodePng } from '../svg/png-file.ts'
import { collect } from './collect.ts'
import { rasterize, type Size } from './rasterize.ts'
import { SRGB_PROFILE } from './srgb-profile.ts'

export type PngOptions = {
  readonly dpi: number
  readonly face: 'production' | 'public'
  /** See `FaceOptions.brandScreen`. */
  readonly brandScreen?: readonly BrandColor[]
}

const MM_PER_INCH = 25.4

/** `round(mm / 25.4 × dpi)` pixels on each side of the trim (public) or of trim, bleed and slug (production). */
export function renderPng(sheet: Sheet, piece: Piece, assets: Assets, options: PngOptions): Uint8Array {
  const { dpi, face, brandScreen } = options
  const drawing = drawFace(sheet, piece, assets, {
    face,
    text: 'outline',
    brandScreen,
    clean: true,
    density: dpi / MM_PER_INCH,
  })
  const size: Size = { width: toPx(drawing.box.width, dpi), height: toPx(drawing.box.height, dpi) }
  const opaque = isOpaque(sheet, piece, face)
  const bands = rasterize(drawing, size, opaque ? '#ffffff' : undefined)
  return encodePng(collect(bands, size, opaque), LEVEL, [profileChunk(), resolutionChunk(dpi)])
}

/** Flat art: level 6 takes a fifth off level 1 for a quarter more time. */
const LEVEL = 6

/** pHYs (ISO/IEC 15948 11.3.5.3): whole pixels per metre. */
function resolutionChunk(dpi: number): Chunk {
  const data = new Uint8Array(9)
  const view = new DataView(data.buffer)
  const perMetre = Math.round((dpi / MM_PER_INCH) * 1000)
  view.setUint32(0, perMetre)
  view.setUint32(4, perMetre)
  data[8] = 1
  return { type: 'pHYs', data }
}

/** iCCP (ISO/IEC 15948 11.3.3.3): a name, a null, method 0, the profile deflated. */
function profileChunk(): Chunk {
  const name = [...'sRGB'].map(character => character.charCodeAt(0))
  return { type: 'iCCP', data: Uint8Array.from([...name, 0, 0, ...zlibSync(SRGB_PROFILE, { level: 9 })]) }
}
