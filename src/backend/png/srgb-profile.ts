// The sRGB colour space as an ICC profile (v4, matrix and curves), built from the numbers of IEC 61966-2-1.

/** s15Fixed16 of the colorants adapted to D50 (Bradford), as the ICC publishes them for sRGB. */
const WHITE = [0xf6d6, 0x10000, 0xd32d]
const RED = [0x6fa2, 0x38f5, 0x0390]
const GREEN = [0x6299, 0xb785, 0x18da]
const BLUE = [0x24a0, 0x0f84, 0xb6cf]

/** Bradford, D65 to D50. */
const ADAPTATION = [0x10c42, 0x5de, -0xcdd, 0x792, 0xfd96, -0x45f, -0x25d, 0x3d8, 0xc04b]

/** Parametric curve of type 3: ((value + 0.055) / 1.055)^2.4 above 0.04045, value / 12.92 below. */
const CURVE = [0x26666, 0xf2a7, 0x0d59, 0x13d0, 0x0a5b]

const ascii = (text: string): number[] => [...text].map(character => character.charCodeAt(0))

const be32 = (value: number): number[] => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]

const be16 = (value: number): number[] => [(value >> 8) & 255, value & 255]

const text = (value: string): number[] => [
  ...ascii('mluc'),
  ...be32(0),
  ...be32(1),
  ...be32(12),
  ...ascii('enUS'),
  ...be32(value.length * 2),
  ...be32(28),
  ...ascii(value).flatMap(be16),
]

const fixed = (type: string, values: readonly number[]): number[] => [
  ...ascii(type),
  ...be32(0),
  ...values.flatMap(be32),
]

const curve = [...ascii('para'), ...be32(0), ...be16(3), ...be16(0), ...CURVE.flatMap(be32)]

const TAGS: readonly (readonly [names: readonly string[], data: readonly number[]])[] = [
  [['desc'], text('sRGB')],
  [['cprt'], text('CC0')],
  [['wtpt'], fixed('XYZ ', WHITE)],
  [['chad'], fixed('sf32', ADAPTATION)],
  [['rXYZ'], fixed('XYZ ', RED)],
  [['gXYZ'], fixed('XYZ ', GREEN)],
  [['bXYZ'], fixed('XYZ ', BLUE)],
  [['rTRC', 'gTRC', 'bTRC'], curve],
]

function build(): Uint8Array {
  const directory: number[] = []
  const data: number[] = []
  const count = TAGS.reduce((total, [names]) => total + names.length, 0)
  const start = 128 + 4 + count * 12
  for (const [names, bytes] of TAGS) {
    for (const name of names) directory.push(...ascii(name), ...be32(start + data.length), ...be32(bytes.length))
    data.push(...bytes)
    while (data.length % 4 !== 0) data.push(0)
  }
  return Uint8Array.from([...profileHeader(start + data.length), ...be32(count), ...directory, ...data])
}

/** ICC.1:2010 7.2: a display profile of version 4.3, dated 2000-01-01, perceptual, D50. */
const profileHeader = (size: number): number[] => [
  ...be32(size),
  ...be32(0),
  ...be32(0x04300000),
  ...ascii('mntrRGB XYZ '),
  ...[2000, 1, 1, 0, 0, 0].flatMap(be16),
  ...ascii('acsp'),
  ...new Array<number>(28).fill(0),
  ...WHITE.flatMap(be32),
  ...new Array<number>(48).fill(0),
]

export const SRGB_PROFILE = build()
