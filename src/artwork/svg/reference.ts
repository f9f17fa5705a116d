// References inside an SVG: `url(#id)` and `href="#id"`.
import { unresolved, unsafe } from './refusals.ts'
import { report, type Scene } from './scene.ts'
import type { Element } from './xml.ts'

/** The id that `url(#id)` names, quotes allowed, and what follows it. */
export function parseUrl(source: string): { readonly id: string; readonly rest: string } | undefined {
  const written = source.trim()
  const close = written.indexOf(')')
  if (!written.startsWith('url(') || close < 0) return undefined
  const inner = written.slice(4, close).trim()
  const quoted = inner.length > 1 && (inner[0] === '"' || inner[0] === "'") && inner.endsWith(inner[0])
  return { id: idOf(quoted ? inner.slice(1, -1) : inner), rest: written.slice(close + 1).trim() }
}

/** `#id` to `id`; anything else is a link outside, kept as written. */
const idOf = (address: string): string => (address.startsWith('#') ? address.slice(1) : `\0${address}`)

/** The element an id names; a missing or external one is reported. */
export function resolve(id: string, scene: Scene): Element | undefined {
  if (id.startsWith('\0')) {
    report(
      scene,
      unsafe(`il renvoie à un autre fichier (${id.slice(1, 60)})`, `it refers to another file (${id.slice(1, 60)})`),
    )
    return undefined
  }
  const element = scene.byId.get(id)
  if (!element) report(scene, unresolved(id))
  return element
}

/** The element that `href` names. */
export function resolveHref(element: Element, scene: Scene): Element | undefined {
  const href = element.attributes.get('href')?.trim()
  return href === undefined || href === '' ? undefined : resolve(idOf(href), scene)
}
