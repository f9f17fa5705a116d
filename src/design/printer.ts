// A printer's profile, found, merged with those it extends, checked and turned into what backends and checks must know.
import { createHash } from 'node:crypto'
import { basename, dirname, join, resolve } from 'node:path'
import { nearest } from '../input/nearest.ts'
import type { PrinterSpec, ProductSpec, WhitePolicy } from '../model/design.ts'
import { type Diagnostic, hasErrors, type Outcome, type Place, text } from '../model/diagnostic.ts'
import { allEdges, type Edges } from '../model/geometry.ts'
import { fromPt, roundMm } from '../model/length.ts'
import type { Output } from '../model/sheet.ts'
import type { World } from '../model/world.ts'
import { type Chain, type Found, readChain } from './chain.ts'
import { diagnostic, finding } from './finding.ts'
import { candidates, idsIn, type Reference } from './lookup.ts'
import { mmSize } from './measure.ts'
import { oncePerWorld } from './memo.ts'
import type { Placed } from './merge.ts'
import { gapsOf, type Provenance, provenanceOf } from './printer-figures.ts'
import { type PrinterFile, printerFile } from './printer-file.ts'
import { checkData } from './read-data.ts'

export type Printer = {
  readonly spec: PrinterSpec
  readonly file: PrinterFile
  readonly figures: readonly Provenance[]
}

export const PRINTERS = 'templates/printers'

/** Names of the process inks and of the PDF's two reserved colorants: never a plate of its own. */
const RESERVED = ['cyan', 'magenta', 'yellow', 'black', 'all', 'none']

/** RIPs match names byte by byte: ASCII letters, figures and a few signs. */
const LEGAL = /^[A-Za-z0-9][A-Za-z0-9 _.-]*$/

/** `own` is the printer's file: of two plates of one name, the one written there is to be mended. */
function checkPlates(file: PrinterFile, spans: Placed['spans'], own: string): readonly Diagnostic[] {
  const taken = new Map<string, string>()
  return Object.entries(file.plates).flatMap(([role, { name }]) => {
    const at = spans[`plates.${role}.name`]
    const folded = name.toLowerCase()
    const other = taken.get(folded)
    taken.set(folded, role)
    if (RESERVED.includes(folded) || !LEGAL.test(name)) {
      const message = text(`« ${name} » ne peut pas nommer une planche`, `“${name}” cannot name a plate`)
      return [diagnostic('printer-plate', at, message)]
    }
    if (other === undefined) return []
    const message = text(
      `« ${name} » nomme deux planches : ${other} et ${role}`,
      `“${name}” names two plates: ${other} and ${role}`,
    )
    const first = spans[`plates.${other}.name`]
    return [diagnostic('printer-plate', first?.file === own ? first : at, message)]
  })
}

type Profile = { readonly path: string; readonly id: string; readonly sha256: string; readonly bytes: Uint8Array }

/** Press profiles weigh 0.5 to 3 MB; beyond this a file is something else. */
const MAX_PROFILE = 10_000_000

/** The output profile: ours with `own:`, else by its full path, or from the folder of the file that names it. */
function readProfile(
  file: PrinterFile,
  place: Place | undefined,
  folders: readonly Found[],
  world: World,
): Outcome<Profile> {
  const own = file.profile.startsWith('own:')
  const name = own ? file.profile.slice('own:'.length) : file.profile
  const paths = own ? [world.own(name)] : [...new Set(folders.map(({ file: from }) => resolve(dirname(from), name)))]
  let reason: keyof typeof UNREAD = 'missing'
  for (const path of paths) {
    const read = world.read(path, { maxBytes: MAX_PROFILE })
    if (read.ok) {
      const sha256 = createHash('sha256').update(read.bytes).digest('hex')
      // Two files of one name are told apart, wherever they come from.
      const id = own ? basename(name, '.icc') : `${file.id}/${basename(name)} ${sha256.slice(0, 8)}`
      return { value: { path, id, sha256, bytes: read.bytes }, diagnostics: [] }
    }
    if (read.reason !== 'missing') reason = read.reason === 'too-large' ? 'heavy' : 'unreadable'
  }
  const why = UNREAD[reason]
  return finding('printer-profile', place, text(`${why.fr} : ${file.profile}`, `${why.en}: ${file.profile}`))
}

const UNREAD = {
  missing: text('profil ICC introuvable', 'ICC profile not found'),
  heavy: text(
    'fichier trop lourd pour un profil ICC (10 Mo au plus)',
    'too heavy a file for an ICC profile (10 MB at most)',
  ),
  unreadable: text('profil ICC illisible', 'ICC profile that cannot be read'),
} as const

const edges = (bleed: PrinterFile['bleed']): Edges => (typeof bleed === 'number' ? allEdges(bleed) : bleed)

const points = (pt: number): number => roundMm(fromPt(pt))

/** Nothing is smaller than 0: switched off, all black knocks out. */
const overprintOf = (wanted: PrinterFile['black-overprint']): Output['blackOverprint'] =>
  typeof wanted === 'object' ? { text: points(wanted.text), line: points(wanted.line) } : { text: 0, line: 0 }

