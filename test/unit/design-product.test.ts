// Products: what people write for them, the catalogue's sizes, options, corners and holes.
import { describe, expect, it } from 'vitest'
import { catalogueOf } from '../../src/design/catalogue.ts'
import { findFormat } from '../../src/design/format.ts'
import { holesInside, holesOf } from '../../src/design/holes.ts'
import { brandOf, designYaml, rulesOf, world } from './design-support.ts'

const catalogue = catalogueOf(world)
const found = (name: string) => findFormat(name, catalogue, undefined)

/** The sizes of the issue, in their natural orientation. */
const SIZES: readonly (readonly [string, number, number])[] = [
  ['vitrophanie-a6', 148, 105],
  ['vitrophanie-a5', 210, 148],
  ['vitrophanie-a4', 297, 210],
  ['vitrophanie-a3', 420, 297],
  ['vitrophanie-100x100', 100, 100],
  ['vitrophanie-150x150', 150, 150],
  ['vitrophanie-200x200', 200, 200],
  ['vitrophanie-300x420', 300, 420],
  ['vitrophanie-ronde-150', 150, 150],
  ['vitrophanie-ronde-200', 200, 200],
  ['plaque-200x150', 200, 150],
  ['plaque-300x200', 300, 200],
  ['plaque-400x300', 400, 300],
  ['plaque-600x400', 600, 400],
  ['plaque-a5', 210, 148],
  ['plaque-a4', 297, 210],
  ['plaque-a3', 420, 297],
  ['affiche-a4', 210, 297],
  ['affiche-a3', 297, 420],
  ['affiche-a2', 420, 594],
  ['affiche-a1', 594, 841],
  ['affiche-a0', 841, 1189],
  ['affiche-400x600', 400, 600],
  ['affiche-500x700', 500, 700],
  ['affiche-600x800', 600, 800],
  ['affiche-1200x1760', 1200, 1760],
]

describe('the catalogue', () => {
  it('holds exactly the sizes announced', () => {
    expect([...catalogue.products.keys()].sort()).toEqual(SIZES.map(([id]) => id).sort())
  })

  it.each(SIZES)('%s is %d × %d mm', (id, width, height) => {
    expect(found(id)).toMatchObject({ value: { id, width, height, catalogue: true, turned: false }, diagnostics: [] })
  })

  it('says where the figures of every family come from', () => {
    for (const [id, family] of catalogue.families) {
      const figures = (['rect', 'round', 'corners'] as const).filter(key => family[key] !== undefined)
      const wanted = [...figures, 'distance', ...(Object.keys(family.fixings).length > 0 ? ['fixings'] : [])]
      expect(Object.keys(family.sources), id).toEqual(expect.arrayContaining(wanted))
    }
  })
})

