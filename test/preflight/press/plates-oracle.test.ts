// Ink of pictures and shadings of every kind, plate by plate, as Ghostscript separates the same page.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zlibSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../src/pdf-reader/read-pdf.ts'
import { PROCESS } from '../../../src/preflight/press/inks.ts'
import { openJpegs } from '../../../src/preflight/press/plates/jpegs.ts'
import { pagePlates } from '../../../src/preflight/press/plates/page-plates.ts'
import { openPressColors } from '../../../src/preflight/press/press-colors.ts'
import { emptyFolder, platePixels } from '../../fixtures/written-pdf.ts'
import { oracle } from '../../oracles.ts'
import { PROFILE } from '../file/base-draft.ts'
import { Draft } from '../file/draft.ts'

const SIDE = 64

/** Waves of other lengths in each channel: no two are alike, and no quarter has the mean of another. */
const waves = (channels: number): Buffer =>
  Buffer.from(
    Array.from({ length: SIDE * SIDE * channels }, (_, at) => {
      const [channel, x, y] = [at % channels, Math.floor(at / channels) % SIDE, Math.floor(at / channels / SIDE)]
      const wave = Math.sin((x * (channel + 1)) / 17) + Math.cos((y * (channel + 2)) / 23)
      return Math.round(128 + 60 * wave)
    }),
  )

const jpegOf = async (channels: 1 | 3 | 4): Promise<Buffer> => {
  const image = sharp(waves(channels), { raw: { width: SIDE, height: SIDE, channels } })
  if (channels === 1) return image.toColourspace('b-w').jpeg({ quality: 95 }).toBuffer()
  if (channels === 3) return image.jpeg({ quality: 95 }).toBuffer()
  const inks = Buffer.from(waves(4))
  return sharp(await cmykTiff(inks))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({ quality: 95 })
    .toBuffer()
}

/** Sharp takes raw pixels as RGB with alpha; a TIFF of four inks says what they are. */
async function cmykTiff(inks: Buffer): Promise<Buffer> {
  const entries: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
    [256, 4, 1, SIDE],
    [257, 4, 1, SIDE],
    [258, 3, 1, 8],
    [259, 3, 1, 1],
    [262, 3, 1, 5],
    [273, 4, 1, 8],
    [277, 3, 1, 4],
    [278, 4, 1, SIDE],
    [279, 4, 1, inks.length],
  ]
  const head = Buffer.alloc(8)
  head.write('II*\0', 'latin1')
  head.writeUInt32LE(8 + inks.length, 4)
  const table = Buffer.alloc(2 + 12 * entries.length + 4)
  table.writeUInt16LE(entries.length, 0)
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    table.writeUInt16LE(tag, 2 + 12 * index)
    table.writeUInt16LE(type, 4 + 12 * index)
    table.writeUInt32LE(count, 6 + 12 * index)
    table.writeUInt32LE(value, 10 + 12 * index)
  }
  return Buffer.concat([head, inks, table])
}

const packed = (levels: readonly number[], bits: number): Uint8Array => {
  const row = Math.ceil((SIDE * bits) / 8)
  const bytes = new Uint8Array(row * SIDE)
  for (const [at, level] of levels.entries()) {
    const [x, y] = [at % SIDE, Math.floor(at / SIDE)]
    const bit = x * bits
    bytes[y * row + (bit >> 3)] = (bytes[y * row + (bit >> 3)] ?? 0) | (level << (8 - bits - (bit & 7)))
  }
  return bytes
}

const levels = (most: number): number[] =>
  [...waves(1)].map(byte => Math.min(most, Math.floor((byte / 256) * (most + 1))))

const image = (entries: string): string =>
  `<< /Type /XObject /Subtype /Image /Width ${SIDE} /Height ${SIDE} ${entries} >>`

type Made = {
  readonly dict: string
  readonly data: Uint8Array
  readonly more?: readonly (readonly [string, Uint8Array])[]
}

