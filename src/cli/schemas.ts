// The registry of file formats that have a schema; each is loaded when it is asked for.
import type { z } from 'zod'

/** Draft 7 is what the YAML extensions of editors read; `input` because a file is described, not what is made of it. */
const fromZod = async (schema: z.ZodType, title: string): Promise<object> => {
  const { toJSONSchema } = await import('zod')
  return { title, ...toJSONSchema(schema, { target: 'draft-7', io: 'input' }) }
}

export const schemas = {
  kit: async () => fromZod((await import('../input/kit-schema.ts')).kitSchema, 'Kit Signakit'),
  project: async () => fromZod((await import('../input/kit-schema.ts')).projectSchema, 'Projet Signakit'),
  brand: async () => fromZod((await import('../design/brand-file.ts')).brandFile, 'Charte Signakit'),
  template: async () => (await import('../template/schema.ts')).templateJsonSchema(),
  product: async () => fromZod((await import('../design/product-file.ts')).productFile, 'Produit Signakit'),
  printer: async () => fromZod((await import('../design/printer-file.ts')).printerFile, 'Imprimeur Signakit'),
} as const satisfies Readonly<Record<string, () => Promise<object>>>

export type SchemaName = keyof typeof schemas

// Object.keys only knows strings; the keys are those of the literal above.
export const SCHEMA_NAMES = Object.keys(schemas) as readonly SchemaName[]
