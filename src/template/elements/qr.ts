// A QR code: black alone, one path, level Q. Its box is the code itself; the quiet zone of 4 modules lies around it.
import encodeQR from 'qr'
import { z } from 'zod'
import { text } from '../../model/diagnostic.ts'
import { allEdges, outset, type Path, type Segment } from '../../model/geometry.ts'
import { BLACK } from '../../model/ink.ts'
import { type Mm, roundMm } from '../../model/length.ts'
import { createLru } from '../../text/lru.ts'
import { expression } from '../box.ts'
import { defineElement } from '../element.ts'

/** ISO/IEC 18004: a QR code wants 4 modules of clear space on each side. */
const QUIET_MODULES = 4

/** Longest text that stays readable on a sign: version 10 at level Q holds 151 bytes. */
const MAX_BYTES = 150

/** The faces of a kit share a code, and its measure is asked for many times over. */
const KEPT = 30

const matrices = createLru<readonly (readonly boolean[])[]>(KEPT)

const matrixOf = (payload: string): readonly (readonly boolean[])[] =>
  matrices(payload, () => {
    // The library draws at least one light module around the code.
    const bordered = encodeQR(payload, 'raw', { ecc: 'quartile', border: 1 })
    return bordered.slice(1, -1).map(row => row.slice(1, -1))
  })

/** Dark modules as horizontal runs, in one path so that no seam shows between rows. Rounded. */
function codePath(matrix: readonly (readonly boolean[])[], x: Mm, y: Mm, module: Mm): Path {
  const segments: Segment[] = []
  const sides = Array.from({ length: matrix.length + 1 }, (_, column) => roundMm(x + column * module))
  for (const [row, cells] of matrix.entries()) {
    const [top, bottom] = [roundMm(y + row * module), roundMm(y + row * module + module)]
    for (let start = 0; start < cells.length; start += 1) {
      if (!cells[start]) continue
      let end = start
      while (cells[end]) end += 1
      const [left = 0, right = 0] = [sides[start], sides[end]]
      segments.push(['M', left, top], ['L', right, top], ['L', right, bottom], ['L', left, bottom], ['Z'])
      start = end
    }
  }
  return segments
}

/** Non-ASCII characters of an address are percent-encoded: readers disagree on the charset of raw bytes. */
const asciiPayload = (payload: string): string =>
  /^https?:/i.test(payload) ? encodeURI(decodeSafely(payload)) : payload

function decodeSafely(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}

export const qr = defineElement({
  about: 'un code QR ; la valeur est ce qu’il dit, en général `{structure.qr}`',
  main: z.string(),
  props: { size: expression.describe('côté du code, sans sa marge blanche') },
  prepare(content, props, scope) {
    const value = scope.fill(content)
    if (!value) return undefined
    const payload = asciiPayload(value.text)
    if (new TextEncoder().encode(payload).length > MAX_BYTES) {
      scope.problem({
        rule: 'qr-too-long',
        message: text(
          `l’adresse du code QR est trop longue (${payload.length} caractères, ${MAX_BYTES} au plus)`,
          `the QR code’s address is too long (${payload.length} characters, ${MAX_BYTES} at most)`,
        ),
        hint: text('donnez une adresse plus courte dans `qr`', 'give a shorter address in `qr`'),
        ...(value.from ? { at: value.from } : {}),
      })
      return undefined
    }
    const size = scope.number(props.size)
    const matrix = matrixOf(payload)
    const module = size / matrix.length
    return {
      style: { width: size, height: size },
      says: { content: payload, ...(value.from ? { from: value.from } : {}) },
      outlines: box => [codePath([[true]], box.x, box.y, box.width)],
      lower(box) {
        const quiet = outset(box, allEdges(QUIET_MODULES * module))
        return [
          {
            kind: 'group',
            name: 'qr',
            alt: `QR : ${payload}`,
            ...(value.from ? { from: value.from } : {}),
            qr: {
              payload,
              module: roundMm(module),
              box: {
                x: roundMm(quiet.x),
                y: roundMm(quiet.y),
                width: roundMm(quiet.width),
                height: roundMm(quiet.height),
              },
            },
            marks: [
              {
                kind: 'path',
                path: codePath(matrix, box.x, box.y, module),
                fill: BLACK,
                ...(value.from ? { from: value.from } : {}),
              },
            ],
          },
        ]
      },
    }
  },
})