const flate = (bytes: Uint8Array): Uint8Array => zlibSync(bytes)
const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`

const CASES: Readonly<Record<string, () => Promise<Made> | Made>> = {
  'JPEG in RGB': async () => ({
    dict: image('/BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode'),
    data: await jpegOf(3),
  }),
  'JPEG in gray': async () => ({
    dict: image('/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode'),
    data: await jpegOf(1),
  }),
  'JPEG of Adobe in four inks, turned over by its Decode': async () => ({
    dict: image('/BitsPerComponent 8 /ColorSpace /DeviceCMYK /Decode [1 0 1 0 1 0 1 0] /Filter /DCTDecode'),
    data: await jpegOf(4),
  }),
  'JPEG of Adobe in four inks, as written': async () => ({
    dict: image('/BitsPerComponent 8 /ColorSpace /DeviceCMYK /Filter /DCTDecode'),
    data: await jpegOf(4),
  }),
  'JPEG under a deflate': async () => ({
    dict: image('/BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter [/FlateDecode /DCTDecode]'),
    data: flate(await jpegOf(3)),
  }),
  'RGB, 8 bits': () => ({
    dict: image('/BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode'),
    data: flate(waves(3)),
  }),
  'RGB with a predictor': () => ({
    dict: image(
      `/BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode /DecodeParms << /Predictor 10 /Colors 3 /Columns ${SIDE} >>`,
    ),
    data: flate(
      Buffer.concat(
        Array.from({ length: SIDE }, (_, y) => [
          Buffer.of(0),
          waves(3).subarray(y * SIDE * 3, (y + 1) * SIDE * 3),
        ]).flat(),
      ),
    ),
  }),
  'CMYK with its own profile, that of the press': () => ({
    dict: image('/BitsPerComponent 8 /ColorSpace [/ICCBased 8 0 R] /Filter /FlateDecode'),
    data: flate(waves(4)),
  }),
  'gray, 16 bits': () => ({
    dict: image('/BitsPerComponent 16 /ColorSpace /DeviceGray /Filter /FlateDecode'),
    data: flate(Uint8Array.from([...waves(1)].flatMap(byte => [byte, 128]))),
  }),
  'gray, 2 bits': () => ({
    dict: image('/BitsPerComponent 2 /ColorSpace /DeviceGray /Filter /FlateDecode'),
    data: flate(packed(levels(3), 2)),
  }),
  'one bit': () => ({
    dict: image('/BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /FlateDecode'),
    data: flate(packed(levels(1), 1)),
  }),
  stencil: () => ({ dict: image('/ImageMask true /Filter /FlateDecode'), data: flate(packed(levels(1), 1)) }),
  'stencil the other way round': () => ({
    dict: image('/ImageMask true /Decode [1 0] /Filter /FlateDecode'),
    data: flate(packed(levels(1), 1)),
  }),
  'palette of inks, 4 bits': () => ({
    dict: image(
      `/BitsPerComponent 4 /ColorSpace [/Indexed /DeviceCMYK 15 ${hex(waves(4).subarray(0, 64))}] /Filter /FlateDecode`,
    ),
    data: flate(packed(levels(15), 4)),
  }),
  'palette of screen colours in a stream': () => ({
    dict: image('/BitsPerComponent 8 /ColorSpace [/Indexed /DeviceRGB 255 31 0 R] /Filter /FlateDecode'),
    data: flate(waves(1)),
    more: [['<< /Filter /FlateDecode >>', flate(waves(3).subarray(0, 768))]],
  }),
  'soft mask': () => ({
    dict: image('/BitsPerComponent 8 /ColorSpace /DeviceCMYK /SMask 31 0 R /Filter /FlateDecode'),
    data: flate(waves(4)),
    more: [[image('/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode'), flate(waves(1))]],
  }),
  'soft mask in JPEG': async () => ({
    dict: image('/BitsPerComponent 8 /ColorSpace /DeviceCMYK /SMask 31 0 R /Filter /FlateDecode'),
    data: flate(waves(4)),
    more: [[image('/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode'), await jpegOf(1)]],
  }),
  'explicit mask': () => ({
    dict: image('/BitsPerComponent 8 /ColorSpace /DeviceCMYK /Mask 31 0 R /Filter /FlateDecode'),
    data: flate(waves(4)),
    more: [[image('/ImageMask true /Filter /FlateDecode'), flate(packed(levels(1), 1))]],
  }),
  'colours left out': () => ({
    dict: image('/BitsPerComponent 8 /ColorSpace /DeviceGray /Mask [100 160] /Filter /FlateDecode'),
    data: flate(waves(1)),
  }),
}

const SHADINGS: Readonly<Record<string, string>> = {
  'sampled, in inks':
    '/ColorSpace /DeviceCMYK /Function << /FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1 0 1] /Size [3] /BitsPerSample 8 /Filter /ASCIIHexDecode',
  'sampled, in screen colours':
    '/ColorSpace /DeviceRGB /Function << /FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1] /Size [4] /BitsPerSample 8 /Filter /ASCIIHexDecode',
}

/** A page of 60 mm, a picture from 10 to 50 mm. */
const POINT = 72 / 25.4

function pageOf(content: string, resources: string): Draft {
  const draft = new Draft()
  draft.version = '1.6'
  draft.trailer = '/Root 1 0 R'
  const side = (60 * POINT).toFixed(3)
  return draft
    .add(1, '<< /Type /Catalog /Pages 2 0 R /OutputIntents [7 0 R] >>')
    .add(2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>')
    .add(
      3,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${side} ${side}] /Contents 4 0 R /Resources << ${resources} >> >>`,
    )
    .add(4, '<< >>', content)
    .add(7, '<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) /DestOutputProfile 8 0 R >>')
    .add(8, '<< /N 4 /Filter /FlateDecode >>', flate(PROFILE))
}

