// Colour spaces (ISO 32000-1 8.6), resolved down to their alternates.
import { createHash } from 'node:crypto'
import { type IccProfile, readIccProfile } from './icc-profile.ts'
import { asArray, asDict, asName, asRef, asStream, type PdfDict, type PdfObject } from './object.ts'
import type { Objects } from './objects.ts'

export type DeviceFamily = 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK'

export type ColorSpace =
  /** `defaulted`: a DefaultGray, DefaultRGB or DefaultCMYK of the resources takes its place. */
  | { readonly family: DeviceFamily; readonly defaulted: boolean }
  | { readonly family: 'CalGray' | 'CalRGB' }
  /** `range`: least and most of a and of b. */
  | { readonly family: 'Lab'; readonly range: readonly number[] }
  | { readonly family: 'ICCBased'; readonly channels: number; readonly object: number; readonly profile?: IccProfile }
  /** `lookup`: a string or a stream of the base's components, a byte each. */
  | { readonly family: 'Indexed'; readonly base: ColorSpace; readonly lookup: PdfObject }
  /** `tint` identifies the tint transform and its alternate: equal texts are equal functions. */
  | { readonly family: 'Separation'; readonly name: string; readonly alternate: ColorSpace; readonly tint: string }
  | {
      readonly family: 'DeviceN'
      readonly names: readonly string[]
      readonly alternate: ColorSpace
      readonly tint: string
      readonly nchannel: boolean
      /** Spot colorants described in `/Colorants`. */
      readonly colorants: readonly string[]
      readonly process: readonly string[]
    }
  | { readonly family: 'Pattern'; readonly base?: ColorSpace }
  | { readonly family: 'Unknown'; readonly name: string }

/** Of inline pictures (ISO 32000-1 table 94). */
const SHORT: Readonly<Record<string, DeviceFamily>> = { G: 'DeviceGray', RGB: 'DeviceRGB', CMYK: 'DeviceCMYK' }

const DEVICE: Readonly<Record<string, DeviceFamily>> = {
  ...SHORT,
  DeviceGray: 'DeviceGray',
  DeviceRGB: 'DeviceRGB',
  DeviceCMYK: 'DeviceCMYK',
}

const MAX_DEPTH = 8

export const device = (family: DeviceFamily): ColorSpace => ({ family, defaulted: false })

export class ColorSpaces {
  private readonly objects: Objects
  /** By object number and by value, so that a space set a thousand times is read once. */
  private readonly known = new Map<PdfObject, ColorSpace>()

  constructor(objects: Objects) {
    this.objects = objects
  }

  /** A space as operators, images, shadings and groups name it. */
  read(value: PdfObject | undefined, resources: PdfDict | undefined, depth = 0): ColorSpace {
    const resolved = this.objects.resolve(value)
    const name = asName(resolved)
    if (name !== undefined) return this.named(name, resources, depth)
    const known = this.known.get(resolved)
    if (known) return known
    const space = this.fromArray(resolved, resources, depth)
    // A base of device colour depends on the resources in force, and is not kept.
    if (!('base' in space)) this.known.set(resolved, space)
    return space
  }

  private named(name: string, resources: PdfDict | undefined, depth: number): ColorSpace {
    const spaces = this.objects.dict(resources, 'ColorSpace')
    // `/G cs` may well name a resource: the short names are those of inline pictures (8.9.7).
    const own = name in SHORT && spaces?.entries.has(name)
    const family = own ? undefined : DEVICE[name]
    if (family) return { family, defaulted: spaces?.entries.has(`Default${family.slice(6)}`) ?? false }
    if (name === 'Pattern') return { family: 'Pattern' }
    const value = spaces?.entries.get(name)
    return value === undefined || depth > MAX_DEPTH
      ? { family: 'Unknown', name }
      : this.read(value, resources, depth + 1)
  }