describe('names as people write them', () => {
  it.each([
    ['Vitrophanie A5', 'vitrophanie-a5'],
    ['VITROPHANIE_A5', 'vitrophanie-a5'],
    ['plaque 300 × 200', 'plaque-300x200'],
    ['plaque-300x200mm', 'plaque-300x200'],
    ['vitrophanie ronde 150', 'vitrophanie-ronde-150'],
    ['vitrophanie-148x210', 'vitrophanie-a5'],
  ])('%s is %s', (written, id) => {
    expect(found(written)).toMatchObject({ value: { id }, diagnostics: [] })
  })

  it.each([
    ['plaque-200x300', 'plaque-300x200', 'portrait', [200, 300]],
    ['affiche-800x600', 'affiche-600x800', 'paysage', [800, 600]],
    ['vitrophanie-420x300', 'vitrophanie-300x420', 'paysage', [420, 300]],
    ['vitrophanie-148x210', 'vitrophanie-a5', 'portrait', [148, 210]],
  ] as const)('%s is %s turned to %s', (written, id, orientation, [width, height]) => {
    const [piece] = designYaml({ pieces: `[${written}]` }).value?.pieces ?? []
    expect(piece).toMatchObject({ id: `${id}-${orientation}`, product: { id, orientation, width, height } })
  })

  it('takes a free size, and says so', () => {
    const { value, diagnostics } = found('plaque-350x250')
    expect(value).toMatchObject({ id: 'plaque-350x250', width: 350, height: 250, catalogue: false, natural: 'paysage' })
    expect(diagnostics).toMatchObject([{ rule: 'free-size', severity: 'note' }])
    expect(diagnostics[0]?.message.fr).toBe('produit hors catalogue\u00a0: Plaque 350\u00a0×\u00a0250\u00a0mm')
  })

  it.each([
    ['plaque-30x20', 'plaque-300x200'],
    ['plaque-30x20cm', 'plaque-300x200'],
    ['vitrophanie-15x15', 'vitrophanie-150x150'],
    ['vitrophanie-ronde-15', 'vitrophanie-ronde-150'],
    ['affiche-120x176', 'affiche-1200x1760'],
    ['affiche-1,2x1,76m', 'affiche-1200x1760'],
    ['affiche-0.6x0.8', 'affiche-600x800'],
  ])('%s is meant in millimetres: %s', (written, meant) => {
    const { value, diagnostics } = found(written)
    expect(value).toBeUndefined()
    expect(diagnostics).toMatchObject([{ rule: 'size-units', message: { fr: expect.stringContaining(meant) } }])
  })

  it.each([
    ['plaque-9000x9000', 'size-limits'],
    ['plaque-300.5x200', 'size-limits'],
    ['plaque-ronde-200', 'size-limits'],
    ['vitrophanie-ronde-2000', 'size-limits'],
    ['plake-a4', 'unknown-product'],
    ['affiche-a7', 'unknown-product'],
    ['kakemono-800x2000', 'unknown-product'],
    ['plaque', 'unknown-product'],
    ['__proto__', 'unknown-product'],
    ['', 'unknown-product'],
  ])('%s is refused: %s', (written, rule) => {
    const { value, diagnostics } = found(written)
    expect(value).toBeUndefined()
    expect(diagnostics.map(diagnostic => diagnostic.rule)).toEqual([rule])
  })

  it.each([
    ['plake-a4', 'plaque-a4'],
    ['vitrophanie-150', 'vitrophanie-ronde-150'],
    ['affiche-a7', 'affiche-a3'],
  ])('%s proposes %s', (written, near) => {
    expect(found(written).diagnostics[0]?.hint?.fr).toContain(near)
  })
})

