// Black text, codes and thin lines are black alone: what a hostile brand or logo makes of several inks is mended or told.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { isBlackOnly } from '../../src/model/ink.ts'
import type { Mark } from '../../src/model/sheet.ts'
import { type Prepared, prepare, readKit } from '../../src/pipeline.ts'
import { inksOfPaint, paintsOf, walk } from '../../src/sheet/walk.ts'
import { options, world } from '../golden/examples.ts'

const KIT = fileURLToPath(new URL('rich-black/kit.yaml', import.meta.url))

let prepared: Prepared
beforeAll(async () => {
  const { value } = readKit(KIT, undefined, options, world)
  if (!value) throw new Error('unreadable')
  prepared = await prepare(value, options, world)
})

/** The comment of the template's line, which says what it draws. */
const told = (rule: string): readonly (string | undefined)[] =>
  prepared.diagnostics
    .filter(each => each.rule === rule)
    .map(({ at }) => (at && 'line' in at ? readFileSync(at.file, 'utf8').split('\n')[at.line - 1] : undefined))
    .map(line => line?.split('# ')[1])

/** Inks of what a group draws. */
const inksIn = (is: (mark: Mark) => boolean) =>
  (prepared.pieces[0]?.piece.faces ?? []).flatMap(({ marks }) =>
    [...walk(marks)]
      .filter(({ parents }) => parents.some(is))
      .flatMap(({ mark }) => paintsOf(mark).flatMap(inksOfPaint)),
  )

describe('a brand in rich black', () => {
  it('has its text told at the template’s line', () => expect(told('rich-black-text')).toEqual(['texte']))

  it('has its thin lines told, strokes and bars', () => expect(told('rich-black-line')).toEqual(['barre', 'cadre']))

  it('has its 400 % refused, the area and the text', () => {
    expect(told('ink-limit')).toEqual(['texte', 'aplat'])
    expect(prepared.pieces.map(({ sound }) => sound)).toEqual([false])
  })

  it('changes nothing of a code: black alone', () => {
    const inks = inksIn(mark => mark.kind === 'group' && mark.qr !== undefined)
    expect(inks.length).toBeGreaterThan(0)
    expect(inks.every(isBlackOnly)).toBe(true)
  })

  it('has the designers’ blacks of its logos mended: black alone', () => {
    const inks = inksIn(mark => mark.kind === 'group' && mark.logo !== undefined)
    expect(inks).toHaveLength(2)
    expect(inks.every(isBlackOnly)).toBe(true)
  })
})
