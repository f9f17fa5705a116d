// The schema of a template, composed from the registry of elements: validation, editor help and documentation.
import { z } from 'zod'
import type { TemplateSource } from '../model/design.ts'
import { boxShape, expression } from './box.ts'
import { type ElementName, elements, isElementName } from './elements.ts'

/** A node as written: one key names its element, the others are its properties. */
export type RawNode = Readonly<Record<string, unknown>>

const MAX_DEPTH = 30

const shapes: Partial<Record<ElementName, z.ZodObject>> = {}

/** The strict schema of one element's node, children left unread. */
export function nodeShape(name: ElementName): z.ZodObject {
  const known = shapes[name]
  if (known) return known
  const element = elements[name]
  const shape = z.strictObject({ ...boxShape, ...element.props, [name]: element.main })
  shapes[name] = shape
  return shape
}

export const elementOf = (node: RawNode): ElementName | undefined => Object.keys(node).find(isElementName)

export const isNode = (value: unknown): value is RawNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Report = (path: readonly (string | number)[], issue: z.core.$ZodIssue | string) => void

/** What is wrong with a node as a whole, before its properties are read. */
function nodeProblem(value: unknown, depth: number): string | undefined {
  if (depth > MAX_DEPTH) return 'trop de niveaux d’éléments'
  if (!isNode(value)) return 'un élément est attendu, par exemple `- text: "{structure.nom}"`'
  if (!elementOf(value)) return `aucun élément connu ; les éléments sont ${Object.keys(elements).join(', ')}`
  return undefined
}

/** Checks one node and what it holds; `path` is where the node stands. */
function checkNode(value: unknown, path: readonly (string | number)[], report: Report): void {
  const problem = nodeProblem(value, path.length / 2)
  if (problem !== undefined) report(path, problem)
  const name = isNode(value) ? elementOf(value) : undefined
  if (problem !== undefined || !isNode(value) || !name) return
  const result = nodeShape(name).safeParse(value)
  for (const issue of result.error?.issues ?? []) report([...path, ...issue.path.map(asKey)], issue)
  const children = value[name]
  if ('container' in elements[name] && Array.isArray(children)) {
    children.forEach((child, index) => {
      checkNode(child, [...path, name, index], report)
    })
  }
  if (name === 'repeat') checkNode(value['each'], [...path, 'each'], report)
}

const asKey = (key: PropertyKey): string | number => (typeof key === 'number' ? key : String(key))

const node = z.unknown().superRefine((value, context) => {
  checkNode(value, [], (path, issue) => {
    if (typeof issue === 'string') context.addIssue({ code: 'custom', message: issue, path: [...path] })
    // zod keeps the shape of an issue but asks for its input again.
    else context.issues.push({ ...issue, path: [...path], input: value } as z.core.$ZodRawIssue)
  })
})

const variable = z.union([expression, z.boolean()])

const assignments = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), variable)

export const templateSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .describe('nom du modèle'),
  title: z.string().describe('titre affiché par `signakit list modeles`'),
  vars: assignments.default({}).describe('longueurs et conditions nommées, `$nom` dans les expressions'),
  variants: z
    .array(z.strictObject({ when: z.string().describe('condition'), set: assignments }))
    .default([])
    .describe('valeurs qui changent avec la pièce : toutes celles dont la condition est vraie, dans l’ordre'),
  ladder: z
    .array(
      z.strictObject({
        eases: z
          .string()
          .optional()
          .describe('`id` de l’élément que ce pas soulage : il n’est tenté que si quelque chose y manque de place'),
        set: assignments.default({}).describe('variables changées'),
        drop: z.array(z.string()).default([]).describe('éléments retirés, par leur `id`'),
        optional: z
          .boolean()
          .default(false)
          .describe('ce pas prend la place d’une autre région : si rien ne tient à la fin, tout est repris sans lui'),
      }),
    )
    .default([])
    .describe('ce qui est tenté, un pas après l’autre et en s’ajoutant, jusqu’à ce que tout tienne'),
  labels: z.record(z.string(), z.string()).default({}).describe('nom français des éléments qui peuvent être retirés'),
  root: z.array(node).describe('les éléments de la pièce, du fond vers le dessus'),
})

export type TemplateData = z.output<typeof templateSchema>

const templates = new WeakMap<object, TemplateData>()

/** What a template says, its defaults filled. It was validated when it was read: to do so again would cost more than layout. */
export function templateOf({ data }: Pick<TemplateSource, 'data'>): TemplateData {
  const source = data as z.input<typeof templateSchema>
  const known = templates.get(source)
  if (known) return known
  const { vars = {}, variants = [], ladder = [], labels = {} } = source
  const steps = ladder.map(({ set = {}, drop = [], optional = false, ...step }) => ({ ...step, set, drop, optional }))
  const template = { ...source, vars, variants, ladder: steps, labels }
  templates.set(source, template)
  return template
}

/** JSON Schema of a template for editors, made of the same shapes as the validation. */
export function templateJsonSchema(): object {
  const options = { target: 'draft-7', io: 'input', unrepresentable: 'any' } as const
  const top = z.toJSONSchema(templateSchema, options)
  const anyOf = Object.keys(elements)
    .filter(isElementName)
    .map(name => {
      const schema = z.toJSONSchema(nodeShape(name), options)
      const container = 'container' in elements[name]
      const properties = { ...schema.properties }
      if (container) properties[name] = { type: 'array', items: { $ref: '#/definitions/node' } }
      if (name === 'repeat') properties['each'] = { $ref: '#/definitions/node' }
      return { ...schema, $schema: undefined, properties, required: [name], description: elements[name].about }
    })
  const properties = { ...top.properties, root: { type: 'array', items: { $ref: '#/definitions/node' } } }
  // The round trip leaves out undefined keys; what JSON.parse gives is an object because it was one.
  return JSON.parse(JSON.stringify({ ...top, properties, definitions: { node: { anyOf } } })) as object
}