describe('a vitrophanie', () => {
  it('is mirrored, white under what is painted, cut on its trim by default', () => {
    const [piece] = designYaml({ pieces: '[vitrophanie-a5]' }).value?.pieces ?? []
    expect(piece?.product).toMatchObject({
      faces: [{ name: 'recto', mirrored: true, inkOrder: ['CMYK', 'White'] }],
      white: 'art',
      cut: true,
      holes: [],
      cornerRadius: 0,
    })
    expect(piece?.order).toEqual({ pose: 'interieur', support: 'transparent' })
  })

  it.each([
    ['support: blanc', 'film-side'],
    ['support: micro-perforé', 'film-side'],
    ['support: microperfore-70-30', 'film-side'],
    ['pose: recto-verso, support: blanc', 'film-side'],
    ['pose: recto-verso, support: micro perforé', 'film-side'],
    ['pose: recto-verso, support: dépoli', 'film-side'],
    ['pose: dehors', 'product-option'],
    ['matiere: dibond-3', 'product-option'],
    ['fixation: 4-vis', 'product-option'],
    ['rayon-angles: 90', 'corner-radius'],
  ])('with %s is refused, never printed as the default: %s', (option, rule) => {
    const { value, diagnostics } = designYaml({ pieces: `[{ produit: vitrophanie-a5, ${option} }, affiche-a3]` })
    expect(value?.pieces.map(({ id }) => id)).toEqual(['affiche-a3'])
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
      { rule, piece: 'vitrophanie-a5' },
    ])
  })

  it.each([
    ['support: blanc', 'blanc'],
    ['pose: recto-verso, support: blanc', 'recto-verso'],
    ['support: micro-perforé', 'micro-perforé'],
  ])('with %s tells where the refused option is written', (option, word) => {
    const { diagnostics } = designYaml({ pieces: `[{ produit: vitrophanie-a5, ${option} }]` })
    const found = diagnostics.find(({ rule }) => rule === 'film-side')
    expect(found?.at).toMatchObject({ file: 'kit.yaml', length: word.length })
    expect(found?.hint?.fr).toBe('écrivez `pose: exterieur`, ou `support: transparent`')
  })

  it('of cling film outdoors is made, with a warning', () => {
    const outdoors = designYaml({ pieces: '[{ produit: vitrophanie-a5, support: electrostatique, pose: exterieur }]' })
    expect(outdoors.value?.pieces).toHaveLength(1)
    expect(rulesOf(outdoors, 'warning')).toContain('film-weather')
    const indoors = designYaml({ pieces: '[{ produit: vitrophanie-a5, support: electrostatique }]' })
    expect(rulesOf(indoors, 'warning')).not.toContain('film-weather')
  })

  const INSIDE = { mirrored: true, inkOrder: ['CMYK', 'White'] }
  const OUTSIDE = { mirrored: false, inkOrder: ['White', 'CMYK'] }
  const ON_WHITE = { mirrored: false, inkOrder: ['CMYK'] }

  it.each([
    ['pose: intérieur', [{ name: 'recto', ...INSIDE }], 'art', 0, 0],
    ['pose: extérieur', [{ name: 'recto', ...OUTSIDE }], 'art', 0, 0],
    [
      'pose: recto verso',
      [
        { name: 'recto', ...INSIDE },
        { name: 'verso', ...OUTSIDE },
      ],
      'art',
      0,
      0,
    ],
    ['support: dépoli', [{ name: 'recto', mirrored: true, inkOrder: [] }], 'none', 0, 0],
    ['support: dépoli, pose: exterieur', [{ name: 'recto', mirrored: false, inkOrder: [] }], 'none', 0, 0],
    ['support: électrostatique', [{ name: 'recto', ...INSIDE }], 'art', 5, 0],
    ['pose: exterieur, support: electrostatique', [{ name: 'recto', ...OUTSIDE }], 'art', 5, 0],
    [
      'pose: recto-verso, support: electrostatique',
      [
        { name: 'recto', ...INSIDE },
        { name: 'verso', ...OUTSIDE },
      ],
      'art',
      5,
      0,
    ],
    ['pose: exterieur, support: blanc', [{ name: 'recto', ...ON_WHITE }], 'none', 0, 0],
    ['pose: exterieur, support: micro-perforé', [{ name: 'recto', ...ON_WHITE }], 'none', 0, 50],
    ['pose: exterieur, support: microperfore-70-30', [{ name: 'recto', ...ON_WHITE }], 'none', 0, 30],
  ])('with %s has its faces, white, border and smallest text', (option, faces, white, border, points) => {
    const { value, diagnostics } = designYaml({ pieces: `[{ produit: vitrophanie-a5, ${option} }]` })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const product = value?.pieces[0]?.product
    expect(product).toMatchObject({ faces, white, border, art: option.includes('dépoli') ? 'cut' : 'printed' })
    expect(product?.minText).toBeCloseTo((points * 25.4) / 72, 3)
  })
})

