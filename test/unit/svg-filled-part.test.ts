// A line drawn without fill="none" is filled in SVG's own words, and must not become a hairline on a plate.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSvg } from '../../src/artwork/svg.ts'
import { openProfile } from '../../src/color/profile.ts'
import type { Mark, PathMark } from '../../src/model/sheet.ts'

const PROFILE = new URL('../../assets/profiles/ISOcoated_v2_300_bas.icc', import.meta.url)

async function pathsOf(body: string): Promise<readonly PathMark[]> {
  const profile = await openProfile('test', readFileSync(PROFILE))
  const source = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${body}</svg>`
  const { value } = await readSvg(Buffer.from(source), { name: 'logo.svg' }, profile)
  const visit = (mark: Mark): readonly PathMark[] =>
    mark.kind === 'group' ? mark.marks.flatMap(visit) : mark.kind === 'path' ? [mark] : []
  return value?.marks.flatMap(visit) ?? []
}

describe('the fill of a line', () => {
  it.each([
    ['a line', '<line x1="2" y1="2" x2="38" y2="30" stroke="#c30"/>'],
    ['a path of lines that turn back', '<path d="M2 3L20 30L2 3L11 16.5" stroke="#c30"/>'],
    ['a straight curve', '<path d="M2 2C4 4 8 8 30 30" stroke="#c30"/>'],
    ['a line, moved and turned', '<g transform="rotate(33) scale(.7)"><path d="M4 4H30" stroke="#c30"/></g>'],
  ])('is nothing: %s', async (_, body) => {
    expect((await pathsOf(body)).map(({ fill, stroke }) => [fill, stroke?.paint.kind])).toEqual([[undefined, 'cmyk']])
  })

  it('leaves the rest of the outline, and the stroke whole', async () => {
    const [filled, stroked] = await pathsOf('<path d="M4 4H30M2 10H20V30Z" stroke="#c30"/>')
    expect([filled?.path.length, filled?.stroke]).toEqual([4, undefined])
    expect([stroked?.path.length, stroked?.fill]).toEqual([6, undefined])
  })

  it('stays where there is a surface, however thin', async () => {
    expect((await pathsOf('<path d="M2 2L38 2L20 2.01Z"/>')).map(({ fill }) => fill?.kind)).toEqual(['cmyk'])
  })
})
