// Walks the content of a page and of everything it draws, and notes what is painted and used.
import { type ColorSpace, ColorSpaces, channelsOf } from './color-space.ts'
import { eachOperation } from './content.ts'
import { type PdfFont, readFont } from './font.ts'
import { type GraphicsState, IDENTITY, initialState, intersect, type Matrix } from './graphics-state.ts'
import { asDict, asNumber, asRef, type PdfDict, type PdfObject, type PdfStream } from './object.ts'
import type { Objects } from './objects.ts'
import { boundsOfCoords, type Outline, type Verb } from './outline.ts'
import type { Rect } from './page.ts'
import type { ContentProblem, Context, GroupUse, Painted, PaintedOwn, Used } from './painted.ts'

/** A walk's operator; a mistake in its operands is reported by the walk. */
export type Operator = (walk: Walk, operands: readonly PdfObject[], inline?: PdfStream) => void

/** What is shared by every page of a file. */
export type Shared = {
  readonly objects: Objects
  readonly spaces: ColorSpaces
  readonly fonts: Map<PdfDict, PdfFont>
  readonly operators: ReadonlyMap<string, Operator>
}

export const share = (objects: Objects, operators: ReadonlyMap<string, Operator>): Shared => ({
  objects,
  spaces: new ColorSpaces(objects),
  fonts: new Map(),
  operators,
})

/** One marked-content sequence: the groups it belongs to, the text it replaces. */
export type OpenMark = { readonly layers: number; readonly actual: boolean }

const MAX_SAVED = 512

export class Walk {
  readonly objects: Objects
  readonly spaces: ColorSpaces
  readonly page: number
  state: GraphicsState
  saved: GraphicsState[] = []
  /** The current path, in page space. */
  path: { verbs: Verb[]; coords: number[] } = { verbs: [], coords: [] }
  clipping: 'nonzero' | 'evenodd' | undefined
  textMatrix: Matrix = IDENTITY
  lineMatrix: Matrix = IDENTITY
  inText = false
  marks: OpenMark[] = []
  layers: number[] = []
  groups = 0
  groupAlpha = 1
  groupMixed = false
  /** Of the content stream being read: the space its patterns live in (ISO 32000-1 8.7.3.1). */
  baseMatrix: Matrix = IDENTITY
  context: Context = 'page'
  resources: PdfDict | undefined
  /** Object whose content is being read. */
  object = 0
  readonly painted: Painted[] = []
  readonly texts: string[] = []
  private readonly problemsByKey = new Map<string, ContentProblem>()
  private readonly uses = {
    spaces: new Map<ColorSpace, Used<ColorSpace>>(),
    states: new Map<PdfDict, Used<PdfDict>>(),
    xobjects: new Map<PdfDict, Used<PdfDict>>(),
    intents: new Map<string, Used<string>>(),
    groups: new Map<number, GroupUse>(),
  }
  private readonly usedFonts = new Set<PdfFont>()
  private readonly fonts: Map<PdfDict, PdfFont>
  private readonly operators: ReadonlyMap<string, Operator>
  private readonly inside: PdfDict[] = []

  constructor(shared: Shared, page: number) {
    this.objects = shared.objects
    this.spaces = shared.spaces
    this.fonts = shared.fonts
    this.operators = shared.operators
    this.page = page
    this.state = initialState(IDENTITY)
  }

  /** Runs content with its own resources; the state around is left as it was. */
  run(bytes: Uint8Array, object: number, resources: PdfDict | undefined): void {
    const outer = {
      resources: this.resources,
      object: this.object,
      saved: this.saved,
      marks: this.marks,
      layers: this.layers,
      inText: this.inText,
      path: this.path,
      clipping: this.clipping,
      baseMatrix: this.baseMatrix,
    }
    this.resources = resources
    this.object = object
    this.saved = []
    this.marks = []
    this.layers = [...outer.layers]
    this.inText = false
    this.baseMatrix = this.state.ctm
    this.path = { verbs: [], coords: [] }
    const state = { ...this.state }
    const lengthOf = (dict: PdfDict): number | undefined => this.inlineLength(dict)
    eachOperation(bytes, this.objects.budget, lengthOf, (operator, operands, inline) =>
      this.operate(operator, operands, inline),
    )
    if (this.saved.length > 0) this.problem('unbalanced-state', 'Q')
    if (this.marks.length > 0) this.problem('unbalanced-marks', 'EMC')
    if (this.isInText()) this.problem('unbalanced-text', 'ET')
    this.state = state
    Object.assign(this, outer)
  }

  /** The operators just run may have opened a text object. */
  private isInText(): boolean {
    return this.inText
  }

  /** Runs a form, a tile or a glyph; one that draws itself is stopped. */
  nested(dict: PdfDict, body: () => void): void {
    if (this.inside.includes(dict)) {
      this.problem('recursion')
      return
    }
    if (!this.objects.budget.allow('forms', this.inside.length)) return
    this.inside.push(dict)
    body()
    this.inside.pop()
  }

  private operate(operator: string, operands: readonly PdfObject[], inline: PdfStream | undefined): void {
    const run = this.operators.get(operator)
    if (run) run(this, operands, inline)
    else if (/^[+-.]*\d/.test(operator)) this.problem('illegal-number', operator)
    else this.problem('unknown-operator', operator)
  }