describe('a plaque', () => {
  it('has four holes Ø 5 at 1.4 u from both edges, keep-out Ø 2.2 u', () => {
    const [piece] = designYaml({ pieces: '[plaque-300x200]' }).value?.pieces ?? []
    const u = 200 / 24
    const inset = Math.round(1.4 * u * 1000) / 1000
    expect(piece?.product.holes.map(({ x, y }) => [x, y])).toEqual([
      [inset, inset],
      [Math.round((300 - 1.4 * u) * 1000) / 1000, inset],
      [inset, Math.round((200 - 1.4 * u) * 1000) / 1000],
      [Math.round((300 - 1.4 * u) * 1000) / 1000, Math.round((200 - 1.4 * u) * 1000) / 1000],
    ])
    for (const hole of piece?.product.holes ?? []) expect(hole).toMatchObject({ diameter: 5, keepOut: 18.333 })
    expect(piece?.product).toMatchObject({
      faces: [{ name: 'recto', mirrored: false, inkOrder: ['CMYK'] }],
      white: 'none',
      cut: true,
    })
  })

  it.each([
    [
      'plaque-300x200',
      [
        [11.667, 100],
        [288.333, 100],
      ],
    ],
    [
      'plaque-200x300',
      [
        [100, 11.667],
        [100, 288.333],
      ],
    ],
  ])('%s with two screws has them on its short sides', (product, places) => {
    const [piece] = designYaml({ pieces: `[{ produit: ${product}, fixation: 2-vis }]` }).value?.pieces ?? []
    expect(piece?.product.holes.map(({ x, y }) => [x, y])).toEqual(places)
  })

  it.each(['adhesif', 'aucune', 'Adhésif'])('with %s has no hole', fixation => {
    const [piece] = designYaml({ pieces: `[{ produit: plaque-300x200, fixation: ${fixation} }]` }).value?.pieces ?? []
    expect(piece?.product.holes).toEqual([])
  })

  it('takes a corner radius, and notes it in the order', () => {
    const [piece] = designYaml({ pieces: '[{ produit: plaque-300x200, rayon-angles: 5 }]' }).value?.pieces ?? []
    expect(piece?.product.cornerRadius).toBe(5)
    expect(piece?.order).toEqual({ matiere: 'dibond-3', fixation: '4-vis', 'rayon-angles': '5' })
  })

  it.each([
    ['plaque-300x200', 'rayon-angles: 60', 'corner-radius'],
    ['plaque-300x200', 'matiere: pmma-transparent-3', undefined],
    ['plaque-300x200', 'matiere: pmma-7', 'product-option'],
    ['plaque-100x400', 'fixation: 4-vis', undefined],
    ['affiche-a3', 'rayon-angles: 5', 'product-option'],
    ['vitrophanie-ronde-150', 'rayon-angles: 5', 'product-option'],
  ])('%s with %s: %s', (product, option, rule) => {
    expect(rulesOf(designYaml({ pieces: `[{ produit: ${product}, ${option} }]` }), 'error')).toEqual(
      rule === undefined ? [] : [rule],
    )
  })

  it.each([
    ['decoupe: forme, decalage: 4', undefined],
    ['decoupe: forme, decalage: 21', 'cut-offset'],
    // The standard profile's blade turns on 2 mm.
    ['decoupe: forme, decalage: 1.5', 'cut-offset'],
    ['decoupe: forme, decalage-support: 4', 'product-option'],
    ['decoupe: forme-support, decalage-support: 4', undefined],
    ['decoupe: forme-support, decalage-support: 0.5', 'cut-offset'],
    ['decoupe: forme-pleine-chair, decalage: 2', undefined],
    ['decoupe: forme-pleine-chair, decalage-support: 2', 'product-option'],
    ['decoupe: mi-chair, decalage: 4', 'product-option'],
    ['decalage: 4', 'product-option'],
    ['decoupe: forme-support, pose: recto-verso', 'film-side'],
  ])('vitrophanie-a5 with %s: %s', (option, rule) => {
    expect(rulesOf(designYaml({ pieces: `[{ produit: vitrophanie-a5, ${option} }]` }), 'error')).toEqual(
      rule === undefined ? [] : [rule],
    )
  })

  it('takes the offsets of a cut around the art, and notes them in the order', () => {
    const order = 'decoupe: forme-support, decalage: 3, decalage-support: 5'
    const [piece] = designYaml({ pieces: `[{ produit: vitrophanie-a5, ${order} }]` }).value?.pieces ?? []
    expect(piece?.product.kissCut).toMatchObject({ along: 'art', offset: 3, follow: 5, margin: 2 })
    expect(piece?.order).toMatchObject({ decoupe: 'forme-support', decalage: '3', 'decalage-support': '5' })
  })

  it('keeps its holes on the material whatever its size', () => {
    const fixing = catalogue.family('plaque')?.fixings['4-vis']?.holes
    if (!fixing) throw new Error('no 4-vis')
    const { module } = brandOf().spec
    for (const [, width, height] of SIZES.filter(([id]) => id.startsWith('plaque'))) {
      const plate = { width, height, cornerRadius: 10, u: Math.min(width, height) / module.short, holeEdge: 0 }
      expect(holesInside(holesOf(fixing, plate), plate)).toBe(true)
      const large = { ...plate, cornerRadius: Math.min(width, height) / 2 }
      expect(holesInside(holesOf(fixing, large), large)).toBe(false)
    }
  })

  it('moves its holes inwards where the material would break at its edge', () => {
    const kit = (matiere: string) => `[{ produit: plaque-200x150, matiere: ${matiere} }]`
    const inset = (matiere: string) => designYaml({ pieces: kit(matiere) }).value?.pieces[0]?.product.holes[0]?.x
    // 8 mm of PMMA beside a hole of 5 mm; 1.4 u leaves enough of any other material.
    expect(inset('pmma-blanc-3')).toBe(10.5)
    expect(inset('dibond-3')).toBe(8.75)
  })

  it('leaves 3 mm around the head of a screw, however small the plaque', () => {
    const [piece] = designYaml({ pieces: '[plaque-200x150]' }).value?.pieces ?? []
    for (const { keepOut } of piece?.product.holes ?? []) expect(keepOut).toBe(15)
  })

  it.each(['pmma-transparent-3', 'pmma-transparent-5'])(
    'of %s is printed on its back: mirrored, white last',
    matiere => {
      const [piece] = designYaml({ pieces: `[{ produit: plaque-300x200, matiere: ${matiere} }]` }).value?.pieces ?? []
      const faces = [{ name: 'recto', mirrored: true, inkOrder: ['CMYK', 'White'] }]
      expect(piece?.product).toMatchObject({ faces, white: 'art', art: 'printed', clear: true })
    },
  )
})

