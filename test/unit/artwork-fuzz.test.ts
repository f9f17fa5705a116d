// Logos of the corpus and small pictures, spoiled at random from a fixed seed: an artwork or a refusal, never a throw, a hang or silence.
import { readdirSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadArtwork } from '../../src/artwork/load.ts'
import { openProfile } from '../../src/color/profile.ts'
import type { Font, Profile } from '../../src/model/assets.ts'
import { parseFont } from '../../src/text/font.ts'
import { FONTS } from '../artwork/judge.ts'

const FOLDER = new URL('../artwork/svg/', import.meta.url)
const files = readdirSync(FOLDER)
  .filter(file => file.endsWith('.svg'))
  .sort()
const sources = files.map(file => readFileSync(new URL(file, FOLDER), 'utf8'))

let profile: Profile
let fonts: readonly Font[]
beforeAll(async () => {
  profile = await openProfile(
    'test',
    readFileSync(new URL('../../assets/profiles/ISOcoated_v2_300_bas.icc', import.meta.url)),
  )
  fonts = FONTS.map((path, index) => parseFont(`logo-${index}`, readFileSync(path)))
})

type Draw = (below: number) => number

/** Whole numbers in a row that always comes out the same (Numerical Recipes' generator, its high bits). */
function sequence(seed: number): Draw {
  let state = seed >>> 0
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * below)
  }
}

const pick = <T>(draw: Draw, list: readonly T[], otherwise: T): T => list[draw(list.length)] ?? otherwise

/** Values that no attribute expects, and those that some do. */
const JUNK = [
  ...['', ' ', 'none', 'inherit', 'auto', '%', '100%', '#', '#s', 'data:,', 'NaN', 'Infinity', 'calc(1px)', 'var(--a)'],
  ...['0', '-1', '1e308', '-1e308', '1e-320', '-1e9', '9999999', '0 0 0 0', '0 0 1e9 1e-9', '1,2,3,4,5', '"', '&amp;'],
  ...['url(#g)', 'url(#p)', 'url(#m)', 'url(#c)', 'url(#f)', 'url(', 'url(x.svg#y) red', 'matrix(0 0 0 0 0 0)'],
  ...[
    'scale(1e200)',
    'rotate(1e9)',
    'skewX(90)',
    'M0 0L1e300 9',
    'M0 0A0 0 0 0 0 9 9',
    'm',
    'zzz',
    'fill:url(#g);mask:url(#m)',
  ],
]

const VALUE = /="([^"]*)"/g

function spoil(source: string, draw: Draw): string {
  const values = [...source.matchAll(VALUE)]
  const target = pick(draw, values, undefined)
  if (!target) return source
  const start = target.index + 2
  const end = start + (target[1]?.length ?? 0)
  switch (draw(6)) {
    case 0: // Another attribute's value.
      return source.slice(0, start) + (pick(draw, values, undefined)?.[1] ?? '') + source.slice(end)
    case 1: {
      // Elements once more, or gone.
      const element = pick(draw, source.match(/<\w+[^<>]*\/>/g) ?? [], '<g/>')
      return source.replace(element, element.repeat(draw(3)))
    }
    case 2: {
      // A number much larger, smaller or of the other sign.
      const factor = pick(draw, ['e9', 'e-9', 'e99', '%', 'px', '.5.5', '-'], 'e9')
      return (
        source.slice(0, start) + source.slice(start, end).replace(/\d+/, digits => digits + factor) + source.slice(end)
      )
    }
    case 3: // A reference of everything to everything.
      return source.replace(/#[\w-]+(?=[")])/g, () =>
        pick(draw, source.match(/(?<=\bid=")[\w-]+/g) ?? [], 's').replace(/^/, '#'),
      )
    default:
      return source.slice(0, start) + pick(draw, JUNK, '') + source.slice(end)
  }
}

async function expectAnswer(bytes: Uint8Array, name: string, rendered: boolean): Promise<boolean> {
  const { value, diagnostics } = await loadArtwork(bytes, { name, fonts }, profile)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  expect(errors.length > 0, `${name}: an artwork or a refusal`).toBe(value === undefined)
  for (const { message } of diagnostics) {
    expect(message.fr, name).not.toMatch(/undefined|\[object|\0/)
    expect(message.fr.length, name).toBeLessThan(400)
  }
  if (value) {
    expect(value.width > 0 && value.height > 0 && value.marks.length > 0, name).toBe(true)
    // Numbers that are none are written as null.
    expect(JSON.stringify(value.marks), name).not.toContain('null')
    if (rendered) for (const effect of [...value.effects.values()].slice(0, 2)) await effect.render(20, 12)
  }
  return value !== undefined
}

const ROUNDS = 8
const PER_ROUND = 60

describe('drawings spoiled at random', () => {
  it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
    'seed %i',
    async seed => {
      const draw = sequence(seed * 7919)
      let drawn = 0
      for (let at = 0; at < PER_ROUND; at++) {
        const index = draw(files.length)
        let source = sources[index] ?? ''
        for (let times = 1 + draw(2); times > 0; times--) source = spoil(source, draw)
        // Few spoil the text itself: the parser refuses nearly all of those.
        if (at % 10 === 0) source = source.slice(0, draw(source.length)) + source.slice(draw(source.length))
        if (await expectAnswer(Buffer.from(source), `${files[index]} (seed ${seed}, case ${at})`, at % 4 === 0)) drawn++
      }
      // Were all refused for one reason, nothing would be tried.
      expect(drawn).toBeGreaterThan(5)
      expect(drawn).toBeLessThan(PER_ROUND)
    },
    120_000,
  )
})

describe('pictures spoiled at random', () => {
  it.each(['png', 'jpeg', 'webp', 'gif'] as const)(
    '%s',
    async format => {
      const draw = sequence(104_729)
      const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
      const whole = await sharp({ create: { width: 24, height: 16, channels: 3, background: 'red', noise } })
        .withMetadata({ orientation: 6 })
        .toFormat(format)
        .toBuffer()
      let drawn = 0
      for (let at = 0; at < 40; at++) {
        const bytes = Buffer.from(at % 5 === 0 ? whole.subarray(0, draw(whole.length)) : whole)
        // The head holds what decoders trust: half of the mistakes are there.
        for (let times = 1 + draw(6); times > 0 && bytes.length > 0; times--)
          bytes[draw(times % 2 === 0 ? Math.min(80, bytes.length) : bytes.length)] = draw(256)
        if (await expectAnswer(bytes, `${format} (case ${at})`, false)) drawn++
      }
      // Spoiled pictures are refused, some survive; a GIF is refused whatever it holds.
      expect(drawn).toBeLessThan(40)
      expect(drawn > 0).toBe(format !== 'gif')
    },
    60_000,
  )
})
