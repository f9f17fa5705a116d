// Keys that a JSON text says twice in one object: JSON.parse keeps the last one and tells nobody (RFC 8259, 4).

/** A key, or a rank in a list, from the outermost on. */
export type JsonPath = readonly (string | number)[]

type Level =
  | { readonly keys: Set<string>; at: string; isKey: boolean }
  /** A list. */
  | { readonly keys?: undefined; at: number }

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Just after the closing quote of the text that opens at `from`. */
function textEnd(source: string, from: number): number {
  let at = from + 1
  while (at < source.length && source.charCodeAt(at) !== QUOTE) at += source.charCodeAt(at) === BACKSLASH ? 2 : 1
  return at + 1
}

/** @param source JSON that can be parsed */
export function* keysSaidTwice(source: string): Generator<JsonPath> {
  const levels: Level[] = []
  for (let at = 0; at < source.length; at++) {
    const level = levels.at(-1)
    switch (source[at]) {
      case '"': {
        const end = textEnd(source, at)
        if (level?.keys && level.isKey) {
          const key = String(JSON.parse(source.slice(at, end)))
          level.at = key
          level.isKey = false
          if (level.keys.has(key)) yield levels.map(each => each.at)
          level.keys.add(key)
        }
        at = end - 1
        break
      }
      case '{':
        levels.push({ keys: new Set(), at: '', isKey: true })
        break
      case '[':
        levels.push({ at: 0 })
        break
      case '}':
      case ']':
        levels.pop()
        break
      case ',':
        if (level?.keys) level.isKey = true
        else if (level) level.at++
        break
      default:
    }
  }
}