describe('the side of a pane', () => {
  const poseOf = (pose: string) =>
    designYaml({ pieces: `[{ produit: vitrophanie-a5, pose: ${JSON.stringify(pose)} }]` }).value?.pieces[0]?.order.pose

  it.each([
    [
      'interieur',
      'intérieure',
      'Intérieur',
      'intérieurs',
      'Int.',
      'Pose intérieure',
      'côté intérieur',
      'à l’intérieur',
    ],
    ['exterieur', 'Extérieure', 'extérieures', 'EXT', "à l'extérieur", 'face extérieure'],
    ['recto-verso', 'recto verso', 'Recto/Verso', 'rectoverso'],
  ])('is %s as people write it', (value, ...written) => {
    for (const each of written) expect(poseOf(each), each).toBe(value)
  })

  it('is not guessed: a double face may be a glue', () => {
    for (const each of ['double face', 'dehors', 'in', 'pose']) expect(poseOf(each), each).toBeUndefined()
  })
})

describe('a thickness', () => {
  it('is proposed as people write it, and read so', () => {
    const hintsOf = (matiere: string) =>
      designYaml({ pieces: `[{ produit: plaque-300x200, matiere: ${matiere} }]` }).diagnostics.map(
        ({ hint }) => hint?.fr,
      )
    expect(hintsOf('bois').join(' ')).toContain('`inox-1.5`')
    expect(rulesOf(designYaml({ pieces: '[{ produit: plaque-300x200, matiere: inox-1.5 }]' }), 'error')).toEqual([])
  })
})
