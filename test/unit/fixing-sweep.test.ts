// Every way of fixing a plaque and of framing a poster, in both orientations: nothing under a screw, nothing under the frame.
import { describe, expect, it } from 'vitest'
import { openWorld } from '../../src/host/world.ts'
import type { Box } from '../../src/model/geometry.ts'
import type { Sheet } from '../../src/model/sheet.ts'
import { PLAIN, prepare, readKit } from '../../src/pipeline.ts'
import { walk } from '../../src/sheet/walk.ts'

const world = openWorld({})

const PLAQUES = ['plaque-300x200', 'plaque-400x300', 'plaque-600x400', 'plaque-a4']
const FIXINGS = ['4-vis', '2-vis', 'entretoises', 'adhesif', 'aucune']
/** A bus shelter hides an inch on each side: of an A3 it would leave too little. */
const POSTERS: readonly (readonly [produit: string, ...frames: string[]])[] = [
  ['affiche-a3', 'cadre-clippant'],
  ['affiche-a1', 'cadre-clippant', 'abribus'],
  ['affiche-1200x1760', 'cadre-clippant', 'abribus'],
]
const WAYS = ['portrait', 'paysage']

async function piecesOf(orders: readonly string[]) {
  const source = `structure:
  nom: Les Petits Explorateurs
  type: micro-creche
  caf: "33"
  adresse: { voie: "12, rue des Tilleuls", code-postal: "33000", commune: Bordeaux }
  site-web: exemple.fr/explorateurs
  horaires: [du lundi au vendredi, de 7 h 30 à 18 h 30]
kit: { pieces: [${orders.join(', ')}] }
`
  const { value: kit } = readKit('-', new TextEncoder().encode(source), PLAIN, world)
  if (!kit) throw new Error('the kit is not read')
  const { pieces, diagnostics } = await prepare(kit, PLAIN, world)
  expect(
    diagnostics.filter(({ severity }) => severity === 'error').map(({ piece, message }) => `${piece}: ${message.fr}`),
  ).toEqual([])
  return pieces
}

/** Where lines of text start, as boxes as high as their capitals. */
const textsOf = (sheet: Sheet): readonly Box[] =>
  [...walk(sheet.marks)].flatMap(({ mark, matrix: [a, , , d, e, f] }) =>
    mark.kind === 'glyphs' ? [{ x: a * mark.x + e, y: d * (mark.y - 0.65 * mark.size) + f, width: 1, height: 1 }] : [],
  )

describe('a plaque', () => {
  it.each(PLAQUES)('%s keeps its texts away from every screw', async produit => {
    const orders = FIXINGS.flatMap(fixation =>
      WAYS.map(way => `{ produit: ${produit}, fixation: ${fixation}, orientation: ${way}, id: ${fixation}-${way} }`),
    )
    const pieces = await piecesOf(orders)
    expect(pieces).toHaveLength(orders.length)
    for (const { piece } of pieces) {
      const [sheet] = piece.faces
      if (!sheet) throw new Error('a piece has no face')
      const holes = /^(4-vis|entretoises)/.test(piece.id) ? 4 : piece.id.startsWith('2-vis') ? 2 : 0
      expect(sheet.holes, piece.id).toHaveLength(holes)
      for (const hole of sheet.holes)
        for (const { x, y } of textsOf(sheet))
          expect(Math.hypot(x - hole.x, y - hole.y), piece.id).toBeGreaterThan(hole.diameter / 2)
    }
  })
})

describe('a poster', () => {
  it.each(POSTERS)('%s keeps its texts in what its frame shows', async (produit, ...frames) => {
    const orders = frames.flatMap(cadre =>
      WAYS.map(way => `{ produit: ${produit}, cadre: ${cadre}, orientation: ${way}, id: ${cadre}-${way} }`),
    )
    const pieces = await piecesOf(orders)
    expect(pieces).toHaveLength(orders.length)
    for (const { piece, design } of pieces) {
      const [sheet] = piece.faces
      if (!sheet) throw new Error('a piece has no face')
      const [top, right, bottom, left] = design.product.hidden
      expect(left, piece.id).toBeGreaterThan(0)
      for (const { x, y } of textsOf(sheet)) {
        expect(x, piece.id).toBeGreaterThan(left)
        expect(x, piece.id).toBeLessThan(sheet.width - right)
        expect(y, piece.id).toBeGreaterThan(top)
        expect(y, piece.id).toBeLessThan(sheet.height - bottom)
      }
    }
  })
})
