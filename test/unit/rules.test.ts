// The registry of rules: complete, without doubles, and written as French asks.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Rule } from '../../src/model/rule.ts'
import { rules, rulesByStage } from '../../src/rules.ts'

const src = fileURLToPath(new URL('../../src/', import.meta.url))

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))

const all = Object.values(rulesByStage).flatMap(stage => Object.entries<Rule>(stage))

/** Ids as they stand in the code where a finding is made; fill rules are written the same way and are not ours. */
const emitted = sources.flatMap(name =>
  [...readFileSync(`${src}${name}`, 'utf8').matchAll(/\brule: '([a-z0-9-]+)'/g)]
    .map(match => ({ name, id: match[1] ?? '' }))
    .filter(({ id }) => id !== 'nonzero' && id !== 'evenodd'),
)

describe('the registry', () => {
  it('holds every rule that the code can emit', () => {
    expect(emitted.length).toBeGreaterThan(0)
    expect(emitted.filter(({ id }) => !Object.hasOwn(rules, id))).toEqual([])
  })

  it('gathers the rules of every stage that declares some', () => {
    const declared = readdirSync(src).filter(folder => existsSync(`${src}${folder}/rules.ts`))
    expect(Object.keys(rulesByStage).sort()).toEqual(declared.sort())
  })

  it('gives an id to one rule only', () => {
    const ids = all.map(([id]) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })
})

describe.each(all)('%s', (id, { title, why, fix }) => {
  it('is made of words joined by hyphens', () => {
    expect(id).toMatch(/^[a-z]+[a-z0-9]*(-[a-z0-9]+)*$/)
  })

  it('says something in both languages', () => {
    for (const { fr, en } of [title, why, fix]) {
      expect(fr.length).toBeGreaterThan(5)
      expect(en.length).toBeGreaterThan(5)
    }
  })

  it('keeps to French typography', () => {
    for (const { fr } of [title, why, fix]) {
      expect(fr).not.toMatch(/[a-zé]'[a-zéh]/i)
      expect(fr).not.toMatch(/ [:;!?»](\s|$)|« /)
    }
  })

  it('titles without a full stop, explains with one', () => {
    expect(title.fr).not.toMatch(/\.$/)
    expect(why.fr).toMatch(/[.!?»]$/)
    expect(fix.fr).toMatch(/[.!?»]$/)
  })
})
