// What pieces are laid out on. Kits of one brand ask for the same sheets: what only a sheet decides stays from one to the next.
import type { BrandSpec, FaceSpec, PieceDesign, Spans } from '../model/design.ts'
import type { Place } from '../model/diagnostic.ts'
import type { Mm } from '../model/length.ts'
import { dependencies } from '../template/depends.ts'
import { type Memory, openMemory, type PrepareContext, type ScopeFor } from '../template/prepare.ts'
import type { TemplateData } from '../template/schema.ts'
import type { Resources, Scope } from '../template/scope.ts'
import { type Ground, openGround } from './arrange.ts'
import { type Attempt, type Hand, openHand } from './hand.ts'
import { makeScope } from './sheet-scope.ts'

export type FitInput = {
  readonly piece: PieceDesign
  readonly brand: BrandSpec
  readonly template: TemplateData
  readonly spans: Spans
  readonly resources: Resources
  readonly u: Mm
  readonly face: FaceSpec
}

export type Stage = {
  readonly hand: Hand
  readonly memory: Memory
  readonly ground: Ground
  readonly scopeFor: ScopeFor
  readonly dependsOn: PrepareContext['dependsOn']
  /** The scope of what stands outside all nodes. */
  readonly scope: Scope
  close(): void
}

export const emptyAttempt = (
  input: FitInput,
  variables: Attempt['variables'],
  short: boolean,
  dropped: readonly string[] = [],
): Attempt => ({
  piece: input.piece,
  brand: input.brand,
  resources: input.resources,
  u: input.u,
  face: input.face,
  variables,
  short,
  dropped: new Set(dropped),
  problems: [],
  requests: [],
})

/** Place of a node, or of its nearest parent that has one. */
function placeOf(spans: Spans, path: string): Place | undefined {
  for (let key = path; key !== ''; key = key.slice(0, Math.max(0, key.lastIndexOf('.')))) {
    const place = spans[key]
    if (place) return place
  }
  return undefined
}

export function openStage(input: FitInput): Stage {
  const { spans, piece } = input
  const depends = dependencies(input.template)
  const hand = openHand(emptyAttempt(input, input.template.vars, false), depends)
  const ground = openGround(piece.product.width, piece.product.height)
  return {
    hand,
    memory: openMemory(),
    ground,
    scopeFor: (path, turn) => makeScope(hand, placeOf(spans, path), turn),
    dependsOn: depends.of,
    scope: makeScope(hand, undefined, { item: undefined }),
    close: () => ground.close(),
  }
}

/** Stages kept open: a run makes the same few pieces of each kit, and each has a face or two. */
const KEPT = 24

const stages = new Map<string, Stage>()

/** A number for each object, for as long as it lives: templates and brands are read once in a run. */
const numbers = new WeakMap<object, number>()
let last = 0

function numberOf(object: object): number {
  const known = numbers.get(object)
  if (known !== undefined) return known
  last += 1
  numbers.set(object, last)
  return last
}

/** All that a stage keeps of its first piece: what a scope gives by value, and the slots of the sheet. */
function keyOf({ piece, brand, template, spans, u, face }: FitInput): string {
  const { product, printer, lang, universe } = piece
  const { width, height, shape, family, art, tool, minText, border, hidden, holes } = product
  const { bleed, safe, mirror, output } = printer
  const made = [width, height, shape, family, art, tool, minText, border, ...hidden, holes]
  const sheet = [made, bleed, safe, mirror, output, lang, universe, u, face]
  return `${numberOf(template)} ${numberOf(spans)} ${numberOf(brand)} ${JSON.stringify(sheet)}`
}

/** Lets a kit go: its photo and its words weigh more than the stage. */
function rest({ hand }: Stage, input: FitInput): void {
  const { font } = input.resources
  const resources: Resources = { font, logo: () => undefined, pictogram: () => undefined }
  hand.attempt = { ...hand.attempt, resources, problems: [], requests: [] }
}

/** Does something on the stage of a sheet, which no one else uses meanwhile. */
export function onStage<T>(input: FitInput, work: (stage: Stage) => T): T {
  const key = keyOf(input)
  const stage = stages.get(key) ?? openStage(input)
  // A Map keeps the order of insertion: the first stage is the one that was used longest ago. After a bug, none is trusted.
  stages.delete(key)
  const result = work(stage)
  rest(stage, input)
  stages.set(key, stage)
  for (const [oldest, { close }] of stages) {
    if (stages.size <= KEPT) break
    stages.delete(oldest)
    close()
  }
  return result
}
