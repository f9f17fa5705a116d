// A piece of a manifest, as we write it: that of another run is read back from a disk where anyone may have edited it.
import { z } from 'zod'
import type { ManifestPiece } from '../model/manifest.ts'

/** A file name of ours: no folder, so that a doctored manifest cannot name anything outside its own folder. */
const fileName = z.string().regex(/^[a-z0-9][a-z0-9._-]*\.(pdf|svg|png)$/)

const file = z.object({
  path: fileName,
  format: z.string(),
  standard: z.string().exactOptional(),
  bytes: z.number(),
  sha256: z.string(),
})

const profile = z.object({ file: z.string(), sha256: z.string() })

const face = z.object({
  name: z.string(),
  mirrored: z.boolean(),
  mirror: z.string(),
  inks: z.array(z.string()),
  inkOrder: z.array(z.string()),
  maxInk: z.number(),
  holes: z.array(z.object({ x: z.number(), y: z.number(), diameter: z.number() })),
})

const span = z.union([
  z.object({ file: z.string(), line: z.number(), column: z.number(), length: z.number() }),
  z.object({ file: z.string(), sheet: z.string(), cell: z.string() }),
])

const diagnostic = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  message: z.string(),
  at: span.exactOptional(),
  hint: z.string().exactOptional(),
})

const edges = z.tuple([z.number(), z.number(), z.number(), z.number()])

/** What was ordered (pose, support, matiere…) is kept as it is. */
export const manifestPiece = z.looseObject({
  id: z.string(),
  product: z.string(),
  template: z.string(),
  orientation: z.string(),
  quantity: z.number(),
  printer: z.object({ id: z.string(), sha256: z.string(), profile, embedded: profile.exactOptional() }),
  trim: z.tuple([z.number(), z.number()]),
  bleed: edges,
  scale: z.number(),
  hidden: edges.exactOptional(),
  status: z.enum(['ok', 'warning', 'refused']),
  faces: z.array(face),
  files: z.array(file),
  diagnostics: z.array(diagnostic),
}) satisfies z.ZodType<ManifestPiece>
