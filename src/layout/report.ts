// What layout has to say of a piece: texts that do not fit, elements left out, the short name.
import { type Diagnostic, type Place, text } from '../model/diagnostic.ts'
import { type Mm, toPt } from '../model/length.ts'
import type { Node } from '../template/prepare.ts'
import type { TemplateData } from '../template/schema.ts'
import type { Problem } from './arrange.ts'
import type { Fit } from './fit.ts'
import { leftOut } from './left-out.ts'
import type { FitInput } from './stage.ts'

const tenth = (value: number): string => (Math.round(value * 10) / 10).toString()
const fr = (value: number): string => tenth(value).replace('.', ',')

const NBSP = '\u00a0'

/** The element and what holds it, innermost first. */
function lineage(nodes: readonly Node[], wanted: Node): Node[] {
  for (const node of nodes) {
    if (node === wanted) return [node]
    const below = lineage(node.children, wanted)
    if (below.length > 0) return [...below, node]
  }
  return []
}

/** The French name of an element: its label, else the text itself, else the label of what holds it. */
function labelOf({ node }: Problem, fit: Fit, { labels }: TemplateData): { fr: string; en: string } {
  const own = node.id === undefined ? undefined : labels[node.id]
  const content = node.prepared.flow?.content
  if (own === undefined && content !== undefined) {
    return { fr: `le texte «${NBSP}${content}${NBSP}»`, en: `the text “${content}”` }
  }
  const named = lineage(fit.nodes, node).find(({ id }) => id !== undefined && labels[id] !== undefined)
  const id = named?.id ?? node.element
  return { fr: labels[id] ?? `l’élément ${id}`, en: `the element ${id}` }
}

/** A material that holds no small text is what must change first: size of the piece, or the film itself. */
function materialHint({ piece }: FitInput) {
  const { minText } = piece.product
  if (minText === 0) return undefined
  const film = piece.order.support ?? piece.order.matiere ?? ''
  const points = toPt(minText)
  return text(
    `\`${film}\` ne tient pas de texte sous ${fr(points)} pt : choisissez une pièce plus grande, ou une autre matière`,
    `\`${film}\` holds no text below ${tenth(points)} pt: choose a larger piece, or another material`,
  )
}

const templateLine = (by: Place | undefined) => (by ? { related: [{ ...by, why: text('modèle', 'template') }] } : {})

function textOverflow(problem: Problem & { kind: 'text' }, fit: Fit, input: FitInput): Diagnostic {
  const { size, needed, natural, available, word } = problem.misfit
  const label = labelOf(problem, fit, input.template)
  const points = toPt(size)
  const from = problem.node.prepared.flow?.from
  const wide: Mm = word === undefined && needed < natural ? needed : natural
  const several = word === undefined && needed < natural
  const hint = fit.short
    ? text(
        'raccourcissez `nom-court`, ou choisissez une pièce plus grande',
        'shorten `nom-court`, or choose a larger piece',
      )
    : text('ajoutez `nom-court`, ou choisissez une pièce plus grande', 'add `nom-court`, or choose a larger piece')
  const held = materialHint(input)
  const isName = problem.node.id === 'nom'
  const other = text(
    'raccourcissez ce texte, ou choisissez une pièce plus grande',
    'shorten this text, or choose a larger piece',
  )
  return {
    rule: 'text-overflow',
    severity: 'error',
    message: text(
      `${label.fr} ne tient pas à la taille minimale (${fr(points)} pt)`,
      `${label.en} does not fit at its smallest size (${tenth(points)} pt)`,
    ),
    label: text(
      `${several ? 'lignes de ' : ''}${fr(wide)} mm à ${fr(points)} pt, ${fr(Math.max(0, available))} mm disponibles`,
      `${several ? 'lines of ' : ''}${tenth(wide)} mm at ${tenth(points)} pt, ${tenth(Math.max(0, available))} mm available`,
    ),
    piece: input.piece.id,
    ...(from ? { at: from } : {}),
    ...templateLine(problem.node.by),
    hint: held ?? (isName ? hint : other),
  }
}

function boxOverflow(problem: Problem & { kind: 'box' }, fit: Fit, input: FitInput): Diagnostic {
  const label = labelOf(problem, fit, input.template)
  const at = problem.node.prepared.flow?.from ?? input.piece.at
  return {
    rule: 'layout-overflow',
    severity: 'error',
    message: text(
      `${label.fr} ne tient pas sur la pièce : il manque ${fr(problem.excess)} mm`,
      `${label.en} does not fit on the piece: ${tenth(problem.excess)} mm short`,
    ),
    piece: input.piece.id,
    ...(at ? { at } : {}),
    ...templateLine(problem.node.by),
    hint:
      materialHint(input) ??
      text(
        'retirez un élément, raccourcissez les textes, ou choisissez une pièce plus grande',
        'remove an element, shorten the texts, or choose a larger piece',
      ),
  }
}

function overflows(fit: Fit, input: FitInput): Diagnostic[] {
  const texts = fit.arrangement.problems.filter(problem => problem.kind === 'text')
  if (texts.length > 0) return texts.map(problem => textOverflow(problem, fit, input))
  const boxes = fit.arrangement.problems.filter(problem => problem.kind === 'box').slice(0, 1)
  return boxes.map(problem => boxOverflow(problem, fit, input))
}

function notes(fit: Fit, input: FitInput): Diagnostic[] {
  const piece = input.piece.id
  const found: Diagnostic[] = fit.dropped.flatMap(dropped => leftOut(dropped, input))
  if (fit.short) {
    const at = input.piece.slots.kind === 'record' ? input.piece.slots.fields['structure'] : undefined
    const short = at?.kind === 'record' ? at.fields['nom-court'] : undefined
    found.push({
      rule: 'short-name',
      severity: 'note',
      message: text(
        `le nom complet ne tient pas sur ${piece} : le nom court le remplace`,
        `the full name does not fit on ${piece}: the short name stands for it`,
      ),
      piece,
      ...(short?.at ? { at: short.at } : {}),
    })
  }
  return found
}

/** Everything that layout found, as diagnostics of the piece. */
export function reportFit(fit: Fit, input: FitInput): Diagnostic[] {
  const mistakes = fit.attempt.problems.map(
    (problem): Diagnostic => ({
      rule: problem.rule,
      severity: 'error',
      message: problem.message,
      piece: input.piece.id,
      ...(problem.at ? { at: problem.at } : {}),
      ...(problem.hint ? { hint: problem.hint } : {}),
      ...(problem.at ? templateLine(problem.by) : problem.by ? { at: problem.by } : {}),
    }),
  )
  if (mistakes.length > 0) return mistakes
  const failures = overflows(fit, input)
  return failures.length > 0 ? failures : notes(fit, input)
}
