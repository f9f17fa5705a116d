// Checks the files that make designs: a brand with its templates and logos, a template, a printer, a product.
import { dirname, join, resolve } from 'node:path'
import { cafLogo } from '../design/assets.ts'
import { type Brand, findBrand } from '../design/brand.ts'
import { packFile } from '../design/pack.ts'
import { findPrinter } from '../design/printer.ts'
import { familyFile, productFile } from '../design/product-file.ts'
import { checkData, readYaml } from '../design/read-data.ts'
import { readTemplate, templatesOf } from '../design/templates.ts'
import { findProject } from '../input/project.ts'
import { loadReference } from '../input/reference.ts'
import { type Diagnostic, text } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import type { cliRules } from './rules.ts'

const MISSING_LOGOS: keyof typeof cliRules = 'brand-logos'

/** Which of the 101 logos the pack does not have; the brand of one Caf has its own, and needs no other. */
function missingLogos(brand: Brand, world: World): readonly Diagnostic[] {
  const { cafs } = loadReference(world)
  const missing = cafs.filter(caf => cafLogo(brand, caf, world) === undefined)
  if (missing.length === 0 || missing.length === cafs.length - 1) return []
  const codes = missing.map(({ code }) => code).join(', ')
  return [
    {
      rule: MISSING_LOGOS,
      severity: 'warning',
      message: text(
        `il manque ${missing.length} logos de Caf sur ${cafs.length} : ${codes}`,
        `${missing.length} of ${cafs.length} Caf logos are missing: ${codes}`,
      ),
      at: brand.spans['logos.caf'] ?? { file: brand.path, line: 1, column: 1, length: 0 },
    },
  ]
}

/** A folder, or its brand.yaml. */
export function checkBrandFolder(path: string, world: World): readonly Diagnostic[] {
  const folder = world.kind(path) === 'folder' ? resolve(path) : dirname(resolve(path))
  const { value, diagnostics } = findBrand({ written: `${folder}/`, folder, project: folder }, world)
  if (!value) return diagnostics
  const templates = templatesOf(value).flatMap(({ file }) => {
    const found = packFile(file, value.spec.folders, world)
    return found ? readTemplate(found.path, found.root, world).diagnostics : []
  })
  return [...diagnostics, ...templates, ...missingLogos(value, world)]
}

export const checkTemplateFile = (path: string, world: World): readonly Diagnostic[] =>
  readTemplate(resolve(path), dirname(resolve(path)), world).diagnostics

export function checkPrinterFile(path: string, world: World): readonly Diagnostic[] {
  const folder = dirname(resolve(path))
  return findPrinter({ written: join(folder, path.slice(path.lastIndexOf('/') + 1)), folder, project: folder }, world)
    .diagnostics
}

/** A family says its options; a catalogue size says its sides. */
export function checkProductFile(path: string, world: World): readonly Diagnostic[] {
  const { value, diagnostics } = readYaml(resolve(path), dirname(resolve(path)), world)
  if (!value) return diagnostics
  const isFamily = typeof value.data === 'object' && value.data !== null && !('id' in value.data)
  const checked = isFamily
    ? checkData('family', familyFile, value, path, world)
    : checkData('product', productFile, value, path, world)
  return [...diagnostics, ...checked.diagnostics]
}

export const checkProjectFile = (path: string, world: World): readonly Diagnostic[] =>
  findProject(dirname(resolve(path)), path, world).diagnostics
