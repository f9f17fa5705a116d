// The `font` shorthand of CSS: `italic 700 12px/1.2 "Source Sans 3", sans-serif`.

const SIZE = /^(?:[\d.]+(?:px|pt|pc|mm|cm|in|em|rem|ex|%)|(?:xx?-)?(?:small|large)|medium)(?:\/\S+)?$/i

/** The longhands it sets; none when it is not understood (a system font such as `caption`). */
export function fontShorthand(value: string): readonly (readonly [property: string, value: string])[] {
  if (value.length > 500) return []
  const words = value.trim().split(/\s+/)
  const at = words.findIndex(word => SIZE.test(word))
  if (at < 0 || at === words.length - 1) return []
  const before = words.slice(0, at).map(word => word.toLowerCase())
  const one = (known: RegExp, initial: string): string => before.find(word => known.test(word)) ?? initial
  return [
    ['font-style', one(/^(italic|oblique)$/, 'normal')],
    ['font-weight', one(/^(bold|bolder|lighter|[1-9]\d{2})$/, '400')],
    ['font-variant', one(/^small-caps$/, 'normal')],
    ['font-stretch', one(/(condensed|expanded)$/, 'normal')],
    ['font-size', (words[at] ?? '').replace(/\/.*$/, '')],
    ['font-family', words.slice(at + 1).join(' ')],
  ]
}
