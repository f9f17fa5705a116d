// A brand's screen colour is its ink in a logo, however SVG or CSS writes it and wherever it is painted.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseColor } from '../../src/artwork/svg/color.ts'
import { readSvg } from '../../src/artwork/svg.ts'
import { openProfile } from '../../src/color/profile.ts'
import type { Profile } from '../../src/model/assets.ts'
import { cmyk, type Ink } from '../../src/model/ink.ts'
import type { Mark } from '../../src/model/sheet.ts'
import { inksOfPaint, paintsOf } from '../../src/sheet/walk.ts'

const SPOT: Ink = { kind: 'spot', role: 'brand', name: 'PANTONE 300 C', tint: 100 }
const RED = cmyk(0, 95, 80, 5)
const GOLD = cmyk(0, 20, 100, 0)
const COLORS = new Map<string, Ink>([
  ['#005eb8', SPOT],
  ['#cc3300', RED],
  ['#ffd700', GOLD],
])

let profile: Profile
beforeAll(async () => {
  profile = await openProfile(
    'test',
    readFileSync(new URL('../../assets/profiles/ISOcoated_v2_300_bas.icc', import.meta.url)),
  )
})

async function inksOf(body: string): Promise<readonly Ink[]> {
  const source = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 40">${body}</svg>`
  const { value, diagnostics } = await readSvg(Buffer.from(source), { name: 'logo.svg', colors: COLORS }, profile)
  expect(diagnostics).toEqual([])
  const visit = (mark: Mark): readonly Ink[] =>
    mark.kind === 'group' ? mark.marks.flatMap(visit) : paintsOf(mark).flatMap(inksOfPaint)
  return value?.marks.flatMap(visit) ?? []
}

const RECT = 'width="9" height="9"'

describe('is known when written', () => {
  it.each<readonly [written: string, ink: Ink]>([
    ['#005eb8', SPOT],
    ['#005EB8', SPOT],
    ['#005eb8ff', SPOT],
    ['#c30', RED],
    ['#C30F', RED],
    ['rgb(0,94,184)', SPOT],
    ['rgb(0 94 184)', SPOT],
    ['rgba(0, 94, 184, 1)', SPOT],
    ['rgb(0 94 184 / 100%)', SPOT],
    ['rgb(80%, 20%, 0%)', RED],
    ['rgb(0%,36.86%,72.16%)', SPOT],
    ['hsl(15, 100%, 40%)', RED],
    ['hsl(15deg 100% 40%)', RED],
    ['hsl(0.041666667turn 100% 40%)', RED],
    ['hsl(0.2617994rad 100% 40%)', RED],
    ['hsl(16.6666667grad 100% 40%)', RED],
    ['hsl(375, 100%, 40%)', RED],
    ['hsla(209.348,100%,36.078%,1)', SPOT],
    ['gold', GOLD],
    ['Gold', GOLD],
  ])('%s', async (written, ink) => {
    expect(await inksOf(`<rect ${RECT} fill="${written}"/>`)).toEqual([ink])
    expect(await inksOf(`<rect ${RECT} style="fill: ${written} !important"/>`)).toEqual([ink])
  })
})

describe('is known wherever it is painted', () => {
  const stops = '<stop offset="0" stop-color="#005eb8"/><stop offset="1" style="stop-color:gold"/>'
  it.each<readonly [place: string, body: string, inks: readonly Ink[]]>([
    ['an attribute', `<rect ${RECT} fill="#005eb8"/>`, [SPOT]],
    ['a style', `<rect ${RECT} style="fill:#005eb8"/>`, [SPOT]],
    ['a class', `<style>.st0{fill:#005EB8;}</style><rect class="st0" ${RECT}/>`, [SPOT]],
    ['a group above', `<g fill="#005eb8"><rect ${RECT}/></g>`, [SPOT]],
    ['currentColor', `<g color="#005eb8"><rect ${RECT} fill="currentColor"/></g>`, [SPOT]],
    ['a variable', `<style>:root{--b:#005eb8}</style><rect ${RECT} style="fill:var(--b)"/>`, [SPOT]],
    ['a stroke', '<path d="M1 1H9" fill="none" stroke="#005eb8" stroke-width="2"/>', [SPOT]],
    ['a copy', `<defs><rect id="r" ${RECT}/></defs><use xlink:href="#r" fill="#005eb8"/>`, [SPOT]],
    ['stops', `<linearGradient id="g">${stops}</linearGradient><rect ${RECT} fill="url(#g)"/>`, [SPOT, GOLD]],
    [
      'a stop of currentColor',
      `<linearGradient id="g" color="#005eb8"><stop stop-color="currentColor"/><stop offset="1" stop-color="gold"/></linearGradient><rect ${RECT} fill="url(#g)"/>`,
      [SPOT, GOLD],
    ],
    ['half transparent', `<rect ${RECT} fill="rgb(0 94 184 / 50%)"/>`, [SPOT]],
  ])('%s', async (_, body, inks) => {
    const found = await inksOf(body)
    expect(new Set(found.map(ink => JSON.stringify(ink)))).toEqual(new Set(inks.map(ink => JSON.stringify(ink))))
  })
})

describe('what is not a colour', () => {
  it.each(['hsl(1.2.3, 50%, 50%)', 'hsl(., 50%, 50%)', 'hsl(12px, 50%, 50%)', 'rgb(1 2)', '#12345', 'rgb(a,b,c)'])(
    '%s is not guessed',
    written => {
      expect(parseColor(written)).toBeUndefined()
    },
  )
})