const AT = `${(40 * POINT).toFixed(3)} 0 0 ${(40 * POINT).toFixed(3)} ${(10 * POINT).toFixed(3)} ${(10 * POINT).toFixed(3)} cm`

/** Mean ink of each quarter of the picture, in percent, plate by plate. */
type Quarters = Readonly<Record<string, readonly number[]>>

const quartersOf = (width: number, shareAt: (plate: string, at: number) => number): Quarters =>
  Object.fromEntries(
    PROCESS.map(plate => [
      plate,
      [
        [10, 10],
        [30, 10],
        [10, 30],
        [30, 30],
      ].map(([left = 0, top = 0]) => {
        let [sum, count] = [0, 0]
        for (let y = top * 2 + 1; y < (top + 20) * 2 - 1; y++)
          for (let x = left * 2 + 1; x < (left + 20) * 2 - 1; x++) {
            sum += shareAt(plate, y * width + x)
            count++
          }
        return (100 * sum) / count
      }),
    ]),
  )

async function ours(bytes: Uint8Array): Promise<{ readonly quarters: Quarters; readonly unknown: number }> {
  const read = readPdf(bytes)
  if (!read.ok) throw new Error(read.reason)
  const { pdf } = read
  const sources = {
    objects: pdf.objects,
    jpegs: await openJpegs(pdf, 1),
    colors: await openPressColors(pdf, { distance: 1, scale: 1 }),
  }
  const [page] = pdf.pages
  const { grid, plates, unknown } = pagePlates(sources, [0, 0, 60 * POINT, 60 * POINT], page?.painted ?? [])
  const quarters = quartersOf(grid.width, (plate, at) => plates.get(plate)?.[at] ?? 0)
  return { quarters, unknown: unknown.reduce((sum, value) => sum + value, 0) }
}

