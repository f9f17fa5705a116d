// `--set path=value`: a value over the file's, at a path written as in the file.
import { type Outcome, text } from '../model/diagnostic.ts'
import { diagnose } from './diagnose.ts'
import { loosen } from './loose.ts'
import { plain } from './nearest.ts'
import { childPath, type PlacedValue, parseYaml } from './yaml.ts'

export type Setting = { readonly path: string; readonly value: string }

const nameOf = ({ path, value }: Setting): string => `--set ${path}=${value}`

/** `[a, b]` and `{ a: b }` are read as YAML; anything else is the text itself. */
function readValue(setting: Setting, file: string): Outcome<PlacedValue> {
  if (/^\s*[[{]/.test(setting.value)) return parseYaml(setting.value, file)
  return { value: { data: setting.value, spans: {}, sources: () => undefined }, diagnostics: [] }
}

/** Whether it gives all the pieces of a kit, whatever the kit says of them. */
export const setsPieces = ({ path }: Setting): boolean => path.split('.').map(plain).join('.') === 'kit.pieces'

/** The value of one setting in the shape of a kit: `structure.nom=x` is `{ structure: { nom: x } }`. */
function nest(base: unknown, keys: readonly string[], inner: unknown): unknown {
  const [key, ...rest] = keys
  if (key === undefined) return inner
  if (Array.isArray(base) && /^\d+$/.test(key)) {
    const items: readonly unknown[] = base
    const index = Math.min(Number(key), items.length)
    return [...items.slice(0, index), nest(items[index], rest, inner), ...items.slice(index + 1)]
  }
  const holder: object = Object(base)
  const before =
    typeof base === 'object' && base !== null && Object.hasOwn(holder, key) ? Reflect.get(holder, key) : undefined
  const others = typeof base === 'object' && base !== null && !Array.isArray(base) ? base : {}
  return { ...others, [key]: nest(before, rest, inner) }
}

function applyOne(base: PlacedValue, setting: Setting): Outcome<PlacedValue> {
  const file = nameOf(setting)
  const at = { file, line: 1, column: 1, length: 0 }
  const keys = setting.path.split('.').map(plain)
  if (keys.some(key => key === '')) {
    const message = text(`\`${setting.path}\` n’est pas un chemin`, `\`${setting.path}\` is not a path`)
    const hint = text('écrivez-le comme `structure.adresse.commune`', 'write it as `structure.adresse.commune`')
    return { value: base, diagnostics: [diagnose('set-path', at, message, { hint })] }
  }
  const read = readValue(setting, file)
  if (!read.value) return { value: base, diagnostics: read.diagnostics }
  const { value, diagnostics } = loosen(read.value)
  const path = keys.reduce((before, key) => childPath(before, key), '')
  const data = nest(base.data, keys, value?.data)
  const parents = keys.map((_, index) => keys.slice(0, index + 1).join('.'))
  const missing = parents.filter(parent => !base.spans[parent]).flatMap(parent => [parent, `${parent}#key`])
  const spans = Object.fromEntries([...missing, path, `${path}#key`].map(key => [key, at]))
  const kept = Object.entries(base.spans).filter(([key]) => !key.startsWith(`${path}.`))
  const places = Object.assign(Object.create(null), Object.fromEntries(kept), spans)
  const found = diagnostics.map(each => ({ ...each, at }))
  return { value: { data, spans: places, sources: () => undefined }, diagnostics: [...read.diagnostics, ...found] }
}

/** The settings in their order, the last one winning. */
export function applySettings(base: PlacedValue, settings: readonly Setting[]): Outcome<PlacedValue> {
  return settings.reduce<{ value: PlacedValue; diagnostics: Outcome<PlacedValue>['diagnostics'] }>(
    ({ value, diagnostics }, setting) => {
      const next = applyOne(value, setting)
      return { value: next.value ?? value, diagnostics: [...diagnostics, ...next.diagnostics] }
    },
    { value: base, diagnostics: [] },
  )
}
