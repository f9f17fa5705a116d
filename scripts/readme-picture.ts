// Composes the pictures of the README and of the guide from the PNGs that the tool itself renders:
// `npx tsx scripts/readme-picture.ts`.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp, { type OverlayOptions, type Sharp } from 'sharp'
import { openWorld } from '../src/host/world.ts'
import { PLAIN, prepare, type RenderOptions, readKit, write } from '../src/pipeline.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const images = join(root, 'docs/images')

type Picture = { readonly png: Buffer; readonly width: number; readonly height: number }
type Placed = Picture & { readonly left: number; readonly top: number }
type Hole = { readonly x: number; readonly y: number; readonly diameter: number }
/** A rendered piece; `line` is how far below its top the coloured field ends, in pixels. */
type Rendered = Picture & { readonly line: number; readonly holes: readonly Hole[] }

/** Drawn larger than shown, then reduced: smooth discs and letters. */
const OVERSAMPLING = 3

const reduce = async (png: Buffer): Promise<Picture> => {
  const { width } = await sharp(png).metadata()
  const reduced = await sharp(png)
    .resize({ width: Math.round(width / OVERSAMPLING) })
    .png()
    .toBuffer({ resolveWithObject: true })
  return { png: reduced.data, width: reduced.info.width, height: reduced.info.height }
}

