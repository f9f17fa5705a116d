// The work of signakit dump: a kit is taken as far as the stage, and the stage's value is printed.
import { plates } from '../backend/png/plates.ts'
import { openWorld } from '../host/world.ts'
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import type { World } from '../model/world.ts'
import { PLAIN, type Prepared, prepare } from '../pipeline.ts'
import { chosen } from './chosen.ts'
import { EXIT } from './exit.ts'
import { sourcesOf, tellFindings } from './findings.ts'
import { toJson } from './json.ts'
import { loadKits, textsOf, verdictOfUnread } from './load-kits.ts'
import type { Session } from './session.ts'
import type { Stage } from './stages.ts'
import { exitOf } from './verdict.ts'

/** Plates are dumped to be looked at as figures: a fifth of a printing resolution is plenty. */
const PLATES_DPI = 50

/** Mean ink of a plate's picture (255 is a solid), to a tenth of a percent. */
const meanPercent = (pixels: Uint8Array): number =>
  Math.round((1000 * pixels.reduce((sum, ink) => sum + ink, 0)) / (255 * pixels.length)) / 10

/** Every plate of every face: its size and how much of the sheet it inks, in percent. */
const platesOf = ({ pieces, assets }: Prepared, id: string | undefined) =>
  chosen(pieces, ({ piece }) => piece.id, id).flatMap(({ piece }) =>
    piece.faces.map(sheet => ({
      piece: piece.id,
      face: sheet.face,
      dpi: PLATES_DPI,
      plates: assets
        ? [...plates(sheet, piece, assets, PLATES_DPI)].map(([name, { width, height, pixels }]) => ({
            name,
            width,
            height,
            coverage: meanPercent(pixels),
          }))
        : [],
    })),
  )

/** Fonts and logos are named by path; texts of templates are left out, they are files of their own. */
function designOf({ design }: Prepared, id: string | undefined): unknown {
  if (!design) return undefined
  const pieces = chosen(design.pieces, piece => piece.id, id).map(({ template: { file, id: name }, ...piece }) => ({
    ...piece,
    template: { id: name, file },
  }))
  return { ...design, pieces }
}

async function stageValue(stage: Stage, kit: Kit, id: string | undefined, session: Session, world: World) {
  if (stage === 'kit') return { value: kit, diagnostics: [] }
  const prepared = await prepare(kit, { ...PLAIN, lang: session.lang }, world)
  const { diagnostics } = prepared
  switch (stage) {
    case 'design':
      return { value: designOf(prepared, id), diagnostics }
    case 'sheet':
      return { value: chosen(prepared.pieces, ({ piece }) => piece.id, id).map(({ piece }) => piece), diagnostics }
    case 'plates':
      return { value: platesOf(prepared, id), diagnostics }
  }
}

/** What was found is told too, on stderr: a value with errors is often the one to look at. */
export async function runDump(session: Session, stage: Stage, file: string, piece: string | undefined): Promise<void> {
  const world = openWorld()
  const loaded = await loadKits([file], { ...PLAIN, lang: session.lang }, world)
  const found: Diagnostic[] = loaded.flatMap(({ diagnostics }) => diagnostics)
  for (const { kit } of loaded) {
    if (!kit) continue
    const { value, diagnostics } = await stageValue(stage, kit, piece, session, world)
    found.push(...diagnostics)
    if (value !== undefined) session.result(toJson(value))
  }
  tellFindings(found, sourcesOf(textsOf(loaded), world), { reporter: 'human', quiet: false, result: false }, session)
  const unread = loaded.flatMap(verdictOfUnread)
  session.exit(unread.length > 0 ? exitOf(unread, 'error', false) : hasErrors(found) ? EXIT.refused : EXIT.done)
}
