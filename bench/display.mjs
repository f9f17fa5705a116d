// A Sheet of ours as a plain list of things to draw, in mm from the corner of the page, for peers: the same content.
// They get positions, sizes and line breaks already found, no technical plate and no mirror. All of it is in their favour.

const IDENTITY = [1, 0, 0, 1, 0, 0]

const multiply = ([a, b, c, d, e, f], [A, B, C, D, E, F]) => [
  a * A + c * B,
  b * A + d * B,
  a * C + c * D,
  b * C + d * D,
  a * E + c * F + e,
  b * E + d * F + f,
]

const place = ([a, b, c, d, e, f], x, y) => [round(a * x + c * y + e), round(b * x + d * y + f)]

const round = value => Math.round(value * 1000) / 1000

const placePath = (path, matrix) =>
  path.map(([command, ...numbers]) => {
    const points = []
    for (let at = 0; at < numbers.length; at += 2) points.push(...place(matrix, numbers[at], numbers[at + 1]))
    return [command, ...points]
  })

const inkOf = paint => (paint?.kind === 'cmyk' ? [paint.c, paint.m, paint.y, paint.k] : undefined)

/** `code`: inside a QR code; `clip`: the path that cuts a picture. Other clips cut nothing that is there. */
function* drawn(marks, matrix, { code, clip }) {
  for (const mark of marks) {
    if (mark.kind === 'group') {
      if (mark.layer !== undefined && mark.layer !== 'art') continue
      const inner = multiply(matrix, mark.transform ?? IDENTITY)
      const within = { code: code || mark.qr !== undefined, clip: mark.clip ? placePath(mark.clip.path, inner) : clip }
      yield* drawn(mark.marks, inner, within)
    } else if (mark.kind === 'path') yield pathItem(mark, matrix, code)
    else if (mark.kind === 'glyphs') yield textItem(mark, matrix)
    else yield imageItem(mark, matrix, clip)
  }
}

/** The box of an upright picture, and the path that cuts it: the photo is the only one that kits have. */
function imageItem({ matrix: own }, matrix, clip) {
  const [width, , , height, x, y] = multiply(matrix, own).map(round)
  return { kind: 'image', x, y, width, height, clip }
}

const pathItem = ({ path, fill, fillRule, stroke }, matrix, code) => ({
  kind: code ? 'code' : 'path',
  path: placePath(path, matrix),
  fill: inkOf(fill),
  evenOdd: fillRule === 'evenodd',
  ...(stroke && { stroke: { ink: inkOf(stroke.paint), width: stroke.width, dash: stroke.dash?.lengths } }),
})

function textItem({ text, font, size, x, y, fill }, matrix) {
  const [left, baseline] = place(matrix, x, y)
  return { kind: 'text', text, font, size, x: left, y: baseline, fill: inkOf(fill) }
}

/** Only right-reading sheets: a mirrored one is turned back, as peers draw it. */
export function displayOf({ id, faces: [sheet] }) {
  const [top, right, bottom, left] = sheet.bleed
  const page = [1, 0, 0, 1, left, top]
  const upright = sheet.mirrored ? multiply(page, [-1, 0, 0, 1, sheet.width, 0]) : page
  return {
    id,
    width: round(sheet.width + left + right),
    height: round(sheet.height + top + bottom),
    items: [...drawn(sheet.marks, upright, { code: false })],
  }
}
