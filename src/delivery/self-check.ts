// What is read back from the disk before a file gets its name: the PDF by our reader, the SVG and the PNG by theirs.
import { readFileSync } from 'node:fs'
import type { Format } from '../backend/backends.ts'
import { readBack } from '../host/read-back.ts'
import type { Assets } from '../model/assets.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { outset } from '../model/geometry.ts'
import { toPx } from '../model/length.ts'
import type { Piece, Sheet } from '../model/sheet.ts'
import { checkPdf } from '../preflight/check-pdf.ts'
import { expectationOf } from '../preflight/file/expectation.ts'
import { checkWrittenSvg } from '../preflight/written-svg.ts'

export type SelfCheck = {
  readonly piece: Piece
  readonly sheet: Sheet
  readonly assets: Assets
  readonly dpi: number
  readonly face: 'public' | 'production'
}

/** Pixels of a picture: the finished piece, or all that is printed with its bleed. */
function pictureSize({ sheet, dpi, face }: SelfCheck): { width: number; height: number; dpi: number } {
  const trim = { x: 0, y: 0, width: sheet.width, height: sheet.height }
  const box = face === 'public' ? trim : outset(outset(trim, sheet.bleed), sheet.slug)
  return { width: toPx(box.width, dpi), height: toPx(box.height, dpi), dpi }
}

/** Errors of a written file; warnings of the rules are ours to heed in the writer, not a reason to hold the file back. */
export async function selfCheck(path: string, format: Format, check: SelfCheck): Promise<readonly Diagnostic[]> {
  const found = format === 'pdf' ? pdfFindings(path, check) : await pictureFindings(path, format, check)
  return found.filter(({ severity }) => severity === 'error')
}

/** All at once: what is read back is not waited with. */
const pdfFindings = (path: string, { piece, assets }: SelfCheck): readonly Diagnostic[] =>
  checkPdf(readBack(path), expectationOf(piece, assets))

async function pictureFindings(
  path: string,
  format: Exclude<Format, 'pdf'>,
  check: SelfCheck,
): Promise<readonly Diagnostic[]> {
  const { buffer, byteOffset, length } = readFileSync(path)
  const bytes = new Uint8Array(buffer, byteOffset, length)
  switch (format) {
    case 'svg':
      return checkWrittenSvg(bytes, check.sheet, check.piece)
    case 'png': {
      // What reads a PNG back loads a native library: a tenth of a second that a PDF alone need not pay.
      const { checkWrittenPng } = await import('../preflight/written-png.ts')
      return checkWrittenPng(bytes, pictureSize(check), check.piece.id)
    }
  }
}
