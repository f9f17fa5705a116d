// From a template's data to the elements of one sheet: conditions decided, slots filled, lists repeated, lengths in mm.
import type { Datum } from '../model/design.ts'
import type { Place, Span } from '../model/diagnostic.ts'
import type { BoxProps } from './box.ts'
import type { Depends } from './depends.ts'
import { type Answered, type Ask, type Moment, openEar, stand, whileAnswered } from './ear.ts'
import type { Prepared } from './element.ts'
import { type ElementName, elements } from './elements.ts'
import { loweredOnce } from './lowered.ts'
import { type ResolvedBox, resolveBox } from './resolved-box.ts'
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

/** The current element of a repetition: another one in the next kit. */
export type Turn = { item: Datum | undefined }

/** Makes the scope of a node. */
export type ScopeFor = (path: string, turn: Turn) => Scope

export type PrepareContext = {
  /** What was prepared before for the same sheet: an element whose questions are answered as before stays the same object. */
  readonly memory: Memory
  readonly moment: Moment
  readonly scopeFor: ScopeFor
  readonly dependsOn: (raw: RawNode) => Depends
  /** Ids of the elements that the ladder has taken away. */
  readonly dropped: ReadonlySet<string>
  /** Filled with each element that was taken away although it had something to show, and with what it would have said. */
  readonly left: Left[]
  /** Filled with what was asked of fonts and drawings. */
  readonly pictures: Ask[]
}

export type Left = { readonly id: string; readonly said: readonly Said[] }

/** A text, a logo or a code, and the datum that it comes from. */
export type Said = { readonly content: string; readonly from?: Span }

const saidBy = ({ flow, says }: Prepared, children: readonly Node[]): readonly Said[] => {
  const own = flow ?? says
  const inside = children.flatMap(child => saidBy(child.prepared, child.children))
  return own ? [{ content: own.content, ...(own.from ? { from: own.from } : {}) }, ...inside] : inside
}

const asNodes = (value: unknown): readonly RawNode[] => (Array.isArray(value) ? value.filter(isNode) : [])

const asExpression = (value: unknown): string | number | undefined =>
  typeof value === 'string' || typeof value === 'number' ? value : undefined

function repeated({ props, scope, holds, inside }: Spot, context: PrepareContext): readonly Node[] {
  const list = scope.slot(String(props['repeat']))
  const [each] = holds
  if (list?.kind !== 'list' || !each) return []
  const start = scope.number(asExpression(props['from']) ?? 0)
  const most = scope.number(asExpression(props['max']) ?? list.items.length)
  const items = list.items.slice(start, start + most)
  return items.flatMap((item, index) => prepareNode(each, inside, start + index, item, context))
}

function childrenOf(spot: Spot, context: PrepareContext): readonly Node[] {
  const { name, turn, holds, inside } = spot
  if (name === 'repeat') return repeated(spot, context)
  const children: Node[] = []
  for (let index = 0; index < holds.length; index += 1) {
    const child = holds[index]
    if (child) children.push(...prepareNode(child, inside, index, turn.item, context))
  }
  return children
}

type Props = Readonly<Record<string, unknown>> & BoxProps

/** One element of the template, for one item of a repetition. */
type Spot = {
  readonly name: ElementName
  readonly props: Props
  readonly path: string
  readonly turn: Turn
  readonly scope: Scope
  readonly prepared: Answered<Prepared | undefined>
  readonly box: Answered<ResolvedBox>
  /** What it holds, as the template writes it: children, or what a repetition repeats. */
  readonly holds: readonly RawNode[]
  readonly inside: Memory
  readonly depends: Depends
  node?: Node
  own?: Own | undefined
  seen?: Seen | undefined
}

/** When something was found: it stays until what it depends on changes. */
type Found = { readonly attempt: number; epoch: number; readonly pictures: readonly Ask[] }

/** An element itself; not prepared when its condition is false or its slots are empty. */
type Own = Found & { readonly prepared: Prepared | undefined; box?: ResolvedBox }

/** What came of an element and all that it holds. */
type Seen = Found & { readonly nodes: readonly Node[]; readonly left: readonly Left[] }

const isChanged = ({ changed }: Moment, names: readonly string[], since: number): boolean => {
  for (const name of names) if ((changed.get(name) ?? 0) > since) return true
  return false
}

