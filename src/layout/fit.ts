// Fitting: the template's ladder is climbed until everything holds, with the full name first, then the short one.
import type { Mm } from '../model/length.ts'
import { type Left, type Node, prepareRoot, type Said } from '../template/prepare.ts'
import type { TemplateData } from '../template/schema.ts'
import { type Arrangement, arrange } from './arrange.ts'
import { type Attempt, takeUp } from './hand.ts'
import { emptyAttempt, type FitInput, openStage, type Stage } from './stage.ts'

/** What one step tried and what stopped it: `signakit explain` prints these. */
export type TraceStep = {
  /** Of a second face that came out otherwise than the first. */
  readonly face?: 'recto' | 'verso'
  readonly short: boolean
  readonly step: number
  readonly set: Readonly<Record<string, string | number | boolean>>
  readonly drop: readonly string[]
  /** What did not fit, in French; empty for the step that was kept. */
  readonly obstacles: readonly string[]
  /** Elements that this step tried to put back, once all held without them. */
  readonly back?: readonly string[]
}

/** An element that was taken away although it had something to show. */
export type Dropped = { readonly id: string; readonly said: readonly Said[] }

export type Fit = {
  readonly attempt: Attempt
  readonly nodes: readonly Node[]
  readonly arrangement: Arrangement
  readonly dropped: readonly Dropped[]
  readonly short: boolean
  readonly trace: readonly TraceStep[]
}

/** What the tries with one form of the name share. */
type Form = { readonly short: boolean; last?: Try }

/** A piece being fitted: all its tries are laid out on one stage. */
type Fitting = FitInput & {
  readonly stage: Stage
  /** Variables of the template and of the variants that hold. */
  readonly variables: Variables
  readonly trace: TraceStep[]
}

type Try = {
  readonly attempt: Attempt
  readonly nodes: readonly Node[]
  readonly dropped: readonly Dropped[]
  readonly arrangement: Arrangement
}

type Step = TemplateData['ladder'][number]

const BASE: Step = { set: {}, drop: [], optional: false }

type Variables = Attempt['variables']

function variablesOf(input: FitInput, { hand, scope }: Stage): Variables {
  let variables: Variables = input.template.vars
  for (const { when, set } of input.template.variants) {
    takeUp(hand, emptyAttempt(input, variables, false))
    if (scope.flag(when)) variables = { ...variables, ...set }
  }
  return variables
}

const sameNodes = (a: readonly Node[], b: readonly Node[]): boolean =>
  a.length === b.length && a.every((node, index) => node === b[index])

/** What each id left out: several elements may share one. */
function byId(left: readonly Left[]): readonly Dropped[] {
  const dropped = new Map<string, readonly Said[]>()
  for (const { id, said } of left) dropped.set(id, [...(dropped.get(id) ?? []), ...said])
  return [...dropped].map(([id, said]) => ({ id, said }))
}

function tryStep(input: Fitting, form: Form, steps: readonly Step[], curing = false): Try {
  const variables: Variables = Object.assign({}, input.variables, ...steps.map(({ set }) => set))
  const drop = steps.flatMap(step => step.drop)
  const attempt = emptyAttempt(input, variables, form.short, drop)
  const { hand, memory, ground, scopeFor, dependsOn } = input.stage
  takeUp(hand, attempt)
  const left: Left[] = []
  const { dropped } = attempt
  const nodes = prepareRoot(input.template.root, {
    memory,
    moment: hand,
    scopeFor,
    dependsOn,
    dropped,
    left,
    pictures: [],
  })
  // A rung may change nothing here: « at most 3 u » where the text was smaller already.
  const { last } = form
  const known = last && !curing && sameNodes(last.nodes, nodes) ? last : undefined
  form.last = {
    attempt,
    nodes: known?.nodes ?? nodes,
    dropped: byId(left),
    arrangement: known?.arrangement ?? arrange(nodes, ground, curing),
  }
  return form.last
}

const round1 = (mm: Mm): string => (Math.round(mm * 10) / 10).toString().replace('.', ',')

function obstacle(problem: Arrangement['problems'][number]): string {
  const name = problem.node.id ?? problem.node.element
  return problem.kind === 'text'
    ? `${name} : ${round1(problem.misfit.needed)} mm nécessaires, ${round1(problem.misfit.available)} mm disponibles`
    : `${name} : dépasse de ${round1(problem.excess)} mm`
}

const clumsy = ({ id, element }: Node): string => `${id ?? element} : coupure maladroite`

const hasShortForm = (input: FitInput): boolean => {
  const structure = input.piece.slots.kind === 'record' ? input.piece.slots.fields['structure'] : undefined
  return structure?.kind === 'record' && structure.fields['nom-court'] !== undefined
}

/** Ids of the elements in trouble and of all that hold them. */
function troubledIds(nodes: readonly Node[], troubled: ReadonlySet<Node>): ReadonlySet<string> {
  const ids = new Set<string>()
  const visit = (node: Node): boolean => {
    const inside = node.children.map(visit).some(Boolean)
    const here = inside || troubled.has(node)
    if (here && node.id !== undefined) ids.add(node.id)
    return here
  }
  nodes.forEach(visit)
  return ids
}

