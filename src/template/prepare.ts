// From a template's data to the elements of one sheet: conditions decided, slots filled, lists repeated, lengths in mm.
import type { Datum } from '../model/design.ts'
import type { Place, Span } from '../model/diagnostic.ts'
import type { BoxProps } from './box.ts'
import { type Moment, openEar, whileAnswered } from './ear.ts'
import type { Prepared } from './element.ts'
import { type ElementName, elements } from './elements.ts'
import { loweredOnce } from './lowered.ts'
import { elementOf, isNode, type RawNode } from './schema.ts'
import type { Scope } from './scope.ts'

/** An element in its place, ready for layout. Lengths in mm. */
export type Node = {
  readonly element: ElementName
  readonly id?: string
  /** Its path in the template's data, for places and traces. */
  readonly path: string
  readonly by?: Place
  readonly box: ResolvedBox
  readonly prepared: Prepared
  readonly children: readonly Node[]
}

/** The elements of some trees, each before what it holds. */
export function everyNode(nodes: readonly Node[], found: Node[] = []): readonly Node[] {
  for (const node of nodes) {
    found.push(node)
    everyNode(node.children, found)
  }
  return found
}

type Align = 'start' | 'center' | 'end' | 'stretch'

/** A length in mm, a share of the container (0 to 100), or `auto`. */
export type Size = number | { readonly percent: number } | 'auto'

export type ResolvedBox = {
  readonly size: Partial<Record<'width' | 'height' | 'minWidth' | 'maxWidth' | 'minHeight' | 'maxHeight', Size>>
  readonly margin: Partial<Record<'top' | 'right' | 'bottom' | 'left', Size>>
  readonly padding: Partial<Record<'top' | 'right' | 'bottom' | 'left', Size>>
  readonly inset: Partial<Record<'top' | 'right' | 'bottom' | 'left', Size>>
  readonly absolute: boolean
  readonly grow: number
  readonly shrink: number
  readonly gap: number
  readonly align?: Align
  readonly justify?: 'start' | 'center' | 'end' | 'between' | 'around'
  readonly self?: Align
  readonly wrap: boolean
}

/** The current element of a repetition: another one in the next kit. */
export type Turn = { item: Datum | undefined }

/** Makes the scope of a node. */
export type ScopeFor = (path: string, turn: Turn) => Scope

export type PrepareContext = {
  /** What was prepared before for the same sheet: an element whose questions are answered as before stays the same object. */
  readonly memory: Memory
  readonly moment: Moment
  readonly scopeFor: ScopeFor
  /** Names of what an element and all that it holds depend on. */
  readonly dependsOn: (raw: RawNode) => readonly string[]
  /** Ids of the elements that the ladder has taken away. */
  readonly dropped: ReadonlySet<string>
  /** Filled with each element that was taken away although it had something to show, and with what it would have said. */
  readonly left: Left[]
}

export type Left = { readonly id: string; readonly said: readonly Said[] }

/** A text, a logo or a code, and the datum that it comes from. */
export type Said = { readonly content: string; readonly from?: Span }

const saidBy = ({ flow, says }: Prepared, children: readonly Node[]): readonly Said[] => {
  const own = flow ?? says
  const inside = children.flatMap(child => saidBy(child.prepared, child.children))
  return own ? [{ content: own.content, ...(own.from ? { from: own.from } : {}) }, ...inside] : inside
}

const SIDES = ['top', 'right', 'bottom', 'left'] as const

function resolveSize(value: string | number, scope: Scope): Size {
  if (value === 'auto') return 'auto'
  const percent = typeof value === 'string' ? /^(\d+(?:\.\d+)?)%$/.exec(value)?.[1] : undefined
  return percent === undefined ? scope.number(value) : { percent: Number(percent) }
}

function sides(
  props: BoxProps,
  base: 'margin' | 'padding' | '',
  scope: Scope,
): Partial<Record<(typeof SIDES)[number], Size>> {
  const result: Partial<Record<(typeof SIDES)[number], Size>> = {}
  for (const side of SIDES) {
    const value = base === '' ? props[side] : (props[`${base}-${side}`] ?? props[base])
    if (value !== undefined) result[side] = resolveSize(value, scope)
  }
  return result
}

function resolveBox(props: BoxProps, scope: Scope): ResolvedBox {
  const size: { [key in keyof ResolvedBox['size']]: Size } = {}
  const put = (key: keyof ResolvedBox['size'], value: string | number | undefined): void => {
    if (value !== undefined) size[key] = resolveSize(value, scope)
  }
  put('width', props.width)
  put('height', props.height)
  put('minWidth', props['min-width'])
  put('maxWidth', props['max-width'])
  put('minHeight', props['min-height'])
  put('maxHeight', props['max-height'])
  return {
    size,
    margin: sides(props, 'margin', scope),
    padding: sides(props, 'padding', scope),
    inset: sides(props, '', scope),
    absolute: props.position === 'absolute',
    grow: props.grow === undefined ? 0 : scope.number(props.grow),
    shrink: props.shrink ?? 0,
    gap: props.gap === undefined ? 0 : scope.number(props.gap),
    ...(props.align ? { align: props.align } : {}),
    ...(props.justify ? { justify: props.justify } : {}),
    ...(props.self ? { self: props.self } : {}),
    wrap: props.wrap ?? false,
  }
}

