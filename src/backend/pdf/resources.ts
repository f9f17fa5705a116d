// The resource dictionary of one content stream: which objects it names, and how.
import type { Dictionary, Ref } from './object.ts'

export type ResourceKind = 'ColorSpace' | 'ExtGState' | 'Font' | 'Pattern' | 'Properties' | 'Shading' | 'XObject'

/** Names carry the object's number, so that a thing has one name in the whole file and equal streams are equal bytes. */
const PREFIX: Readonly<Record<ResourceKind, string>> = {
  ColorSpace: 'C',
  ExtGState: 'G',
  Font: 'F',
  Pattern: 'P',
  Properties: 'O',
  Shading: 'S',
  XObject: 'X',
}

export type Resources = {
  /** The name, slash included, of an object that the stream uses. */
  use(kind: ResourceKind, ref: Ref): string
  dictionary(): Dictionary
}

export function createResources(): Resources {
  const kinds = new Map<ResourceKind, Map<string, Ref>>()
  return {
    use(kind, ref) {
      const named = kinds.get(kind) ?? new Map<string, Ref>()
      kinds.set(kind, named)
      const name = `${PREFIX[kind]}${ref.id}`
      named.set(name, ref)
      return `/${name}`
    },
    dictionary: () => Object.fromEntries([...kinds].map(([kind, named]) => [kind, Object.fromEntries(named)])),
  }
}
