// What several peers need of the display list: path data, screen colours, the size of a picture that covers a box.
export const pathData = path => path.map(([command, ...numbers]) => `${command}${numbers.join(' ')}`).join('')

/** Peers without CMYK get the plain conversion: what their users would write. */
export const hex = ([c, m, y, k]) =>
  `#${[c, m, y]
    .map(share =>
      Math.round(2.55 * (100 - share) * (1 - k / 100))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

export const WEIGHT = /(\d{3})$/

export const weightOf = font => Number(WEIGHT.exec(font)?.[1] ?? 400)

/** Source Sans 3, as a share of the size: its `hhea` table. */
export const ASCENT = 1.024
export const DESCENT = 0.4

/** The SVG elements of consecutive shapes. */
export const shapeSvg = ({ path, fill, evenOdd, stroke }) => {
  const rule = evenOdd ? ' fill-rule="evenodd"' : ''
  const dash = stroke?.dash ? ` stroke-dasharray="${stroke.dash.join(' ')}"` : ''
  const look = stroke
    ? `fill="none" stroke="${hex(stroke.ink)}" stroke-width="${stroke.width}"${dash}`
    : `fill="${hex(fill)}"${rule}`
  return `<path ${look} d="${pathData(path)}"/>`
}

/** Items in the order of painting, those of shapes in runs: [[shapes…], text, [shapes…], image, …]. */
export function runs(items) {
  const found = []
  for (const item of items) {
    if (item.kind === 'text' || item.kind === 'image') found.push(item)
    else if (Array.isArray(found.at(-1))) found.at(-1).push(item)
    else found.push([item])
  }
  return found
}
