// The work of signakit fix: the repairs of a sheet, made in a copy that is read again before it gets its name.

import { extname, resolve } from 'node:path'
import { familyKeys } from '../design/family-keys.ts'
import { writeAtomic } from '../host/atomic.ts'
import { openWorld } from '../host/world.ts'
import type { ColumnMap } from '../input/columns/column-map.ts'
import { columnsOf } from '../input/columns/map-columns.ts'
import { readMapFile } from '../input/columns/map-file.ts'
import { UNREADABLE_RULES } from '../input/decode.ts'
import type { EncodingName } from '../input/encoding.ts'
import { loadReference } from '../input/reference.ts'
import { openTable } from '../input/table/open-table.ts'
import { SHEET_RULES } from '../input/table/sheet-choice.ts'
import type { Table } from '../input/table/table.ts'
import { type Diagnostic, hasErrors, type Text, text } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import type { Policies } from '../policies.ts'
import { EXIT } from './exit.ts'
import { sourcesOf, tellFindings } from './findings.ts'
import type { CellEdit } from './fix/cell-edit.ts'
import { type Copy, correctedCopy } from './fix/corrected-copy.ts'
import { changesCsv } from './fix/csv-copy.ts'
import { isFaithful } from './fix/faithful.ts'
import { cellOf, type SheetEdit, sheetEdits } from './fix/sheet-edits.ts'
import { toldFix } from './fix/told-fix.ts'
import { changesPath, checkChanges, checkOut, defaultOut } from './fix/written-files.ts'
import { toJson } from './json.ts'
import type { Session } from './session.ts'
import { UsageError } from './usage-error.ts'

type Flags = {
  readonly out?: string | undefined
  readonly sheet?: string | undefined
  readonly encoding?: EncodingName | undefined
  readonly map?: string | undefined
  readonly rule?: Policies | undefined
  readonly force?: boolean | undefined
  readonly json?: boolean | undefined
  readonly quiet?: boolean | undefined
}

/** What a copy is made of: the others are put right where they come from. */
const MENDED = /\.(csv|tsv|txt|xlsx|ods)$/i

function sheetOrThrow(file: string): void {
  if (MENDED.test(file) || extname(file) === '') return
  throw new UsageError(
    text(`${file} n’est pas une feuille .csv ou .xlsx`, `${file} is not a sheet, .csv or .xlsx`),
    text('corrigez-le là d’où il vient', 'mend it where it comes from'),
  )
}

/** Findings that mean the file cannot be read, or the command is wrong, have exit codes of their own. */
function exitFor(diagnostics: readonly Diagnostic[]) {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.some(({ rule }) => SHEET_RULES.has(rule))) return EXIT.usage
  return errors.some(({ rule }) => UNREADABLE_RULES.has(rule)) ? EXIT.file : EXIT.refused
}

type Read = {
  readonly table: Table
  readonly columns: ColumnMap
  readonly edits: readonly SheetEdit[]
  readonly diagnostics: readonly Diagnostic[]
}

async function read(file: string, flags: Flags, world: World): Promise<Partial<Read> & Pick<Read, 'diagnostics'>> {
  const map = flags.map === undefined ? undefined : readMapFile(flags.map, world)
  const { sheet, encoding } = flags
  const opened = await openTable(
    file,
    { ...(sheet === undefined ? {} : { sheet }), ...(encoding === undefined ? {} : { encoding }) },
    world,
  )
  const before = [...(map?.diagnostics ?? []), ...opened.diagnostics]
  if (!opened.value || hasErrors(before)) return { diagnostics: before }
  const columns = await columnsOf(opened.value, {
    families: familyKeys(world),
    cafs: loadReference(world).cafs,
    map: map?.value,
  })
  const found = [...before, ...columns.diagnostics]
  if (!columns.value || hasErrors(found)) return { diagnostics: found }
  const ignored = Object.entries(flags.rule ?? {}).filter(([, policy]) => policy === 'ignorer')
  const { edits, diagnostics } = await sheetEdits(opened.value, columns.value, new Set(ignored.map(([rule]) => rule)))
  return { table: opened.value, columns: columns.value, edits, diagnostics: [...found, ...diagnostics] }
}

