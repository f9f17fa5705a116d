// Reads every QR code back from the pixels of the finished piece, with all that is painted around and over it.
import { drawRegion } from '../../backend/png/draw-region.ts'
import type { Assets } from '../../model/assets.ts'
import { type Diagnostic, type Text, text } from '../../model/diagnostic.ts'
import type { Matrix } from '../../model/geometry.ts'
import type { GroupMark, Piece, Sheet } from '../../model/sheet.ts'
import { walk } from '../../sheet/walk.ts'
import { placeOf } from '../sheet-check.ts'
import { type CodePixels, lightOf } from './qr-light.ts'
import type { QrReader } from './qr-reader.ts'
import { type QrRule, qrRules } from './qr-rules.ts'

/** A code on its sheet: `matrix` maps its group's space to the sheet's. */
type Code = { readonly group: GroupMark; readonly qr: NonNullable<GroupMark['qr']>; readonly matrix: Matrix }

type Fault = { readonly rule: QrRule; readonly message: Text }

/** mm: `qr-module` below the first, `qr-small` below the second. */
const SMALLEST = 0.5
const COMFORTABLE = 0.8

const LEAST_CONTRAST = 0.4
const PIXELS_PER_MODULE = 4

/** Modules drawn around the margin: the reader meets the code among other things, as a phone does. */
const AROUND = 2

/** What is wrong with the codes of a sheet. The sheet must be drawable: fonts, pictures and plates are all there. */
export async function checkQrCodes(
  sheet: Sheet,
  piece: Piece,
  assets: Assets,
  read: QrReader,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = []
  for (const code of codesOf(sheet)) {
    const pixels = draw(code, sheet, piece, assets)
    const faults = [...sizeFaults(code), ...lightFaults(code, pixels), ...(await readingFaults(code, pixels, read))]
    found.push(...faults.map(fault => diagnose(fault, code, piece)))
  }
  return found
}

const codesOf = (sheet: Sheet): readonly Code[] =>
  walk(sheet.marks).flatMap(({ mark, matrix, inMask }) =>
    mark.kind === 'group' && mark.qr && !inMask ? [{ group: mark, qr: mark.qr, matrix }] : [],
  )

/** The side of a module on the sheet, in mm, whatever transforms lie around the code. */
const moduleOf = ({ qr, matrix: [a, b, c, d] }: Code): number => qr.module * Math.sqrt(Math.abs(a * d - b * c))

function draw(code: Code, sheet: Sheet, piece: Piece, assets: Assets): CodePixels {
  const module = moduleOf(code)
  const region = { box: code.qr.box, matrix: code.matrix, margin: AROUND * module }
  const { pixels, toSpace } = drawRegion(sheet, piece, assets, region, PIXELS_PER_MODULE / module)
  return { ...pixels, toSpace }
}

function sizeFaults(code: Code): readonly Fault[] {
  const module = moduleOf(code)
  if (module >= COMFORTABLE) return []
  const size = decimal(module)
  const rule = module < SMALLEST ? 'qr-module' : 'qr-small'
  const wanted = module < SMALLEST ? SMALLEST : COMFORTABLE
  return [
    {
      rule,
      message: text(
        `les modules du code QR font ${size.replace('.', ',')} mm, il en faut ${decimal(wanted).replace('.', ',')}`,
        `the modules of the QR code measure ${size} mm, ${decimal(wanted)} mm are needed`,
      ),
    },
  ]
}

const decimal = (value: number): string => `${Math.round(value * 100) / 100}`

function lightFaults({ qr }: Code, pixels: CodePixels): readonly Fault[] {
  const { contrast, stains } = lightOf(pixels, qr.box, qr.module)
  const percent = Math.floor(contrast * 100)
  const faint: Fault = {
    rule: 'qr-contrast',
    message: text(
      `le code QR n’a que ${percent} % de contraste, il en faut ${LEAST_CONTRAST * 100} %`,
      `the QR code has ${percent} % of contrast, ${LEAST_CONTRAST * 100} % are needed`,
    ),
  }
  const stained: Fault = {
    rule: 'qr-quiet-zone',
    message: text(
      'la marge claire de 4 modules autour du code QR n’est pas libre',
      'the light margin of 4 modules around the QR code is not clear',
    ),
  }
  return [...(contrast < LEAST_CONTRAST ? [faint] : []), ...(stains > 0 ? [stained] : [])]
}

async function readingFaults({ qr }: Code, pixels: CodePixels, read: QrReader): Promise<readonly Fault[]> {
  const readings = await read(pixels)
  const said = readings.find(reading => reading.text === qr.payload)
  if (said && !said.mirrored) return []
  return [{ rule: 'qr-unreadable', message: unreadable(qr.payload, said ?? readings[0]) }]
}

function unreadable(payload: string, reading: { readonly text: string; readonly mirrored: boolean } | undefined): Text {
  if (!reading)
    return text(`le code QR de « ${payload} » ne se relit pas`, `the QR code of “${payload}” does not read back`)
  if (reading.text === payload)
    return text(`le code QR de « ${payload} » se lit en miroir`, `the QR code of “${payload}” reads in a mirror`)
  return text(
    `le code QR dit « ${reading.text} » au lieu de « ${payload} »`,
    `the QR code says “${reading.text}” instead of “${payload}”`,
  )
}

const diagnose = ({ rule, message }: Fault, { group }: Code, piece: Piece): Diagnostic => ({
  rule,
  severity: qrRules[rule].severity,
  message,
  piece: piece.id,
  ...placeOf(group),
  hint: qrRules[rule].fix,
})