  private fromArray(value: PdfObject, resources: PdfDict | undefined, depth: number): ColorSpace {
    const items = asArray(value)
    const family = asName(this.objects.resolve(items?.[0])) ?? ''
    if (!items || depth > MAX_DEPTH) return { family: 'Unknown', name: family }
    const alternate = (): ColorSpace => this.read(items[2], resources, depth + 1)
    switch (family) {
      case 'CalGray':
      case 'CalRGB':
        return { family }
      case 'Lab': {
        const range = this.objects.numbers(asDict(this.objects.resolve(items[1])), 'Range')
        return { family, range: range?.length === 4 ? range : [-100, 100, -100, 100] }
      }
      case 'ICCBased':
        return this.icc(items[1])
      case 'I':
      case 'Indexed':
        return {
          family: 'Indexed',
          base: this.read(items[1], resources, depth + 1),
          lookup: this.objects.resolve(items[3]),
        }
      case 'Separation':
        return {
          family,
          name: asName(this.objects.resolve(items[1])) ?? '',
          alternate: alternate(),
          tint: this.tint(items),
        }
      case 'DeviceN':
        return { family, ...this.deviceN(items), alternate: alternate(), tint: this.tint(items) }
      case 'Pattern':
        return items[1] === undefined ? { family } : { family, base: this.read(items[1], resources, depth + 1) }
      default:
        return DEVICE[family] || resources
          ? this.named(family, resources, MAX_DEPTH)
          : { family: 'Unknown', name: family }
    }
  }

  private icc(value: PdfObject | undefined): ColorSpace {
    const stream = asStream(this.objects.resolve(value))
    const channels = this.objects.number(stream?.dict, 'N') ?? 0
    const object = asRef(value)?.number ?? 0
    return { family: 'ICCBased', channels, object, ...(stream && { profile: readIccProfile(stream, this.objects) }) }
  }

  private deviceN(items: readonly PdfObject[]) {
    const names = (this.objects.items(this.objects.resolve(items[1])) ?? []).map(item => asName(item) ?? '')
    const attributes = asDict(this.objects.resolve(items[4]))
    const process = this.objects.array(this.objects.dict(attributes, 'Process'), 'Components')
    return {
      names,
      nchannel: this.objects.name(attributes, 'Subtype') === 'NChannel',
      colorants: [...(this.objects.dict(attributes, 'Colorants')?.entries.keys() ?? [])],
      process: process.map(item => asName(item) ?? ''),
    }
  }

  private tint(items: readonly PdfObject[]): string {
    return `${canonical(items[2], this.objects)} ${canonical(items[3], this.objects)}`
  }
}

const MAX_CANONICAL_DEPTH = 8

/** One text for equal objects, whatever their numbers and the order of their keys; a stream counts by its decoded bytes. */
export function canonical(value: PdfObject | undefined, objects: Objects, depth = 0): string {
  const resolved = objects.resolve(value)
  if (resolved === null || typeof resolved !== 'object') return String(resolved)
  if (depth > MAX_CANONICAL_DEPTH || !objects.budget.spend('tokens')) return '…'
  const inner = (item: PdfObject): string => canonical(item, objects, depth + 1)
  switch (resolved.kind) {
    case 'name':
      return `/${resolved.value}`
    case 'string':
      return `(${Buffer.from(resolved.bytes).toString('hex')})`
    case 'array':
      return `[${resolved.items.map(inner).join(' ')}]`
    case 'dict':
      return `<<${entriesOf(resolved, inner)}>>`
    case 'stream':
      return `<<${entriesOf(resolved.dict, inner)}>>${createHash('sha256').update(objects.decode(resolved).bytes).digest('hex')}`
    case 'ref':
      return 'null'
  }
}

const ENCODING_KEYS: ReadonlySet<string> = new Set(['Length', 'Filter', 'DecodeParms'])

const entriesOf = (dict: PdfDict, inner: (item: PdfObject) => string): string =>
  [...dict.entries.keys()]
    .filter(key => !ENCODING_KEYS.has(key))
    .sort()
    .map(key => `/${key} ${inner(dict.entries.get(key) ?? null)}`)
    .join(' ')

/** Components of a colour in this space; used where a `/Decode` or an image's size asks. */
export function channelsOf(space: ColorSpace): number {
  switch (space.family) {
    case 'DeviceRGB':
    case 'CalRGB':
    case 'Lab':
      return 3
    case 'DeviceCMYK':
      return 4
    case 'ICCBased':
      return space.channels
    case 'DeviceN':
      return space.names.length
    case 'DeviceGray':
    case 'CalGray':
    case 'Indexed':
    case 'Separation':
    case 'Pattern':
    case 'Unknown':
      return 1
  }
}

/** A space and every space it is defined by. */
export function* spacesWithin(space: ColorSpace): Generator<ColorSpace> {
  yield space
  if (space.family === 'Separation' || space.family === 'DeviceN') yield* spacesWithin(space.alternate)
  if ((space.family === 'Indexed' || space.family === 'Pattern') && space.base) yield* spacesWithin(space.base)
}