/** The row where the field of the left edge gives way to the white base; the last row when there is none. */
async function lineOf({ png, height }: Picture): Promise<number> {
  const { data, info } = await sharp(png)
    .extract({ left: 2, top: 0, width: 1, height })
    .flatten({ background: '#fff' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const isWhite = (row: number): boolean => [0, 1, 2].every(channel => (data[row * info.channels + channel] ?? 0) > 250)
  let row = height - 1
  while (row > 0 && isWhite(row)) row--
  return row + 1
}

/** Renders products for the structure of an example, at so many pixels a millimetre. */
async function render(
  example: string,
  ids: readonly string[],
  pixelsPerMm: number,
  face: RenderOptions['face'] = 'public',
): Promise<readonly Rendered[]> {
  const world = openWorld({})
  const out = mkdtempSync(join(tmpdir(), 'signakit-'))
  const options: RenderOptions = {
    ...PLAIN,
    formats: ['png'],
    dpi: Math.round(pixelsPerMm * OVERSAMPLING * 25.4),
    face,
    set: [{ path: 'kit.pieces', value: `[${ids.join(', ')}]` }],
  }
  const kit = readKit(join(root, 'examples', `${example}.yaml`), undefined, options, world).value
  if (!kit) throw new Error(`${example}.yaml is not understood`)
  const prepared = await prepare(kit, options, world)
  const { files } = await write(prepared, out, options, world)
  const rendered: Rendered[] = []
  for (const id of ids) {
    const file = files.find(each => each.piece === id)
    const sheet = prepared.pieces.find(each => each.piece.id === id)?.piece.faces[0]
    if (!file || !sheet) throw new Error(`${id} of ${example}.yaml was not rendered`)
    const small = await reduce(readFileSync(join(out, file.path)))
    const holes = sheet.holes.map(({ x, y, diameter }) => ({
      x: x * pixelsPerMm,
      y: y * pixelsPerMm,
      diameter: diameter * pixelsPerMm,
    }))
    rendered.push({ ...small, line: await lineOf(small), holes })
  }
  rmSync(out, { recursive: true })
  return rendered
}

const shadow = ({ left, top, width, height }: Placed, depth: number): string =>
  `<rect x="${left}" y="${top + depth}" width="${width}" height="${height}" fill="#2b2620" opacity="0.28" filter="url(#soft)"/>`

const svg = (width: number, height: number, content: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
<linearGradient id="wall" x2="0" y2="1"><stop offset="0" stop-color="#f0efee"/><stop offset="1" stop-color="#e0dfdb"/></linearGradient>
<linearGradient id="glass" x2="0.4" y2="1"><stop offset="0" stop-color="#d3d8d7"/><stop offset="0.45" stop-color="#b3bdbb"/><stop offset="0.8" stop-color="#c8cecd"/><stop offset="1" stop-color="#aab3b1"/></linearGradient>
<linearGradient id="metal"><stop offset="0" stop-color="#f2f2f0"/><stop offset="1" stop-color="#97948f"/></linearGradient>
<radialGradient id="screw"><stop offset="0" stop-color="#f4f4f2"/><stop offset="0.75" stop-color="#c9c7c3"/><stop offset="1" stop-color="#86837d"/></radialGradient>
<filter id="soft" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="11"/></filter>
</defs>${content}</svg>`,
  )

const place = (pieces: readonly Placed[]): OverlayOptions[] =>
  pieces.map(({ png, left, top }) => ({ input: png, left, top }))

const save = (canvas: Sharp, name: string): Promise<unknown> =>
  canvas.png({ compressionLevel: 9, palette: true, colours: 256, dither: 0 }).toFile(join(images, name))

/** Screw heads, a little wider than their holes. */
const screws = ({ left, top, holes }: Placed & Rendered): string =>
  holes
    .map(hole => `<circle cx="${left + hole.x}" cy="${top + hole.y}" r="${hole.diameter * 0.8}" fill="url(#screw)"/>`)
    .join('')

const WIDTH = 1600
const HEIGHT = 900
const DOOR = 1070

const DOORWAY = `<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#wall)"/>
<rect x="${DOOR}" width="12" height="${HEIGHT}" fill="#45413c"/><rect x="${DOOR + 12}" width="54" height="${HEIGHT}" fill="#5b5750"/>
<rect x="${DOOR + 66}" width="${WIDTH - DOOR - 66}" height="${HEIGHT}" fill="url(#glass)"/>
<path d="M1470 0h90L1240 ${HEIGHT}h-90zM${WIDTH} 210v66L1390 ${HEIGHT}h-46z" fill="#fff" opacity="0.22"/>
<rect x="${DOOR + 28}" y="500" width="16" height="260" rx="8" fill="url(#metal)"/>`

/** An entrance: the poster and the plaque on the wall, the sticker on the glass, and every line at one height. */
async function entrance(): Promise<void> {
  const level = 540
  const lefts = [70, 590, 1200]
  const pieces = await render('micro-creche', ['affiche-a3', 'plaque-300x200', 'vitrophanie-a5'], 1.5)
  const hung = pieces.map((piece, index) => ({ ...piece, left: lefts[index] ?? 0, top: level - piece.line }))
  const shadows = hung.map((piece, index) => shadow(piece, index === 2 ? 4 : 14)).join('')
  const overlays = [...place(hung), { input: svg(WIDTH, HEIGHT, hung.map(screws).join('')), left: 0, top: 0 }]
  await save(sharp(svg(WIDTH, HEIGHT, DOORWAY + shadows)).composite(overlays), 'kit.png')
}

/** Pictures side by side, each in the middle of its cell. */
async function row(pieces: readonly Picture[], name: string, columns = pieces.length): Promise<void> {
  const gap = 24
  const cell = {
    width: Math.max(...pieces.map(each => each.width)),
    height: Math.max(...pieces.map(each => each.height)),
  }
  const placed = pieces.map((piece, index) => ({
    ...piece,
    left: gap + (index % columns) * (cell.width + gap) + Math.floor((cell.width - piece.width) / 2),
    top: gap + Math.floor(index / columns) * (cell.height + gap) + Math.floor((cell.height - piece.height) / 2),
  }))
  const width = gap + columns * (cell.width + gap)
  const height = gap + Math.ceil(pieces.length / columns) * (cell.height + gap)
  const ground = svg(width, height, `<rect width="${width}" height="${height}" fill="#ecebe9"/>`)
  await save(sharp(ground).composite(place(placed)), name)
}

const one = async (
  example: string,
  id: string,
  pixelsPerMm: number,
  face?: RenderOptions['face'],
): Promise<Picture> => {
  const [piece] = await render(example, [id], pixelsPerMm, face)
  if (!piece) throw new Error(`${example}.yaml has no ${id}`)
  return piece
}

const UNIVERSES = ['micro-creche', 'laep', 'centre-social', 'alsh', 'fjt', 'affiche-a0'] as const

mkdirSync(images, { recursive: true })
await entrance()
await row(
  [await one('micro-creche', 'vitrophanie-a5', 2.6), await one('micro-creche', 'vitrophanie-a5', 2.6, 'production')],
  'vitrophanie.png',
)
const signs: Picture[] = []
for (const example of UNIVERSES) signs.push(await one(example, 'vitrophanie-a5', 1.7))
await row(signs, 'univers.png', 3)
