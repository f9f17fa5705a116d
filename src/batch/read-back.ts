// What a run reads back of a former one, manifest or report: another hand may have written it, so that its shape is checked.
import { z } from 'zod'
import type { KitReport, ReportDiagnostic } from '../model/kit-report.ts'
import type { Manifest } from '../model/manifest.ts'

/** A folder named by an id of ours, and nothing above it. */
export const KIT_ID = /^[a-z0-9][a-z0-9-]*$/

/** A file beside its manifest. */
const fileName = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/)

const span = z.union([
  z.looseObject({ file: z.string(), line: z.number(), column: z.number(), length: z.number() }),
  z.looseObject({ file: z.string(), sheet: z.string(), cell: z.string() }),
])

const diagnostic = z.looseObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  message: z.string(),
  at: span.optional(),
  hint: z.string().optional(),
  piece: z.string().optional(),
})

const structure = z.looseObject({ nom: z.string(), commune: z.string().optional(), caf: z.array(z.string()) })

const file = z.looseObject({ path: fileName, format: z.string(), bytes: z.number(), sha256: z.string() })

const piece = {
  id: z.string(),
  product: z.string(),
  orientation: z.string(),
  quantity: z.number(),
  status: z.enum(['ok', 'warning', 'refused']),
  files: z.array(file),
}

const answers = z.record(z.string(), z.string())

const words = z.array(z.string())

const manifestSchema = z.looseObject({
  schema: z.literal(1),
  kit: z.string().regex(KIT_ID),
  structure,
  pieces: z.array(
    z.looseObject({
      ...piece,
      trim: z.tuple([z.number(), z.number()]),
      printer: z.looseObject({ id: z.string() }),
      faces: z.array(z.looseObject({ name: z.string(), mirrored: z.boolean(), inks: words, inkOrder: words })),
      diagnostics: z.array(diagnostic),
    }),
  ),
  diagnostics: z.array(diagnostic),
  stamp: z.object({
    key: z.string(),
    reads: z.object({ read: answers, list: answers, kind: answers }),
    english: answers,
  }),
})

const reportSchema = z.looseObject({
  index: z.number(),
  file: z.string(),
  origin: span,
  status: z.enum(['complete', 'incomplete', 'refused', 'closed', 'unordered', 'hidden']),
  kit: z.string().regex(KIT_ID).optional(),
  structure: structure.optional(),
  pieces: z.array(
    z.looseObject({
      ...piece,
      width: z.number(),
      height: z.number(),
      faces: words,
      mirrored: z.boolean(),
      support: z.string().optional(),
      fixation: z.string().optional(),
      printer: z.string(),
      inks: words,
      printed: z.array(z.looseObject({ face: z.string(), mirrored: z.boolean(), inkOrder: words })).optional(),
    }),
  ),
  diagnostics: z.array(diagnostic),
  lieu: z.string().optional(),
  folder: z.string().optional(),
  mends: z.string().optional(),
  row: z.looseObject({ titles: words, cells: words }).optional(),
})

export type Stamped = Manifest & Required<Pick<Manifest, 'stamp'>>

const unstampedSchema = z.looseObject({
  kit: z.string().regex(KIT_ID),
  pieces: z.array(z.looseObject({ files: z.array(file) })),
})

/** What a manifest names, stamped or not, by hash and path; undefined for what is none of this kit. */
export function namedOf(text: string, kit: string): ReadonlySet<string> | undefined {
  const { data } = unstampedSchema.safeParse(parsed(text))
  if (data?.kit !== kit) return undefined
  return new Set(data.pieces.flatMap(({ files }) => files.map(({ sha256, path }) => `${sha256} ${path}`)))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A manifest with its stamp; undefined for anything else. */
export function stampedOf(text: string): Stamped | undefined {
  const data = parsed(text)
  // The keys that the schema leaves out are only handed on.
  return manifestSchema.safeParse(data).success ? (data as Stamped) : undefined
}

/** The report of a kit on a line of batch.json; undefined for anything else. */
export function reportOfText(text: string): KitReport | undefined {
  const data = parsed(text)
  return reportSchema.safeParse(data).success ? (data as KitReport) : undefined
}

/** What was found, in a JSON list; what has not its shape is left out. */
export function diagnosticsOfText(text: string): readonly ReportDiagnostic[] {
  const all = parsed(text)
  return Array.isArray(all) ? all.filter(each => diagnostic.safeParse(each).success) : []
}

/** Ids of kits in a JSON list; what is none is left out. */
export function kitIdsOf(text: string): readonly string[] {
  const ids = parsed(text)
  return Array.isArray(ids) ? ids.filter(id => typeof id === 'string' && KIT_ID.test(id)) : []
}
