// Optional content: groups, their ISO 19593-1 metadata, and the configurations (ISO 32000-1 8.11).
import { asArray, asBytes, asDict, asName, asRef, type PdfDict, type PdfObject } from './object.ts'
import type { Objects } from './objects.ts'
import { textString } from './text-string.ts'

export type ProcessingStep = {
  /** Undefined when it is absent or not a name. */
  readonly group?: string
  readonly type?: string
  readonly hasType: boolean
}

export type Layer = {
  /** Object number. */
  readonly object: number
  readonly name: string
  readonly step?: ProcessingStep
  readonly hasUsage: boolean
  /** Initially shown by the default configuration. */
  readonly on: boolean
}

export type LayerConfig = {
  readonly name: string
  readonly baseState: string
  readonly hasAutoStates: boolean
  /** Every group listed in `/Order`, flattened; undefined without `/Order`. */
  readonly order?: readonly number[]
}

export type Layers = {
  readonly layers: readonly Layer[]
  /** The default configuration first, then `/Configs`. */
  readonly configs: readonly LayerConfig[]
  readonly hasConfigs: boolean
}

const MAX_DEPTH = 32

export function readLayers(catalog: PdfDict, objects: Objects): Layers {
  const properties = objects.dict(catalog, 'OCProperties')
  if (!properties) return { layers: [], configs: [], hasConfigs: false }
  const main = objects.dict(properties, 'D')
  const off = refs(objects.get(main, 'OFF'))
  const on = refs(objects.get(main, 'ON'))
  const hidden = objects.name(main, 'BaseState') === 'OFF'
  const shown = (number: number): boolean => (hidden ? on.includes(number) : !off.includes(number))
  const others = objects.array(properties, 'Configs').map(asDict)
  return {
    layers: [...new Set(refs(objects.get(properties, 'OCGs')))].map(number =>
      readLayer(number, shown(number), objects),
    ),
    configs: [main, ...others].filter(dict => dict !== undefined).map(dict => readConfig(dict, objects)),
    hasConfigs: properties.entries.has('Configs'),
  }
}

const refs = (value: PdfObject): number[] =>
  (asArray(value) ?? []).map(item => asRef(item)?.number).filter(number => number !== undefined)

const text = (value: PdfObject): string => textString(asBytes(value) ?? new Uint8Array(0))

function readLayer(object: number, on: boolean, objects: Objects): Layer {
  const dict = asDict(objects.resolve({ kind: 'ref', number: object, generation: 0 }))
  const metadata = objects.dict(dict, 'GTS_Metadata')
  return {
    object,
    name: text(objects.get(dict, 'Name')),
    ...(metadata && { step: readStep(metadata, objects) }),
    hasUsage: dict?.entries.has('Usage') ?? false,
    on,
  }
}

function readStep(metadata: PdfDict, objects: Objects): ProcessingStep {
  const group = asName(objects.get(metadata, 'GTS_ProcStepsGroup'))
  const type = asName(objects.get(metadata, 'GTS_ProcStepsType'))
  const hasType = metadata.entries.has('GTS_ProcStepsType')
  return { ...(group !== undefined && { group }), ...(type !== undefined && { type }), hasType }
}

function readConfig(dict: PdfDict, objects: Objects): LayerConfig {
  const order = objects.get(dict, 'Order')
  return {
    name: text(objects.get(dict, 'Name')),
    baseState: objects.name(dict, 'BaseState') ?? 'ON',
    hasAutoStates: dict.entries.has('AS'),
    ...(asArray(order) && { order: flatten(order, objects, 0) }),
  }
}

function flatten(value: PdfObject, objects: Objects, depth: number): number[] {
  if (depth > MAX_DEPTH) return []
  return (asArray(value) ?? []).flatMap(item => {
    const list = asArray(objects.resolve(item))
    if (list) return flatten({ kind: 'array', items: list }, objects, depth + 1)
    const number = asRef(item)?.number
    return number === undefined ? [] : [number]
  })
}
