// JSON Schemas of the files that design reads, for editors: made of the very schemas that check them.
import { z } from 'zod'
import { templateJsonSchema } from '../template/schema.ts'
import { brandFile } from './brand-file.ts'
import { printerFile } from './printer-file.ts'
import { productFile } from './product-file.ts'

export const DESIGN_SCHEMAS = ['brand', 'template', 'product', 'printer'] as const

export type DesignSchema = (typeof DESIGN_SCHEMAS)[number]

const FILES = { brand: brandFile, product: productFile, printer: printerFile } as const

/** Draft 7, which editors read best. A brand or a printer that `extends` another gives only its differences. */
export function designSchemaOf(name: DesignSchema): object {
  if (name === 'template') return templateJsonSchema()
  const schema = z.toJSONSchema(FILES[name], { target: 'draft-7', io: 'input' })
  return name === 'product' ? schema : { ...schema, required: ['id'] }
}
