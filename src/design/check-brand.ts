// What a schema cannot say of a brand: that the names its parts use are defined, and that its sentences name real slots.
import { type Diagnostic, type Text, text } from '../model/diagnostic.ts'
import type { BrandFile } from './brand-file.ts'
import { spotProblems } from './brand-spots.ts'
import { diagnostic } from './finding.ts'
import type { Placed } from './merge.ts'
import type { DesignRule } from './rules.ts'
import { isCircular, sentencesOf, unknownSlot } from './wording.ts'

type Check = (file: BrandFile, report: (path: string, rule: DesignRule, message: Text) => void) => void

const checkFonts: Check = ({ styles, fonts }, report) => {
  for (const [name, { font }] of Object.entries(styles)) {
    const [family = '', weight = ''] = font.split('/')
    if (fonts[family]?.[weight] === undefined) {
      report(
        `styles.${name}.font`,
        'brand-reference',
        text(`police non définie : ${font}`, `font not defined: ${font}`),
      )
    }
  }
}

const checkSigns: Check = ({ universes, colors }, report) => {
  for (const [key, universe] of Object.entries(universes)) {
    universe.sign.shapes.forEach(({ color }, index) => {
      if (universe.colors[color] || colors[color]) return
      const message = text(`couleur non définie : ${color}`, `colour not defined: ${color}`)
      report(`universes.${key}.sign.shapes.${index}.color`, 'brand-reference', message)
    })
  }
}

const checkTexts: Check = ({ texts }, report) => {
  for (const [key, wording] of Object.entries(texts)) {
    if (isCircular(key, texts))
      report(`texts.${key}`, 'text-slot', text(`le texte ${key} se cite lui-même`, `the text ${key} quotes itself`))
    for (const { path, sentence } of sentencesOf(wording)) {
      const unknown = unknownSlot(sentence, Object.keys(texts))
      if (unknown !== undefined) {
        report(`texts.${key}.${path}`, 'text-slot', text(`champ inconnu : {${unknown}}`, `unknown slot: {${unknown}}`))
      }
    }
  }
}

const checkTemplates: Check = ({ templates }, report) => {
  for (const [family, files] of Object.entries(templates)) {
    if (typeof files === 'string' || files.default !== undefined) continue
    const message = text(
      `modèles de ${family} : il manque \`default\``,
      `templates of ${family}: \`default\` is missing`,
    )
    report(`templates.${family}`, 'brand-reference', message)
  }
}

const checkSpots: Check = (file, report) => {
  for (const [path, message] of spotProblems(file)) report(path, 'spot-name', message)
}

/** Every finding, each at the value to edit. */
export function checkBrand(file: BrandFile, spans: Placed['spans']): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const check of [checkFonts, checkSigns, checkTexts, checkTemplates, checkSpots]) {
    check(file, (path, rule, message) => diagnostics.push(diagnostic(rule, spans[path] ?? spans.id, message)))
  }
  return diagnostics
}
