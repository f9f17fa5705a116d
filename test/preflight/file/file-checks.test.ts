// Each file rule fires on its mutations, alone, and says nothing of a sound file.
import { describe, expect, it } from 'vitest'
import { checkPdf } from '../../../src/preflight/check-pdf.ts'
import { fileChecks } from '../../../src/preflight/file-checks.ts'
import { preflightRules } from '../../../src/preflight/rules.ts'
import { baseDraft, OBJECT } from './base-draft.ts'
import { Draft } from './draft.ts'
import { flatDraft } from './flat-draft.ts'
import { flatMutations } from './flat-mutations.ts'
import { type Mutation, mutations } from './mutations.ts'

const rulesOf = (bytes: Uint8Array): string[] => [...new Set(checkPdf(bytes).map(diagnostic => diagnostic.rule))]

describe('a sound PDF/X-4', () => {
  it('has no finding', () => {
    expect(checkPdf(baseDraft().bytes())).toEqual([])
  })
})

const tables: readonly Readonly<Record<string, readonly Mutation[]>>[] = [
  mutations,
  flatMutations.x1a,
  flatMutations.x3,
]

describe('every rule has a mutation that makes it fire, and only it', () => {
  it('no rule is left out', () => {
    const without = Object.keys(fileChecks).filter(
      id => !tables.some(table => Object.entries(table).some(([rule, list]) => rule === id && list.length > 0)),
    )
    expect(without).toEqual([])
  })

  for (const [rule, list] of Object.entries(mutations)) {
    for (const [what, change] of list) {
      it(`${rule}: ${what}`, () => {
        const changed = change(baseDraft())
        expect(rulesOf(changed instanceof Draft ? changed.bytes() : changed)).toEqual([rule])
      })
    }
  }
})

describe.each(['x1a', 'x3'] as const)('a file that says it is %s', standard => {
  it('has no finding when it is sound', () => {
    expect(checkPdf(flatDraft(standard).bytes())).toEqual([])
  })

  it('may be of the edition that rests on PDF 1.4', () => {
    const draft = Object.assign(flatDraft(standard), { version: '1.4' })
    const [from, to] = standard === 'x1a' ? ['PDF/X-1:2001', 'PDF/X-1a:2003'] : ['PDF/X-3:2002', 'PDF/X-3:2003']
    expect(checkPdf(draft.dict(OBJECT.info, from, to).bytes())).toEqual([])
  })

  it('may name a registered condition instead of embedding its profile', () => {
    expect(checkPdf(flatDraft(standard).dict(OBJECT.intent, '/DestOutputProfile 8 0 R', '').bytes())).toEqual([])
  })

  it('allows colours with a profile in X-3 alone', () => {
    const lab = '[/Lab << /WhitePoint [0.9642 1 0.8249] >>]'
    const draft = flatDraft(standard)
      .dict(OBJECT.page, '/ColorSpace <<', `/ColorSpace << /New ${lab}`)
      .content(OBJECT.content, 'q /Sh sh', 'q /New cs 50 0 0 scn 40 40 9 9 re f Q q /Sh sh')
    expect(rulesOf(draft.bytes())).toEqual(standard === 'x1a' ? ['pdfx-press-color'] : [])
  })

  for (const [rule, list] of Object.entries(flatMutations[standard])) {
    for (const [what, change] of list) {
      it(`${rule}: ${what}`, () => {
        const changed = change(flatDraft(standard))
        expect(rulesOf(changed instanceof Draft ? changed.bytes() : changed)).toEqual([rule])
      })
    }
  }
})

describe('findings', () => {
  it('name the page and the object', () => {
    const [finding] = checkPdf(baseDraft().content(19, '0.5 g', '1 0 0 rg').bytes())
    expect(finding?.message).toEqual({
      fr: 'page 1, objet 19 0\u00a0: DeviceRGB',
      en: 'page 1, object 19 0: DeviceRGB',
    })
    expect(finding?.severity).toBe('error')
  })

  it('are written as French is set', () => {
    for (const { title, why, fix } of Object.values(preflightRules)) {
      // What is typed keeps the spaces of its own grammar.
      for (const fr of [title, why, fix].map(({ fr: said }) => said.replace(/`[^`]*`/g, '')))
        expect(fr).not.toMatch(/'|[^\u00a0\u202f][;?!»]|[^\u00a0]:(?!\/)|« (?!\u00a0)/)
    }
  })
})
