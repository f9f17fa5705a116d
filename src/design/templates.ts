// The template of a piece: the brand's for that family, one of its named alternatives, or a file of the project.
import { dirname, resolve } from 'node:path'
import { foldId } from '../input/fold-id.ts'
import { nearest } from '../input/nearest.ts'
import type { TemplateSource } from '../model/design.ts'
import { hasErrors, type Outcome, type Place, type Span, text } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import { templateSchema } from '../template/schema.ts'
import type { Brand } from './brand.ts'
import { finding } from './finding.ts'
import { inside } from './lookup.ts'
import { oncePerWorld } from './memo.ts'
import { packFile } from './pack.ts'
import type { FamilyFile } from './product-file.ts'
import { checkData, readYaml } from './read-data.ts'

export type TemplateName = {
  readonly family: string
  readonly name: string
  readonly file: string
  readonly at?: Place
}

/** Every template of a brand, by family then by name. */
export const templatesOf = ({ file, spans }: Brand): readonly TemplateName[] =>
  Object.entries(file.templates).flatMap(([family, files]) => {
    const named = typeof files === 'string' ? { default: files } : files
    return Object.entries(named).map(([name, path]) => {
      const at = spans[`templates.${family}.${name}`] ?? spans[`templates.${family}`]
      return { family, name, file: path, ...(at ? { at } : {}) }
    })
  })

/** Reads and validates a template file. */
export function readTemplate(file: string, root: string, world: World): Outcome<TemplateSource> {
  const read = readYaml(file, root, world)
  if (!read.value) return { diagnostics: read.diagnostics }
  const checked = checkData('template', templateSchema, read.value, file, world)
  const diagnostics = [...read.diagnostics, ...checked.diagnostics]
  if (!checked.value || hasErrors(diagnostics)) return { diagnostics }
  return { value: { id: checked.value.id, file, data: checked.value, spans: read.value.spans }, diagnostics }
}

const cached = oncePerWorld((world, file) => readTemplate(file, dirname(file), world))

export type TemplateRequest = {
  readonly brand: Brand
  readonly family: FamilyFile
  /** `modele` of the piece. */
  readonly asked?: string
  readonly at?: Span
  /** Folder that a path starts from, and the one it may not leave. */
  readonly folder: string
  readonly root: string
}

/** A template written as a path: `modeles/accueil.yaml`. */
/** « de plaque », « d’affiche ». */
const of = (family: string): string => (/^[aeiouyéè]/.test(family) ? `d’${family}` : `de ${family}`)

function ofPath(path: string, request: TemplateRequest, world: World): Outcome<TemplateSource> {
  const file = resolve(request.folder, path)
  if (inside(file, request.root) && world.kind(file) === 'file')
    return world.once(ofPath, `${request.root} ${file}`, () => readTemplate(file, request.root, world))
  return finding('unknown-template', request.at, text(`modèle introuvable : ${path}`, `template not found: ${path}`))
}

export function findTemplate(request: TemplateRequest, world: World): Outcome<TemplateSource> {
  const { brand, family, asked, at } = request
  if (asked !== undefined && /\.ya?ml$/i.test(asked)) return ofPath(asked, request, world)
  const known = templatesOf(brand).filter(template => template.family === family.template)
  const wanted = asked === undefined ? 'default' : foldId(asked)
  const template =
    known.find(({ name }) => name === wanted) ??
    (wanted === family.template ? known.find(({ name }) => name === 'default') : undefined)
  if (!template) {
    const near = nearest(
      wanted,
      known.map(({ name }) => name),
    )
    const names = known.map(({ name }) => `\`${name}\``).join(', ')
    const what = family.title.toLowerCase()
    const message =
      asked === undefined
        ? text(
            `la charte ${brand.spec.id} n’a pas de modèle ${of(what)}`,
            `the brand ${brand.spec.id} has no template for ${family.family}`,
          )
        : text(`modèle ${of(what)} inconnu : « ${asked} »`, `unknown template for ${family.family}: “${asked}”`)
    const hint = near
      ? text(`vouliez-vous dire \`${near}\` ?`, `did you mean \`${near}\`?`)
      : names === ''
        ? undefined
        : text(`modèles de cette charte : ${names}`, `templates of this brand: ${names}`)
    return finding('unknown-template', at, message, hint ? { hint } : {})
  }
  const found = packFile(template.file, brand.spec.folders, world)
  if (found) return cached(world, found.path)
  const message = text(
    `fichier introuvable dans la charte : ${template.file}`,
    `file not found in the brand: ${template.file}`,
  )
  return finding('brand-file', template.at, message)
}

/** Whether a template says a word anywhere: it may then need the photo, the partners or the Caf’s logo. */
export function mentions({ data }: TemplateSource, word: 'photo' | 'partenaires' | 'caf'): boolean {
  const pattern = new RegExp(`(^|[^a-z-])${word}([^a-z-]|$)`)
  const visit = (value: unknown): boolean => {
    if (typeof value === 'string') return pattern.test(value)
    if (Array.isArray(value)) return value.some(visit)
    return (
      typeof value === 'object' &&
      value !== null &&
      Object.entries(value).some(([key, inner]) => pattern.test(key) || visit(inner))
    )
  }
  return visit(data)
}
