// Each small SVG becomes marks, is drawn back in soft-proofed colours, and is compared with a renderer's drawing of its source.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSvg } from '../../src/artwork/svg.ts'
import { openProfile } from '../../src/color/profile.ts'
import type { Font, Profile } from '../../src/model/assets.ts'
import { parseFont } from '../../src/text/font.ts'
import { drawArtwork } from '../artwork/draw.ts'
import { type Difference, difference, FONTS, pressed, render, WIDTH } from '../artwork/judge.ts'

const FOLDER = new URL('../artwork/svg/', import.meta.url)
const CHROMIUM = new URL('../artwork/chromium/', import.meta.url)
const PAGE = new URL('../../docs/logos.fr.md', import.meta.url)
const files = readdirSync(FOLDER).filter(file => file.endsWith('.svg'))

let profile: Profile
let fonts: readonly Font[]
beforeAll(async () => {
  profile = await openProfile(
    'test',
    readFileSync(new URL('../../assets/profiles/ISOcoated_v2_300_bas.icc', import.meta.url)),
  )
  fonts = FONTS.map((path, index) => parseFont(`logo-${index}`, readFileSync(path)))
})

/** ΔE over the whole picture; 99 % of the pixels. */
const LIMIT: Difference = { mean: 0.8, most: 3 }

/** Where the judge itself is not exact, and why. */
const LOOSE: Readonly<Record<string, number>> = {
  // resvg and Chromium draw tiles as pixels, which softens their edges.
  'pattern.svg': 20,
  'pattern-transform.svg': 20,
  'pattern-href.svg': 20,
  'pattern-offset.svg': 20,
  'pattern-bbox.svg': 20,
  // A black shadow is black ink alone: half of it looks darker than half a black on a screen.
  'filter-shadow-merge.svg': 6,
  // Chromium blurs with another window.
  'filter-css-shadow.svg': 12,
  // Chromium hints letters and turns each by whole angles.
  'text-on-path.svg': 20,
  'text-on-path-middle.svg': 6,
  'text-postscript-name.svg': 8,
  'text-transform-case.svg': 6,
  'logo-inkscape-mairie.svg': 4.5,
}

/** Chromium's drawing where resvg lacks the feature or is mistaken; resvg's elsewhere. */
async function reference(file: string, source: string): Promise<{ judge: string; pixels: Uint8Array }> {
  const picture = new URL(file.replace(/svg$/, 'png'), CHROMIUM)
  if (!existsSync(picture)) return { judge: 'resvg', pixels: render(source) }
  const pixels = await sharp(readFileSync(picture)).resize(WIDTH).ensureAlpha().raw().toBuffer()
  return { judge: 'Chromium', pixels }
}

const rows: string[] = []

const figure = (value: number): string => value.toFixed(2).replace('.', ',')

describe('an SVG drawn from its marks looks like its source', () => {
  it.each(files)('%s', async file => {
    const bytes = readFileSync(new URL(file, FOLDER))
    const { value, diagnostics } = await readSvg(bytes, { name: file, fonts }, profile)
    expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([])
    if (!value) throw new Error('no artwork')
    const { judge, pixels } = await reference(file, bytes.toString())
    const drawn = render(await drawArtwork(value, profile))
    expect(drawn.length).toBe(pixels.length)
    const { mean, most } = difference(pressed(pixels, profile), drawn)
    const note = value.effects.size > 0 ? 'image à 600 ppp' : 'vecteurs'
    rows.push(`| \`${file}\` | ${judge} | ${note} | ${figure(mean)} | ${figure(most)} |`)
    expect(mean).toBeLessThan(LIMIT.mean)
    expect(most).toBeLessThan(LOOSE[file] ?? LIMIT.most)
  })
})

afterAll(() => {
  if (process.env.UPDATE !== '1' || rows.length !== files.length) return
  const vectors = rows.filter(row => row.includes('vecteurs')).length
  writeFileSync(
    PAGE,
    `# Fidélité des logos

Cette page est écrite par un test (\`UPDATE=1 npx vitest run test/unit/artwork-svg.test.ts\`).

Chaque fichier de \`test/artwork/svg\` est lu, traduit en tracés et en encres, redessiné dans les couleurs de la presse, puis
comparé au dessin de sa source par un moteur indépendant : resvg, ou Chromium là où resvg ne connaît pas la fonction. L’écart
est un ΔE 1976, pixel à pixel, sur 400 pixels de large : sa moyenne, et la valeur que 99 % des pixels ne dépassent pas. Au-delà
de ${figure(LIMIT.mean)} en moyenne ou de ${figure(LIMIT.most)} à 99 %, le test échoue, sauf pour les fichiers où le juge lui-même n’est pas exact (ils sont nommés
dans le test, avec la raison).

${files.length} fichiers : ${vectors} entièrement en vecteurs, ${files.length - vectors} dont un effet devient une image.

| fichier | juge | peint en | ΔE moyen | ΔE à 99 % |
|---|---|---|---|---|
${[...rows].sort().join('\n')}
`,
  )
})
