// The JSON Schemas for editors: made of what checks the files, described in French at every key.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { brandFile } from '../../src/design/brand-file.ts'
import { packPath } from '../../src/design/data-file.ts'
import { printerFile } from '../../src/design/printer-file.ts'
import { familyFile, productFile } from '../../src/design/product-file.ts'
import { readYaml } from '../../src/design/read-data.ts'
import { openWorld } from '../../src/host/world.ts'

const FILES = { brand: brandFile, printer: printerFile, product: productFile, family: familyFile } as const

const schemaOf = (name: keyof typeof FILES): object => z.toJSONSchema(FILES[name], { target: 'draft-7', io: 'input' })

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Paths of the properties without a description, through every nesting. */
function undescribed(schema: unknown, path: string): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(inner => undescribed(inner, path))
  if (!isObject(schema)) return []
  const properties = isObject(schema.properties) ? schema.properties : {}
  const own = Object.entries(properties).flatMap(([key, inner]) => {
    const said = isObject(inner) && ('description' in inner || 'const' in inner || '$ref' in inner)
    return [...(said ? [] : [`${path}.${key}`]), ...undescribed(inner, `${path}.${key}`)]
  })
  const rest = Object.entries(schema).filter(([key]) => key !== 'properties')
  return [...own, ...rest.flatMap(([, inner]) => undescribed(inner, path))]
}

describe.each(['brand', 'printer', 'product', 'family'] as const)('the schema of a %s', name => {
  it('is a draft 7 object', () => {
    expect(schemaOf(name)).toMatchObject({ $schema: expect.stringContaining('draft-07'), type: 'object' })
  })

  it('describes every key', () => {
    expect(undescribed(schemaOf(name), name)).toEqual([])
  })
})

it('asks only for the id of what extends another', () => {
  expect(schemaOf('brand')).toMatchObject({ required: ['id'], description: expect.any(String) })
  expect(schemaOf('printer')).toMatchObject({ required: ['id'] })
  expect(schemaOf('product')).toMatchObject({ required: expect.arrayContaining(['id', 'family', 'source']) })
})

it('knows every key of the files we ship', () => {
  const world = openWorld({})
  const files = {
    brand: 'brands/caf-maquette/brand.yaml',
    printer: 'printers/standard.yaml',
    product: 'products/affiche-a3.yaml',
  } as const
  for (const [name, file] of Object.entries(files) as [keyof typeof files, string][]) {
    const schema = schemaOf(name)
    const known = isObject(schema) && isObject(schema.properties) ? Object.keys(schema.properties) : []
    const read = readYaml(world.own(join('templates', file)), world.own('templates'), world)
    expect(
      Object.keys(isObject(read.value?.data) ? read.value.data : {}).filter(key => !known.includes(key)),
      file,
    ).toEqual([])
  }
  expect(readdirSync(world.own('templates/products')).length).toBeGreaterThan(28)
})

it('refuses no value that does not exist', () => {
  const world = openWorld({})
  const { value } = readYaml(world.own('templates/products/vitrophanie.yaml'), world.own('templates'), world)
  const check = (data: unknown) => familyFile.safeParse(data)
  expect(check(value?.data).success).toBe(true)
  const wrong = JSON.parse(JSON.stringify(value?.data).replaceAll('recto-verso"]', 'recto-versoo"]'))
  const found = check(wrong)
  expect(found.success).toBe(false)
  expect(found.error?.issues[0]).toMatchObject({
    path: ['options', 'support', 'values', 'blanc', 'refuses', 0, 'values'],
    message: '`pose` n’a pas de valeur `recto-versoo`',
  })
})

describe('paths in a data file', () => {
  it.each(['a.svg', 'logos/{caf.code}.svg', 'own:assets/fonts/a.ttf', 'a..b/c.svg', '.../a'])(
    '%s stays inside',
    path => {
      expect(packPath.safeParse(path).success).toBe(true)
    },
  )

  it.each([
    '../a',
    'a/../../b',
    'a/..',
    '..',
    '/etc/passwd',
    '\\\\serveur\\a',
    'C:\\a',
    'C:a',
    'own:../a',
    'own:/etc/passwd',
    'own:a/../b',
    'own:C:a',
    '',
    'own:',
  ])('%s is refused', path => {
    expect(packPath.safeParse(path).success).toBe(false)
  })
})
