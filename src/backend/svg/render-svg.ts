// One face of a piece as an SVG file: a root in mm, a title and a language, layers that a cutter's operator finds by name.
import type { Assets } from '../../model/assets.ts'
import { printNotes, printTitle } from '../../model/print-order.ts'
import type { Piece, Sheet } from '../../model/sheet.ts'
import { drawFace, type FaceDrawing, type FaceOptions } from './face.ts'
import { number } from './number.ts'
import { type Attributes, element, escapeXml } from './xml.ts'

export type SvgOptions = Omit<FaceOptions, 'pixels'>

/** Colours are sRGB. Throws on a mark that names a font, a picture or a plate which does not exist: that is a bug. */
export function renderSvg(sheet: Sheet, piece: Piece, assets: Assets, options: SvgOptions): string {
  const drawing = drawFace(sheet, piece, assets, options)
  const name = options.face === 'public' ? piece.title : printTitle({ ...piece, faces: [sheet] })
  const title = element('title', {}, escapeXml(name))
  const desc = element('desc', {}, escapeXml(describe(sheet, piece, options)))
  const defs = drawing.defs === '' ? '' : element('defs', {}, drawing.defs)
  const root = rootAttributes(drawing, piece.lang, options.clean === true)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', root, `${title}${desc}${defs}${drawing.body}`)}\n`
}

const rootAttributes = ({ box }: FaceDrawing, lang: string, clean: boolean): Attributes => ({
  xmlns: 'http://www.w3.org/2000/svg',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:inkscape': clean ? undefined : 'http://www.inkscape.org/namespaces/inkscape',
  width: `${number(box.width)}mm`,
  height: `${number(box.height)}mm`,
  viewBox: [box.x, box.y, box.width, box.height].map(number).join(' '),
  'xml:lang': lang,
  lang,
})

/** For whoever opens the file: what it is, at what size, and that a mirror is meant. */
function describe(sheet: Sheet, piece: Piece, { face }: SvgOptions): string {
  const size = `${number(sheet.width)} × ${number(sheet.height)} mm`.replaceAll('.', ',')
  const what = `${piece.product}, ${sheet.face}, ${size}`
  if (face === 'public') return `${what}, tel qu’on le verra`
  return `${what}. ${printNotes({ faces: [sheet] })}`
}