const outputOf = (file: PrinterFile, profile: string): Output => ({
  printer: file.id,
  standard: file.standard,
  profile,
  condition: file.condition,
  maxInk: file['max-ink'],
  plates: file.plates,
  spots: {},
  blackOverprint: overprintOf(file['black-overprint']),
  outlineText: file['outline-text'],
  intent: file.intent,
  spotInks: file.spots,
  flattenPpi: file['flatten-ppi'],
})

const whiteOf = ({ plate, choke, inset, shadows }: PrinterFile['white']): WhitePolicy => ({
  plate,
  choke,
  ...(inset === undefined ? {} : { inset }),
  shadows,
})

/** A printer's file and those it extends. */
export const printerChain = (found: Found, world: World): Outcome<Chain> =>
  readChain(found, (id, from) => findBase(id, from, world), 'unknown-printer', world)

function loadPrinter(found: Found, world: World): Outcome<Printer> {
  const chain = printerChain(found, world)
  if (!chain.value) return { diagnostics: chain.diagnostics }
  const { merged, links } = chain.value
  const checked = checkData('printer', printerFile, merged, found.file, world)
  const file = checked.value
  if (!file) return { diagnostics: [...chain.diagnostics, ...checked.diagnostics] }
  const profile = readProfile(file, merged.spans.profile, links, world)
  const diagnostics = [
    ...chain.diagnostics,
    ...checked.diagnostics,
    ...checkPlates(file, merged.spans, found.file),
    ...profile.diagnostics,
  ]
  if (!profile.value || hasErrors(diagnostics)) return { diagnostics }
  const hash = createHash('sha256')
  for (const link of links) hash.update(`${basename(link.file)}\0${link.text.length}\0${link.text}`)
  const spec: PrinterSpec = {
    id: file.id,
    title: file.title,
    sha256: hash.update(profile.value.bytes).digest('hex'),
    bleed: edges(file.bleed),
    safe: file.safe,
    minLine: points(file['min-line']),
    minText: points(file['min-text']),
    minReversedLine: points(file['min-reversed-line'] ?? file['min-line']),
    minReversedText: points(file['min-reversed-text'] ?? file['min-text']),
    minRadius: file['min-radius'],
    maxNodes: file['max-nodes'],
    resolution: file.resolution,
    white: whiteOf(file.white),
    mirror: file.mirror,
    marks: file.marks,
    pages: file.pages,
    ...(file['file-name'] === undefined ? {} : { fileName: file['file-name'] }),
    scale: file.scale,
    output: outputOf(file, profile.value.id),
    profilePath: profile.value.path,
    profile: {
      file: basename(profile.value.path),
      sha256: profile.value.sha256,
      ...(merged.spans.profile && { at: merged.spans.profile }),
    },
    smallProfile: file['small-profile'],
    rules: file.rules,
    gaps: gapsOf(links),
  }
  return { value: { spec, file, figures: provenanceOf(links) }, diagnostics }
}

/** Beside the file that extends it, then ours; a profile of the same name as ours may extend ours. */
function findBase(id: string, from: Found, world: World): Found | undefined {
  const beside = join(dirname(from.file), `${id}.yaml`)
  const ours = world.own(`${PRINTERS}/${id}.yaml`)
  const file = [beside, ours].find(path => path !== from.file && world.kind(path) === 'file')
  // A file that extends itself, with none of ours by that name, is a circle of one.
  if (file === undefined) return basename(from.file) === `${id}.yaml` ? from : undefined
  return { file, root: dirname(file) }
}

const cached = oncePerWorld((world, file) => loadPrinter({ file, root: dirname(file) }, world))

const projectFolder = (reference: Reference): string => join(reference.project, 'imprimeurs')

export function findPrinter(reference: Reference, world: World): Outcome<Printer> {
  const folders = [projectFolder(reference), world.own(PRINTERS)]
  const paths = candidates(reference, folders, id => `${id}.yaml`)
  const file = paths.find(path => world.kind(path) === 'file')
  if (file !== undefined) return cached(world, file)
  const known = folders.flatMap(folder => idsIn(folder, world, 'file'))
  const near = nearest(reference.written, known)
  const message = text(`imprimeur introuvable : « ${reference.written} »`, `printer not found: “${reference.written}”`)
  const hint = near
    ? text(`vouliez-vous dire \`${near}\` ?`, `did you mean \`${near}\`?`)
    : text(`imprimeurs connus : ${known.join(', ')}`, `known printers: ${known.join(', ')}`)
  return finding('unknown-printer', reference.at, message, { hint })
}

const of = (word: string): string => (/^[aeiouéèh]/.test(word) ? `d’${word}` : `de ${word}`)

/** Why this printer does not make that product, if so. */
export function refusal(
  { file }: Printer,
  product: Pick<ProductSpec, 'width' | 'height'> & { readonly family?: string },
): { fr: string; en: string } | undefined {
  if (file.families && product.family !== undefined && !file.families.includes(product.family)) {
    return text(`${file.title} : pas ${of(product.family)}`, `${file.title}: no ${product.family}`)
  }
  const most = file['max-size']
  if (!most) return undefined
  const [short, long] =
    product.width < product.height ? [product.width, product.height] : [product.height, product.width]
  if (short <= most[0] && long <= most[1]) return undefined
  const size = mmSize(product.width, product.height)
  return text(
    `${file.title} : ${size} dépasse son plus grand format, ${mmSize(most[0], most[1])}`,
    `${file.title}: ${size} is larger than its largest size, ${mmSize(most[0], most[1])}`,
  )
}
