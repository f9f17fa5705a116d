// What travels through the queue. It comes from a server that anyone may have written to: each side reads it as hostile.
import { z } from 'zod'
import type { Answer, Expected, Job } from '../job.ts'
import type { Made } from '../pool.ts'

/** Of one kit asked for, and of one answer: a row is a few kB, a kit of fifty pieces with its findings a hundred. */
export const MAX_JOB = 1024 * 1024
const MAX_RESULT = 8 * 1024 * 1024

/** Why an order was dropped for good. */
export const OVER = 'the run of this order is over'

/** A kit to make, and the run that asks for it: what another run asked for is no answer to this one. */
export type Order = {
  readonly job: Job
  readonly run: string
  /** What the run's files answer, as far as it knows: a worker whose own answer otherwise does not make it. */
  readonly expected?: Expected
  /** Workers that could not write it. */
  readonly tried?: readonly string[]
}

export type Result = {
  readonly run: string
  /** The machine that made it. */
  readonly host: string
  readonly made: Made
}

const path = z
  .string()
  .min(1)
  .max(4096)
  .regex(/^[^\0]+$/)
const word = z.string().max(4096)
const count = z.number().int().nonnegative()
const texts = z.object({ fr: z.string(), en: z.string() })
const span = z.union([
  z.object({ file: word, line: z.number(), column: z.number(), length: z.number() }),
  z.object({ file: word, sheet: word, cell: word }),
])
const severity = z.enum(['error', 'warning', 'note'])

const diagnostic = z.looseObject({
  rule: word,
  severity,
  message: texts,
  piece: word.optional(),
  at: span.optional(),
  label: texts.optional(),
  related: z
    .array(z.object({ file: word, line: z.number(), column: z.number(), length: z.number(), why: texts }))
    .optional(),
  hint: texts.optional(),
})

const entry = z.strictObject({
  index: count,
  file: path,
  origin: span,
  content: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('file') }),
    z.strictObject({ kind: z.literal('value'), data: z.unknown(), spans: z.record(z.string(), span) }),
  ]),
  row: z
    .strictObject({
      letters: z.array(word),
      titles: z.array(z.string()),
      cells: z.array(z.string()),
      number: z.number(),
    })
    .optional(),
  mends: z.string().optional(),
  diagnostics: z.array(diagnostic),
})

/** What files answered: hashes, kinds, reasons. */
const answered = z.record(word, z.string().regex(/^([a-z-]{1,20}|[0-9a-f]{64})$/))
const reads = z.strictObject({ read: answered, list: answered, kind: answered })

/** The same bounds as the options of the command line. */
const options = z.strictObject({
  formats: z.array(z.enum(['pdf', 'svg', 'png'])).max(3),
  pieces: z.array(z.strictObject({ id: word, quantity: z.number().optional() })).optional(),
  brand: path.optional(),
  printer: path.optional(),
  dpi: z.number().int().min(20).max(1200),
  face: z.enum(['public', 'production']),
  screen: z.enum(['proof', 'brand']),
  outlineText: z.boolean(),
  smallProfile: z.boolean().optional(),
  standard: word.optional(),
  liveText: z.boolean().optional(),
  marks: z.boolean(),
  set: z.array(z.strictObject({ path: word, value: word })).max(1000),
  rules: z.record(z.string(), z.enum(['refuser', 'ecarter', 'avertir', 'ignorer'])),
  config: path.optional(),
  lang: z.enum(['fr', 'en']),
  force: z.boolean(),
})

const order = z.strictObject({
  job: z.strictObject({
    entry,
    key: z.string().regex(/^[0-9a-f]{64}$/),
    project: z.string().max(64).optional(),
    options,
    out: path,
    by: z.string().max(64).optional(),
    cwd: path.optional(),
  }),
  run: z.string().max(64),
  expected: z.strictObject({ base: path, reads }).optional(),
  tried: z.array(word).max(1000).optional(),
})

const told = z.looseObject({
  rule: word,
  severity,
  message: z.string(),
  piece: word.optional(),
  at: span.optional(),
  hint: z.string().optional(),
})

/** A name in the folder of the kit, never a path. */
const fileName = z.string().regex(/^[^/\\\0]+$/)

const report = z.strictObject({
  index: count,
  file: word,
  origin: span,
  status: z.enum(['complete', 'incomplete', 'refused']),
  kit: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional(),
  structure: z.strictObject({ nom: z.string(), commune: z.string().optional(), caf: z.array(word) }).optional(),
  pieces: z.array(
    z.strictObject({
      id: word,
      product: word,
      width: z.number(),
      height: z.number(),
      orientation: word,
      quantity: z.number(),
      faces: z.array(word),
      mirrored: z.boolean(),
      support: word.optional(),
      fixation: word.optional(),
      printer: word,
      inks: z.array(word),
      printed: z.array(z.strictObject({ face: word, mirrored: z.boolean(), inkOrder: z.array(word) })).optional(),
      status: z.enum(['ok', 'warning', 'refused']),
      files: z.array(z.looseObject({ path: fileName, format: word, bytes: count, sha256: word })),
    }),
  ),
  diagnostics: z.array(told),
  mends: z.string().optional(),
  fault: z.enum(['file', 'bug']).optional(),
})

/** What the disk of the worker said. */
const failure = z.strictObject({ code: z.string().regex(/^E[A-Z0-9]{1,30}$/), path, message: texts })

const result = z.strictObject({
  run: z.string().max(64),
  // It is shown on terminals.
  host: z.string().regex(/^[\w.+-]{1,255}$/),
  made: z.union([
    z.strictObject({
      answer: z.strictObject({
        report,
        findings: z.array(diagnostic),
        removed: z.array(word),
        failure: failure.optional(),
        reads,
      }),
    }),
    z.strictObject({
      stop: z.strictObject({ why: z.enum(['crash', 'time', 'memory', 'bug']), detail: z.string().max(4000) }),
    }),
  ]),
})

const parsed = (written: string): unknown => {
  try {
    return JSON.parse(written)
  } catch {
    return undefined
  }
}

/** What a worker was asked; undefined when it is not what we write. */
export function readOrder(data: unknown): Order | undefined {
  const read = order.safeParse(data)
  // The schema is the type; what it leaves open (the data of a kit) is validated as any kit is.
  return read.success ? (read.data as Order) : undefined
}

/** What a worker answered about an entry; undefined when it is not what we write, or is of another entry. */
export function readResult(written: string, { entry: asked }: Job): Result | undefined {
  const read = written.length > MAX_RESULT ? undefined : result.safeParse(parsed(written))
  // The schema is the type.
  const value = read?.success ? (read.data as Result) : undefined
  const { made } = value ?? {}
  if (made && 'answer' in made && !answers(made.answer, asked)) return undefined
  return value
}

const answers = ({ report: { index, file } }: Answer, asked: Job['entry']): boolean =>
  index === asked.index && file === asked.file