  /** The numbers an operator asks for; undefined, and reported, when they are not there. */
  numbers(operands: readonly PdfObject[], count: number, operator: string): readonly number[] | undefined {
    if (operands.length !== count || !operands.every(item => typeof item === 'number')) {
      this.problem('operands', operator)
      return undefined
    }
    for (const number of operands) if (isTooLarge(number)) this.problem('illegal-number', operator)
    return operands
  }

  problem(code: ContentProblem['code'], detail?: string): void {
    const key = `${code} ${this.object} ${detail ?? ''}`
    if (this.problemsByKey.size < 200 && !this.problemsByKey.has(key))
      this.problemsByKey.set(key, { code, object: this.object, ...(detail !== undefined && { detail }) })
  }

  /** A named resource; reported when it is not there. */
  resource(kind: string, name: string | undefined): { readonly value: PdfObject; readonly object: number } | undefined {
    const entry = name === undefined ? undefined : this.objects.dict(this.resources, kind)?.entries.get(name)
    const value = this.objects.resolve(entry)
    if (value === null) {
      this.problem('missing-resource', `${kind} /${name ?? ''}`)
      return undefined
    }
    return { value, object: asRef(entry)?.number ?? this.object }
  }

  font(name: string | undefined): PdfFont | undefined {
    const resource = this.resource('Font', name)
    const dict = asDict(resource?.value)
    if (!dict || !resource) return undefined
    const font = this.fonts.get(dict) ?? readFont(dict, resource.object, this.objects)
    this.fonts.set(dict, font)
    return font
  }

  /** Reads a space and notes its use. */
  space(value: PdfObject | undefined): ColorSpace {
    const space = this.spaces.read(value, this.resources)
    if (space.family === 'Unknown') this.problem('missing-resource', `ColorSpace /${space.name}`)
    this.uses.spaces.set(space, this.uses.spaces.get(space) ?? { value: space, object: this.object })
    return space
  }

  useState(dict: PdfDict): void {
    this.uses.states.set(dict, { value: dict, object: this.object })
  }

  useXObject(dict: PdfDict, object: number): void {
    this.uses.xobjects.set(dict, { value: dict, object })
  }

  useIntent(name: string): void {
    if (!this.uses.intents.has(name)) this.uses.intents.set(name, { value: name, object: this.object })
  }

  useGroup(use: GroupUse): void {
    this.uses.groups.set(use.object, use)
  }

  /** What is painted within these bounds, `own` being what its kind says of it. */
  paint(bounds: Rect | undefined, own: PaintedOwn): void {
    if (!this.objects.budget.spend('painted')) return
    // Not a spread: before Node 22, V8 takes microseconds for each property that follows one.
    const item: Painted = Object.assign(this.common(bounds), own)
    if (item.kind === 'text') this.usedFonts.add(item.font)
    this.painted.push(item)
  }

  save(): void {
    if (this.saved.length >= MAX_SAVED) {
      this.problem('unbalanced-state', 'q')
      return
    }
    this.saved.push({ ...this.state })
  }

  restore(): void {
    const state = this.saved.pop()
    if (state) this.state = state
    else this.problem('unbalanced-state', 'Q')
  }

  /** What every painted thing says of the state it was painted in. */
  private common(bounds: Rect | undefined) {
    const { state } = this
    return {
      page: this.page,
      object: this.object,
      bounds: bounds && !state.clippedOut ? intersect(bounds, state.clip) : undefined,
      layers: this.layers,
      groups: this.groups,
      groupAlpha: this.groupAlpha,
      groupMixed: this.groupMixed,
      clip: state.clipPath,
      clipUnknown: state.clipUnknown,
      context: this.context,
      overprintFill: state.overprintFill,
      overprintStroke: state.overprintStroke,
      overprintMode: state.overprintMode,
      alphaFill: state.alphaFill,
      alphaStroke: state.alphaStroke,
      blend: state.blend,
      softMask: state.softMask,
    }
  }

  pathBounds(): Rect | undefined {
    return boundsOfCoords(this.path.coords)
  }

  /** The current path, to keep; undefined when the file has had its share. */
  keepOutline(): Outline | undefined {
    const { verbs, coords } = this.path
    return this.objects.budget.afford('points', coords.length / 2) ? { verbs, coords } : undefined
  }

  result() {
    const { spaces, states, xobjects, intents, groups } = this.uses
    return {
      painted: this.painted,
      texts: this.texts,
      problems: [...this.problemsByKey.values()],
      spaces: [...spaces.values()],
      states: [...states.values()],
      xobjects: [...xobjects.values()],
      intents: [...intents.values()],
      groups: [...groups.values()],
      fonts: [...this.usedFonts],
    }
  }

  /** Size of the pixels of an inline image without a filter. */
  private inlineLength(dict: PdfDict): number | undefined {
    const entry = (short: string, long: string): PdfObject | undefined =>
      dict.entries.get(short) ?? dict.entries.get(long)
    if (entry('F', 'Filter') !== undefined) return undefined
    const mask = entry('IM', 'ImageMask') === true
    const channels = mask ? 1 : channelsOf(this.spaces.read(entry('CS', 'ColorSpace'), this.resources))
    const bits = mask ? 1 : (asNumber(entry('BPC', 'BitsPerComponent')) ?? 8)
    return (
      Math.ceil(((asNumber(entry('W', 'Width')) ?? 0) * channels * bits) / 8) * (asNumber(entry('H', 'Height')) ?? 0)
    )
  }
}

/** The largest number readers of PDF 1.6 must take (ISO 32000-1 annex C). */
const isTooLarge = (value: number): boolean => Math.abs(value) > 2147483647