function stillStands(found: Found, depends: readonly string[], moment: Moment): boolean {
  const { epoch, anew } = moment
  if (found.attempt < anew || isChanged(moment, depends, found.attempt)) return false
  if (found.epoch !== epoch && !stand(found.pictures)) return false
  found.epoch = epoch
  return true
}

/** What is known of the elements of a sheet in their places: by place in the template, or by rank of the item. */
export type Memory = { readonly spots: Map<number, Spot>; pathOf(place: number): string }

export const openMemory = (pathOf: Memory['pathOf'] = place => `root.${place}`): Memory => ({
  spots: new Map(),
  pathOf,
})

const NOTHING: readonly RawNode[] = []

/** What an element holds, and where it stands in the template. */
function contentOf(name: ElementName, props: Props, path: string): Pick<Spot, 'holds' | 'inside'> {
  if (name === 'repeat') return { holds: asNodes([props['each']]), inside: openMemory(() => `${path}.each`) }
  const holds = 'container' in elements[name] ? asNodes(props[name]) : NOTHING
  return { holds, inside: openMemory(place => `${path}.${name}.${place}`) }
}

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
  const depends = context.dependsOn(raw)
  return { name, props, path, turn, scope, prepared, box, ...contentOf(name, props, path), depends }
}

const sameNodes = (a: readonly Node[], b: readonly Node[]): boolean =>
  a.length === b.length && a.every((node, index) => node === b[index])

/** What was added to a list. */
const addedTo = <T>(list: readonly T[], since: number): readonly T[] => (list.length > since ? list.slice(since) : [])

/** An element and what it holds; nothing when its condition is false or its slots are empty. */
function prepareNode(
  raw: RawNode,
  { spots, pathOf }: Memory,
  place: number,
  item: Datum | undefined,
  context: PrepareContext,
): readonly Node[] {
  let spot = spots.get(place)
  if (!spot) {
    const name = elementOf(raw)
    if (!name) return []
    spot = makeSpot(name, raw, pathOf(place), { item }, context)
    spots.set(place, spot)
  }
  const { moment, left, pictures } = context
  const { turn, seen } = spot
  if (seen && turn.item === item && stillStands(seen, spot.depends.all, moment)) {
    left.push(...seen.left)
    pictures.push(...seen.pictures)
    return seen.nodes
  }
  if (turn.item !== item) spot.own = undefined
  turn.item = item
  const before = { left: left.length, pictures: pictures.length, mistakes: moment.mistakes }
  const nodes = nodeOf(spot, context)
  // A mistake must be said again at each attempt.
  if (moment.mistakes !== before.mistakes) {
    spot.seen = undefined
    spot.own = undefined
    return nodes
  }
  spot.seen = {
    attempt: moment.attempts,
    epoch: moment.epoch,
    nodes,
    left: addedTo(left, before.left),
    pictures: addedTo(pictures, before.pictures),
  }
  return nodes
}

function ownOf(spot: Spot, moment: Moment): Own {
  const { own: known, props, scope } = spot
  if (known && stillStands(known, spot.depends.own, moment)) return known
  const { attempts: attempt, epoch } = moment
  const shown = props.when === undefined || scope.flag(props.when)
  const told = known !== undefined && isChanged(moment, spot.depends.words, known.attempt)
  const prepared = shown ? spot.prepared.ask(told) : undefined
  const own: Own = { attempt, epoch, prepared, pictures: shown ? spot.prepared.pictures() : [] }
  spot.own = own
  return own
}

function nodeOf(spot: Spot, context: PrepareContext): readonly Node[] {
  const { name, props, scope } = spot
  const own = ownOf(spot, context.moment)
  const { prepared } = own
  context.pictures.push(...own.pictures)
  if (!prepared) return []
  const children = childrenOf(spot, context)
  if (name === 'repeat' && children.length === 0) return []
  if (props.id !== undefined && context.dropped.has(props.id)) {
    context.left.push({ id: props.id, said: saidBy(prepared, children) })
    return []
  }
  own.box ??= spot.box.ask()
  const { box } = own
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
  root.flatMap((raw, index) => prepareNode(raw as RawNode, context.memory, index, undefined, context))