const asNodes = (value: unknown): readonly RawNode[] => (Array.isArray(value) ? value.filter(isNode) : [])

const asExpression = (value: unknown): string | number | undefined =>
  typeof value === 'string' || typeof value === 'number' ? value : undefined

function repeated(spot: Spot, context: PrepareContext): readonly Node[] {
  const { props, scope } = spot
  const list = scope.slot(String(props['repeat']))
  const each = props['each']
  if (list?.kind !== 'list' || !isNode(each)) return []
  const start = scope.number(asExpression(props['from']) ?? 0)
  const most = scope.number(asExpression(props['max']) ?? list.items.length)
  const path = (): string => `${spot.path}.each`
  return list.items
    .slice(start, start + most)
    .flatMap((item, index) => prepareNode(each, spot.inside, start + index, path, item, context))
}

function childrenOf(spot: Spot, context: PrepareContext): readonly Node[] {
  const { name, props, turn } = spot
  if (name === 'repeat') return repeated(spot, context)
  if (!('container' in elements[name])) return []
  return asNodes(props[name]).flatMap((child, index) =>
    prepareNode(child, spot.inside, index, () => `${spot.path}.${name}.${index}`, turn.item, context),
  )
}

type Props = Readonly<Record<string, unknown>> & BoxProps

/** One element of the template, for one item of a repetition. */
type Spot = {
  readonly name: ElementName
  readonly props: Props
  readonly path: string
  readonly turn: Turn
  readonly scope: Scope
  readonly prepared: () => Prepared | undefined
  readonly box: () => ResolvedBox
  /** What it holds, by place in the template or by rank of the item. */
  readonly inside: Memory
  readonly depends: readonly string[]
  node?: Node
  seen?: Seen | undefined
}

/** What came of an element in an attempt: the same in the next ones, until something that it depends on changes. */
type Seen = {
  readonly epoch: number
  readonly attempt: number
  readonly nodes: readonly Node[]
  readonly left: readonly Left[]
}

const stillSeen = ({ epoch, attempt }: Seen, { depends }: Spot, moment: Moment): boolean =>
  epoch === moment.epoch && depends.every(name => (moment.changed.get(name) ?? 0) <= attempt)

/** What is known of the elements of a sheet, in their places. */
export type Memory = Map<number, Spot>

function makeSpot(name: ElementName, raw: RawNode, path: string, turn: Turn, context: PrepareContext): Spot {
  // Validated when the template was read; shapes fill no defaults.
  const props = raw as Props
  const scope = context.scopeFor(path, turn)
  const ear = openEar(scope, context.moment)
  // The registry holds elements of many props; each is called with what its own shape let through.
  const prepare = elements[name].prepare as (main: unknown, props: unknown, scope: Scope) => Prepared | undefined
  const prepared = whileAnswered(ear, listening => {
    const made = prepare(props[name], props, listening)
    return made && { ...made, lower: loweredOnce(made, ear) }
  })
  const box = whileAnswered(ear, listening => resolveBox(props, listening))
  return { name, props, path, turn, scope, prepared, box, inside: new Map(), depends: context.dependsOn(raw) }
}

const sameNodes = (a: readonly Node[], b: readonly Node[]): boolean =>
  a.length === b.length && a.every((node, index) => node === b[index])

/** An element and what it holds; nothing when its condition is false or its slots are empty. */
function prepareNode(
  raw: RawNode,
  memory: Memory,
  place: number,
  path: () => string,
  item: Datum | undefined,
  context: PrepareContext,
): readonly Node[] {
  let spot = memory.get(place)
  if (!spot) {
    const name = elementOf(raw)
    if (!name) return []
    spot = makeSpot(name, raw, path(), { item }, context)
    memory.set(place, spot)
  }
  const { moment, left } = context
  if (spot.seen && stillSeen(spot.seen, spot, moment)) {
    left.push(...spot.seen.left)
    return spot.seen.nodes
  }
  spot.turn.item = item
  const [start, { mistakes }] = [left.length, moment]
  const nodes = nodeOf(spot, context)
  // A mistake must be said again at each attempt.
  const sound = moment.mistakes === mistakes
  spot.seen = sound ? { epoch: moment.epoch, attempt: moment.attempts, nodes, left: left.slice(start) } : undefined
  return nodes
}

function nodeOf(spot: Spot, context: PrepareContext): readonly Node[] {
  const { name, props, scope } = spot
  if (props.when !== undefined && !scope.flag(props.when)) return []
  const prepared = spot.prepared()
  if (!prepared) return []
  const children = childrenOf(spot, context)
  if (name === 'repeat' && children.length === 0) return []
  if (props.id !== undefined && context.dropped.has(props.id)) {
    context.left.push({ id: props.id, said: saidBy(prepared, children) })
    return []
  }
  const box = spot.box()
  const known = spot.node
  if (known && known.prepared === prepared && known.box === box && sameNodes(known.children, children)) return [known]
  spot.node = {
    element: name,
    ...(props.id === undefined ? {} : { id: props.id }),
    path: spot.path,
    ...(scope.by ? { by: scope.by } : {}),
    box,
    prepared,
    children,
  }
  return [spot.node]
}

/** The elements of one face, in painting order. */
export const prepareRoot = (root: readonly unknown[], context: PrepareContext): readonly Node[] =>
  root.flatMap((raw, index) =>
    prepareNode(raw as RawNode, context.memory, index, () => `root.${index}`, undefined, context),
  )
