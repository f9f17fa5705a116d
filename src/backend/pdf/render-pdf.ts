// A piece as a PDF/X: one page per face, live text, inks only, plates last, the printing condition inside.
import { type Assets, embeddedProfile } from '../../model/assets.ts'
import { printNotes, printTitle } from '../../model/print-order.ts'
import type { Piece } from '../../model/sheet.ts'
import type { BackendContext } from '../backend.ts'
import { addFace } from './face.ts'
import { createLayers } from './layers.ts'
import type { FinishedFile } from './object-file.ts'
import { outputIntent } from './output-intent.ts'
import { openPdfFile } from './pdf-file.ts'
import { typeset } from './typeset.ts'

/** The verso in a file of its own is another document than the recto. */
const identityOf = ({ kit, id, faces: [first] }: Piece): string =>
  [kit, id, ...(first && first.face !== 'recto' ? [first.face] : [])].join(' ')

type Context = Pick<BackendContext, 'date' | 'version'>

/**
 * Built to the rules of ISO 15930-7:2010, or of ISO 15930-1:2001 and 15930-3:2002, for which transparency must already be
 * resolved. The same piece, assets and context give the same bytes.
 * Throws on a Sheet that no earlier stage should have let through: that is a bug.
 */
export const renderPdf = (piece: Piece, assets: Assets, context: Context): Uint8Array =>
  Buffer.concat(drawPdf(piece, assets, context).parts)

/** The same in parts, with the digest that writing took anyway. */
export function drawPdf(piece: Piece, assets: Assets, context: Context): FinishedFile {
  const { output, faces, lang } = piece
  const file = openPdfFile({
    ...context,
    standard: output.standard,
    title: printTitle(piece),
    description: printNotes(piece),
    lang,
    identity: identityOf(piece),
  })
  const intent = outputIntent(file, output, embeddedProfile(assets, output))
  const layers = createLayers(file, output)
  const drawing = { file, assets, output, typeset: typeset(file, piece, assets) }
  for (const sheet of faces) addFace(sheet, layers, drawing)
  return file.finish({ OutputIntents: [intent], OCProperties: layers.properties() })
}