/** The next rung, in order, that eases something in trouble; a rung without `eases` eases everything. */
const nextRung = (ladder: readonly Step[], taken: ReadonlySet<Step>, troubled: ReadonlySet<string>): Step | undefined =>
  ladder.find(step => !taken.has(step) && (step.eases === undefined || troubled.has(step.eases)))

type Climb = Try & { readonly form: Form; readonly steps: readonly Step[] }

const holds = ({ arrangement, attempt }: Climb): boolean =>
  arrangement.problems.length === 0 && attempt.problems.length === 0

/**
 * Climbs the ladder with one form of the name, to the first rung where all holds. A line that ends badly is worth a few
 * more rungs, but not an element: when none of them cures it, the first rung that held is kept.
 */
function climb(input: Fitting, form: Form, ladder = input.template.ladder): Climb {
  const steps: Step[] = []
  let kept: Climb | undefined
  for (;;) {
    const result: Climb = { ...tryStep(input, form, steps), form, steps: [...steps] }
    const { problems, flawed } = result.arrangement
    const rung = steps.at(-1) ?? BASE
    const obstacles = [...problems.map(obstacle), ...flawed.map(clumsy)]
    input.trace.push({ short: form.short, step: steps.length, set: rung.set, drop: rung.drop, obstacles })
    // A mistake of the template or a missing glyph will not be cured by another rung.
    if (result.attempt.problems.length > 0 || (holds(result) && flawed.length === 0)) return result
    if (holds(result)) kept ??= result
    // A line that ends badly counts only once everything has its place.
    const trouble = problems.length > 0 ? problems.map(({ node }) => node) : flawed
    const troubled = troubledIds(result.nodes, new Set(trouble))
    const next = nextRung(ladder, new Set(steps), troubled)
    if (!next || (kept && next.drop.length > 0)) return kept ?? result
    steps.push(next)
  }
}

/** With the optional rungs, then without those that were taken in vain: what eases one region may burden another. */
function climbTwice(input: Fitting, form: Form): Climb {
  const first = climb(input, form)
  const vain = first.steps.some(({ optional }) => optional)
  if (holds(first) || first.attempt.problems.length > 0 || !vain) return first
  return climb(
    input,
    form,
    input.template.ladder.filter(({ optional }) => !optional),
  )
}

/** Puts back what a rung left out. Its lengths stay: they may be what makes the room. */
const without = (steps: readonly Step[], rung: Step): readonly Step[] =>
  steps.map(step => (step === rung ? { ...step, drop: [] } : step))

/**
 * The ladder is climbed one rung at a time, so that what was left out early may have room after all: each element is put
 * back, the last one first (a ladder lets the least important go first), and stays when all still holds.
 */
function putBack(input: Fitting, fit: Climb): Climb {
  const { form } = fit
  let kept = fit
  for (const rung of fit.steps.filter(({ drop }) => drop.length > 0).toReversed()) {
    if (!kept.dropped.some(({ id }) => rung.drop.includes(id))) continue
    const steps = without(kept.steps, rung)
    const result: Climb = { ...tryStep(input, form, steps), form, steps }
    const { problems, flawed } = result.arrangement
    const better = holds(result) && flawed.length <= kept.arrangement.flawed.length
    input.trace.push({
      short: form.short,
      step: steps.length,
      set: {},
      drop: [],
      back: rung.drop,
      obstacles: better ? [] : [...problems.map(obstacle), ...flawed.map(clumsy)],
    })
    if (better) kept = result
  }
  return kept
}

/** Last, texts that may shrink do so where no rung mended the end of a line. */
function cured(input: Fitting, fit: Climb): Climb {
  if (!holds(fit) || fit.arrangement.flawed.length === 0) return fit
  return { ...fit, ...tryStep(input, fit.form, fit.steps, true) }
}

function fitAll(input: Fitting): Fit {
  const full = climbTwice(input, { short: false })
  const isLast = holds(full) || full.attempt.problems.length > 0 || !hasShortForm(input)
  const found = isLast ? full : climbTwice(input, { short: true })
  const whole = holds(found) && found.dropped.length > 0 ? putBack(input, found) : found
  const { form, attempt, nodes, arrangement, dropped } = cured(input, whole)
  // What the elements ask while they are lowered is asked of the attempt that was kept.
  takeUp(input.stage.hand, attempt)
  return { attempt, nodes, arrangement, dropped, short: form.short, trace: input.trace }
}

/**
 * Fits a piece: the full name first, then the short one. When nothing holds, the last try comes back with its problems.
 * What fits must be lowered before the stage serves again.
 */
export function fitOnStage(input: FitInput, stage: Stage): Fit {
  stage.ground.clear()
  return fitAll({ ...input, stage, variables: variablesOf(input, stage), trace: [] })
}

/** The same, on a stage of its own. */
export function fitPiece(input: FitInput): Fit {
  const stage = openStage(input)
  try {
    return fitOnStage(input, stage)
  } finally {
    stage.close()
  }
}