async function theirs(bytes: Uint8Array): Promise<Quarters> {
  const path = join(emptyFolder(), 'page.pdf')
  const profile = join(emptyFolder(), 'press.icc')
  writeFileSync(path, bytes)
  writeFileSync(profile, PROFILE)
  const plates = await platePixels(path, 1, 50.8, [
    `-sOutputICCProfile=${profile}`,
    // Inks of the file are those of the press: nothing is converted.
    `-sDefaultCMYKProfile=${profile}`,
    '-dBlackPtComp=1',
    '-dRenderIntent=1',
  ])
  const width = plates.get('Cyan')?.width ?? 0
  return quartersOf(width, (plate, at) => 1 - (plates.get(plate)?.data[at] ?? 255) / 255)
}

async function agree(bytes: Uint8Array): Promise<void> {
  const [we, they] = [await ours(bytes), await theirs(bytes)]
  expect(we.unknown).toBe(0)
  const far = PROCESS.flatMap(plate =>
    (we.quarters[plate] ?? []).map((value, at) => Math.abs(value - (they[plate]?.[at] ?? 0))),
  )
  expect(
    Object.values(they)
      .flat()
      .some(value => value > 5),
  ).toBe(true)
  expect(Math.max(...far), JSON.stringify({ we: we.quarters, they })).toBeLessThan(TOLERANCE)
}

/** Of a plate, in percent: the grain of 0.5 mm and the rounding of Ghostscript's plates. */
const TOLERANCE = 1

describe.skipIf(oracle('gs').missing)('the ink of a picture is that of Ghostscript', () => {
  for (const [name, make] of Object.entries(CASES))
    it(name, async () => {
      const { dict, data, more = [] } = await make()
      const draft = pageOf(`0.7 0.3 0.2 0.1 k q ${AT} /Im Do Q`, '/XObject << /Im 30 0 R >>').add(30, dict, data)
      for (const [at, [entries, bytes]] of more.entries()) draft.add(31 + at, entries, bytes)
      await agree(draft.bytes())
    })

  it('inline', async () => {
    const content = `q ${AT} BI /W 2 /H 2 /BPC 8 /CS /CMYK /F /AHx ID 00FF00000000FF00FF000000000000FF> EI Q`
    await agree(pageOf(content, '').bytes())
  })
})

describe.skipIf(oracle('gs').missing)('the ink of a shading is that of Ghostscript', () => {
  for (const [name, entries] of Object.entries(SHADINGS))
    it(name, async () => {
      const [head = '', tail = ''] = entries.split('/Function ')
      const samples = Buffer.from(waves(1).subarray(0, 12)).map((byte, at) => (at % 3 === 0 ? 255 - byte : byte))
      const draft = pageOf(
        `q ${AT} 0 0 1 1 re W n /Sh sh Q`,
        `/Shading << /Sh << /ShadingType 2 /Coords [0 0 1 1] /Extend [true true] ${head} /Function 30 0 R >> >>`,
      ).add(30, `${tail} >>`, `${Buffer.from(samples).toString('hex')}>`)
      await agree(draft.bytes())
    })
})

describe('the ink of a colour in Lab, which Ghostscript converts in a way of its own', () => {
  const transicc = oracle('transicc')

  it.skipIf(transicc.missing)('is that of Little CMS', async () => {
    const profile = join(emptyFolder(), 'press.icc')
    writeFileSync(profile, PROFILE)
    const said = transicc.text(['-n', '-i*Lab4', `-o${profile}`, '-t1', '-b'], { input: '50 -20 30\n' })
    const wanted = /(?:[\d.]+ ){4}/.exec(said)?.[0].trim().split(' ').map(Number) ?? []
    const space = '/ColorSpace << /L [/Lab << /WhitePoint [0.9642 1 0.8249] /Range [-60 60 -60 60] >>] >>'
    const { quarters } = await ours(pageOf('/L cs 50 -20 30 sc 0 0 200 200 re f', space).bytes())
    expect(wanted).toHaveLength(4)
    for (const [at, plate] of PROCESS.entries())
      expect(Math.abs((quarters[plate]?.[0] ?? 0) - (wanted[at] ?? 0)), plate).toBeLessThan(0.2)
  })
})
