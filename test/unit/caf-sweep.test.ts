import { describe, expect, it } from 'vitest'
import { designKit } from '../../src/design/design.ts'
import { openWorld } from '../../src/host/world.ts'
import { loadReference } from '../../src/input/reference.ts'
import { layout } from '../../src/layout/layout.ts'
import { PLAIN, readKit } from '../../src/pipeline.ts'
import { loadResources } from '../../src/resources.ts'

const world = openWorld({})
const reference = loadReference(world)

/** Every round piece and every small one, in the ways of making that leave the art the least room. */
const PIECES = [
  'vitrophanie-ronde-150',
  'vitrophanie-ronde-200',
  'vitrophanie-ronde-100',
  'vitrophanie-ronde-300',
  '{ produit: vitrophanie-ronde-200, support: depoli }',
  '{ produit: vitrophanie-ronde-200, support: electrostatique }',
  'vitrophanie-100x100',
  'vitrophanie-150x150',
  'vitrophanie-200x200',
  'vitrophanie-a6',
  '{ produit: vitrophanie-a6, orientation: portrait }',
  'vitrophanie-a5',
  'plaque-200x150',
  '{ produit: plaque-200x150, orientation: portrait }',
  'plaque-a5',
  '{ produit: plaque-300x200, matiere: laiton-2 }',
]

/** What layout refuses, one line each: nothing is drawn, so that hundreds of pieces are tried in seconds. */
async function refused(caf: string, nom: string): Promise<readonly string[]> {
  const source = `structure:\n  nom: ${nom}\n  type: micro-creche\n  caf: ${caf}\nkit: { pieces: [${PIECES.join(', ')}] }\n`
  const { value: kit } = readKit('-', new TextEncoder().encode(source), PLAIN, world)
  const design = kit && designKit(kit, {}, reference, world).value
  if (!design) throw new Error(`the kit of ${caf} is not read`)
  const { resourcesOf } = await loadResources(design, world)
  return layout(design, resourcesOf).flatMap(({ piece, diagnostics }) =>
    diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, message }) => `${caf} ${piece.id}: ${rule}, ${message.fr}`),
  )
}

describe('a structure of any of the 101 Cafs', () => {
  it('gets every round and every small piece', { timeout: 120_000 }, async () => {
    expect(reference.cafs).toHaveLength(101)
    const found: string[] = []
    for (const { code } of reference.cafs) found.push(...(await refused(`"${code}"`, 'Les Lutins')))
    expect(found).toEqual([])
  })
})