const sentence = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`

const PLAIN = text(
  ' La mise en forme d’une partie du texte n’a pas été gardée.',
  ' The format of part of the text was not kept.',
)

/** The comment of a changed cell. */
const noteFor =
  ({ say }: Session) =>
  ({ before, after, why }: CellEdit, isPlain: boolean): string => {
    const lost = isPlain ? PLAIN : text('', '')
    const reason = text(sentence(why.fr) + lost.fr, sentence(why.en) + lost.en)
    if (after === '')
      return say(
        text(`Signakit : « ${before} » a été retiré. ${reason.fr}`, `Signakit: “${before}” was removed. ${reason.en}`),
      )
    if (before === '')
      return say(text(`Signakit : cellule remplie. ${reason.fr}`, `Signakit: cell filled. ${reason.en}`))
    return say(text(`Signakit : c’était « ${before} ». ${reason.fr}`, `Signakit: it was “${before}”. ${reason.en}`))
  }

const HEADER = text('cellule;titre;avant;après;raison', 'cell;title;before;after;reason')

function refuse({ why, hint }: Extract<Copy, { kind: 'refused' }>, session: Session, file: string): void {
  session.talk(session.say(text(`erreur : ${file} : ${why.fr}`, `error: ${file}: ${why.en}`)))
  if (hint) session.talk(session.say(text(`  = aide : ${hint.fr}`, `  = help: ${hint.en}`)))
  session.exit(EXIT.refused)
}

/** Writes a file, or says why not. */
async function write(
  path: string,
  bytes: Uint8Array,
  session: Session,
  check?: (temporary: string) => Promise<Text | undefined>,
) {
  const written = await writeAtomic(resolve(session.cwd, path), bytes, check)
  if (written.ok) return true
  if ('failure' in written) {
    const { message } = written.failure
    session.talk(session.say(text(`erreur : ${path} : ${message.fr}`, `error: ${path}: ${message.en}`)))
    session.exit(EXIT.file)
    return false
  }
  session.talk(session.say(text(`erreur : ${path} : ${written.refused.fr}`, `error: ${path}: ${written.refused.en}`)))
  session.exit(EXIT.bug)
  return false
}

type Done = Exclude<Copy, { kind: 'refused' }>

/** A workbook tells its changes in comments. */
const hasList = ({ kind, corrected }: Done): boolean => kind === 'csv' && corrected.made.length > 0

async function writeCopy(
  out: string,
  copy: Done,
  { table, edits }: Pick<Read, 'table' | 'edits'>,
  flags: Flags,
  session: Session,
): Promise<boolean> {
  const { bytes, made } = copy.corrected
  const world = openWorld()
  const check = (temporary: string) => isFaithful(temporary, table, copy.corrected, { encoding: flags.encoding }, world)
  if (!(await write(out, bytes, session, check))) return false
  const told = new Set(made)
  const changes = edits.filter(edit => told.has(edit))
  if (hasList(copy)) {
    const { say } = session
    const rows = changes.map(edit => [cellOf(edit), edit.title, edit.seen ?? edit.before, edit.after, say(edit.why)])
    const list = changesPath(out)
    if (!(await write(list, changesCsv([say(HEADER).split(';'), ...rows]), session))) return false
    if (flags.json !== true) session.result(list)
  }
  return true
}

export async function runFix(session: Session, file: string, flags: Flags): Promise<void> {
  const out = flags.out ?? defaultOut(file)
  const places = { file, cwd: session.cwd, force: flags.force ?? false }
  sheetOrThrow(file)
  checkOut(out, places)
  const world = openWorld()
  const { table, columns, edits, diagnostics } = await read(file, flags, world)
  // The mapping is what the repairs stand on: it is told here as by batch.
  tellFindings(
    diagnostics,
    sourcesOf(new Map(), world),
    { reporter: 'human', quiet: flags.quiet ?? false, result: false },
    session,
  )
  if (!table || !columns || !edits) {
    session.exit(exitFor(diagnostics))
    return
  }
  const asked = { file, sheet: table.sheet, encoding: flags.encoding, edits, noteOf: noteFor(session) }
  const copy = await correctedCopy(asked, world)
  if (copy.kind === 'refused') {
    refuse(copy, session, file)
    return
  }
  if (hasList(copy)) checkChanges(out, places)
  if (flags.json !== true) session.result(out)
  if (!(await writeCopy(out, copy, { table, edits }, flags, session))) return
  const { made } = copy.corrected
  if (flags.json) {
    const told = new Set(made)
    const changes = edits
      .filter(edit => told.has(edit))
      .map(({ title, before, seen = before, after, why, rules, ...place }) => ({
        cell: cellOf({ ...place, before, after, why }),
        title,
        before: seen,
        after,
        why: session.say(why),
        rules,
      }))
    session.result(toJson({ schema: 1, signakit: world.version, source: file, written: out, changes }))
  }
  if (flags.quiet !== true) for (const line of toldFix(edits, copy.corrected, columns)) session.talk(session.say(line))
}
