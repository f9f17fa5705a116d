// signakit explain <piece> <kit.yaml>: what was tried to make a piece hold, and how each of its texts came out.
import { basename } from 'node:path'
import { openWorld } from '../host/world.ts'
import { type Diagnostic, hasErrors, type Span, text } from '../model/diagnostic.ts'
import { type Matrix, transformPoint } from '../model/geometry.ts'
import { toPt } from '../model/length.ts'
import type { GlyphsMark, Sheet } from '../model/sheet.ts'
import { PLAIN, type PreparedPiece, prepare } from '../pipeline.ts'
import { walk } from '../sheet/walk.ts'
import { chosen } from './chosen.ts'
import { EXIT } from './exit.ts'
import { sourcesOf, tellFindings } from './findings.ts'
import { toJson } from './json.ts'
import { loadKits, textsOf, verdictOfUnread } from './load-kits.ts'
import { amount, sizeText } from './measures.ts'
import type { Session } from './session.ts'
import { align } from './table.ts'
import { exitOf } from './verdict.ts'

type Line = {
  /** When the piece has two. */
  readonly face?: Sheet['face']
  readonly style: string
  readonly text: string
  /** Points. */
  readonly size: number
  /** Start of the baseline as people read the piece: millimetres from its top-left corner. */
  readonly x: number
  readonly y: number
  readonly from?: Span
  readonly by?: Span
}

const tenth = (value: number): number => Math.round(value * 10) / 10

function lineOf(mark: GlyphsMark, matrix: Matrix, sheet: Sheet): Line {
  const [x, y] = transformPoint(matrix, [mark.x, mark.y])
  return {
    style: mark.style ?? '',
    text: mark.text,
    size: tenth(toPt(mark.size)),
    x: tenth(sheet.mirrored ? sheet.width - x : x),
    y: tenth(y),
    ...(mark.from ? { from: mark.from } : {}),
    ...(mark.by ? { by: mark.by } : {}),
  }
}

const linesOf = ({ piece: { faces } }: PreparedPiece): readonly Line[] =>
  faces.flatMap(sheet =>
    [...walk(sheet.marks)].flatMap(({ mark, matrix }) =>
      mark.kind === 'glyphs'
        ? [{ ...lineOf(mark, matrix, sheet), ...(faces.length > 1 ? { face: sheet.face } : {}) }]
        : [],
    ),
  )

const placeText = (at: Span | undefined): string => (at && 'line' in at ? `${basename(at.file)}:${at.line}` : '')

function stepText({ face, short, drop, back, obstacles }: PreparedPiece['trace'][number], { say }: Session): string {
  const form = `${face === undefined ? '' : `${face}, `}${say(short ? text('nom court', 'short name') : text('nom entier', 'full name'))}`
  const again =
    back === undefined ? '' : say(text(`, de nouveau avec ${back.join(', ')}`, `, again with ${back.join(', ')}`))
  const without = drop.length === 0 ? '' : say(text(`, sans ${drop.join(', ')}`, `, without ${drop.join(', ')}`))
  const outcome = obstacles.length === 0 ? say(text('tout tient', 'all holds')) : obstacles.join(' ; ')
  return say(text(`${form}${without}${again} : ${outcome}`, `${form}${without}${again}: ${outcome}`))
}

type Attempt = { readonly words: string; readonly times: number }

/** Attempts in a row that read the same are told once, with how many they were. */
function attempts(steps: readonly string[]): readonly Attempt[] {
  const told: Attempt[] = []
  for (const words of steps) {
    const last = told.at(-1)
    if (last?.words === words) told[told.length - 1] = { words, times: last.times + 1 }
    else told.push({ words, times: 1 })
  }
  return told
}

function tell(prepared: PreparedPiece, session: Session): void {
  const { say, result } = session
  const { piece, design, trace } = prepared
  const { width, height } = design.product
  const template = basename(design.template.file)
  const size = sizeText(width, height)
  result(say(text(`${piece.id} : ${size.fr}, modèle ${template}`, `${piece.id}: ${size.en}, template ${template}`)))
  result('')
  result(say(text('Ce qui a été essayé, jusqu’à ce que tout tienne', 'What was tried, until all held')))
  attempts(trace.map(step => stepText(step, session))).forEach(({ words, times }, index) => {
    const repeated = times === 1 ? '' : say(text(` (${times} fois)`, ` (${times} times)`))
    result(`  ${index + 1}. ${words}${repeated}`)
  })
  result('')
  result(
    say(
      text(
        'Les textes : style, corps, départ de la ligne, donnée, modèle',
        'Texts: style, size, start of the line, datum, template',
      ),
    ),
  )
  const rows = linesOf(prepared).map(line => [
    ...(line.face === undefined ? [] : [line.face]),
    line.style,
    say(amount(line.size, 'pt', 'pt')),
    `${say(amount(line.x, 'mm', 'mm'))} × ${say(amount(line.y, 'mm', 'mm'))}`,
    `« ${line.text} »`,
    placeText(line.from),
    placeText(line.by),
  ])
  for (const row of align(rows)) result(`  ${row}`)
}

const jsonOf = (prepared: PreparedPiece) => {
  const { piece, design, trace } = prepared
  const { width, height } = design.product
  return { piece: piece.id, width, height, template: design.template.file, trace, lines: linesOf(prepared) }
}

export async function explainPiece(session: Session, id: string, file: string, json: boolean): Promise<void> {
  const world = openWorld()
  const options = { ...PLAIN, lang: session.lang }
  const loaded = await loadKits([file], options, world)
  const found: Diagnostic[] = loaded.flatMap(({ diagnostics }) => diagnostics)
  for (const { kit } of loaded) {
    if (!kit) continue
    const { pieces, diagnostics } = await prepare(kit, options, world)
    found.push(...diagnostics)
    for (const prepared of chosen(pieces, ({ piece }) => piece.id, id)) {
      if (json) session.result(toJson(jsonOf(prepared)))
      else tell(prepared, session)
    }
  }
  const errors = found.filter(({ severity }) => severity === 'error')
  tellFindings(errors, sourcesOf(textsOf(loaded), world), { reporter: 'human', quiet: false, result: false }, session)
  const unread = loaded.flatMap(verdictOfUnread)
  session.exit(unread.length > 0 ? exitOf(unread, 'error', false) : hasErrors(found) ? EXIT.refused : EXIT.done)
}
