// What is kept of artworks and photos: a hit is what a making gives, another content is another key, and weight is bounded.
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeCache } from '../../src/artwork/cache.ts'
import { loadArtwork } from '../../src/artwork/load.ts'
import { readPhoto, realise } from '../../src/artwork/photo.ts'
import { weightOfArtwork } from '../../src/artwork/weight.ts'
import { openProfile } from '../../src/color/profile.ts'
import type { Profile } from '../../src/model/assets.ts'

const ICC = new URL('../../assets/profiles/ISOcoated_v2_300_bas.icc', import.meta.url)
let profile: Profile
beforeAll(async () => {
  profile = await openProfile('test', readFileSync(ICC))
})

describe('makeCache', () => {
  const weighed = () => {
    const made: string[] = []
    const cache = makeCache<{ readonly weight: number }>(10, ({ weight }) => weight)
    const ask = (key: string, weight: number) =>
      cache.get(key, () => {
        made.push(key)
        return Promise.resolve({ weight })
      })
    return { made, ask }
  }

  it('forgets what was asked for longest ago, when the whole weighs too much', async () => {
    const { made, ask } = weighed()
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key, 4)
    // `c` pushed `b` out, `a` was asked for since.
    expect(made).toEqual(['a', 'b', 'c', 'b'])
  })

  it('keeps one thing that is heavier than all it may keep, and nothing beside', async () => {
    const { made, ask } = weighed()
    await ask('light', 1)
    await ask('heavy', 50)
    await ask('heavy', 50)
    await ask('light', 1)
    await ask('heavy', 50)
    expect(made).toEqual(['light', 'heavy', 'light', 'heavy'])
  })

  it('makes once for those who ask at once, and again after a failure', async () => {
    const cache = makeCache<number>(10, () => 1)
    let count = 0
    const make = (): Promise<number> => (++count === 1 ? Promise.reject(new Error('first')) : Promise.resolve(count))
    const [one, other] = [cache.get('a', make), cache.get('a', make)]
    await expect(one).rejects.toThrow('first')
    await expect(other).rejects.toThrow('first')
    expect(await cache.get('a', make)).toBe(2)
    expect(await cache.get('a', make)).toBe(2)
  })
})

const drawing = (color: string): Uint8Array =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><defs><filter id="f"><feGaussianBlur stdDeviation="1"/></filter></defs><rect x="2" y="2" width="5" height="5" fill="${color}" filter="url(#f)"/><path d="M0 0h9v1z"/></svg>`,
  )

describe('an artwork', () => {
  it('is made once for its bytes, its colours and its profile', async () => {
    const one = await loadArtwork(drawing('#c00'), { name: 'one.svg' }, profile)
    const again = await loadArtwork(drawing('#c00'), { name: 'again.svg' }, profile)
    const other = await loadArtwork(drawing('#c01'), { name: 'one.svg' }, profile)
    const inks = new Map([['#cc0000', { kind: 'cmyk', c: 0, m: 1, y: 2, k: 3 } as const]])
    const declared = await loadArtwork(drawing('#c00'), { name: 'one.svg', colors: inks }, profile)
    const limited = await openProfile('test', readFileSync(ICC), { maxInk: 250 })
    const elsewhere = await loadArtwork(drawing('#c00'), { name: 'one.svg' }, limited)
    expect(again.value).toBe(one.value)
    for (const { value } of [other, declared, elsewhere]) expect(value).not.toBe(one.value)
    // Findings are told under the name that was asked for.
    expect(again.diagnostics[0]?.message.fr).toContain('again.svg')
  })

  it('draws its effects once for each size in pixels', async () => {
    const { value } = await loadArtwork(drawing('#0a0'), { name: 'effect.svg' }, profile)
    const [effect] = [...(value?.effects.values() ?? [])]
    if (!effect) throw new Error('no effect')
    const first = await effect.render(10, 10)
    expect(await effect.render(10.00001, 10)).toBe(first)
    const larger = await effect.render(20, 20)
    expect(larger.width).toBe(2 * first.width)
    const same = await loadArtwork(drawing('#00a'), { name: 'other.svg' }, profile)
    const [blue] = [...(same.value?.effects.values() ?? [])]
    expect((await blue?.render(10, 10))?.id).not.toBe(first.id)
  })

  it('weighs more with more in it, however deep', async () => {
    const svg = (body: string): Uint8Array =>
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${body}</svg>`)
    const path = '<path d="M0 0h9v1h-2v3h-1z"/>'
    const weigh = async (body: string): Promise<number> => {
      const { value } = await loadArtwork(svg(body), { name: 'a.svg' }, profile)
      return value ? weightOfArtwork(value) : 0
    }
    const flat = await weigh(path)
    const nested = await weigh(`<g opacity="0.5"><g>${path.repeat(10)}</g></g>`)
    expect(nested).toBeGreaterThan(10 * flat)
  })
})

describe('a photo', () => {
  const jpeg = (red: number): Promise<Buffer> =>
    sharp({ create: { width: 60, height: 40, channels: 3, background: { r: red, g: 90, b: 30 } } })
      .jpeg()
      .toBuffer()

  it('is realised once for the pixels that are taken, whatever the last decimals of the crop', async () => {
    const { value } = await readPhoto(await jpeg(200), { name: 'photo.jpg' })
    if (!value) throw new Error('no photo')
    const at = (x: number, width: number) =>
      realise(value, { pixelWidth: 30, pixelHeight: 40, crop: { x, y: 0, width, height: 40 } }, profile)
    const { raster } = await at(10, 30)
    expect((await at(10.000000001, 29.999999999)).raster).toBe(raster)
    expect((await at(12, 30)).raster).not.toBe(raster)
    expect((await at(10, 32)).raster).not.toBe(raster)
  })

  it('is read again when a byte of it has changed', async () => {
    const [one, other] = [await jpeg(200), await jpeg(140)]
    const [red, brown] = [await readPhoto(one, { name: 'photo.jpg' }), await readPhoto(other, { name: 'photo.jpg' })]
    const again = await readPhoto(Uint8Array.from(one), { name: 'elsewhere.jpg' })
    expect(again.value?.picture).toBe(red.value?.picture)
    expect(again.value?.name).toBe('elsewhere.jpg')
    expect(brown.value?.picture).not.toBe(red.value?.picture)
    if (!red.value || !brown.value) throw new Error('no photo')
    const whole = { pixelWidth: 60, pixelHeight: 40 }
    const [a, b] = [await realise(red.value, whole, profile), await realise(brown.value, whole, profile)]
    expect(a.raster.id).not.toBe(b.raster.id)
  })
})
