// The language of messages, and the French names of options.
import { describe, expect, it } from 'vitest'
import { asTyped, withoutAliases } from '../../src/cli/aliases.ts'
import { languageOf } from '../../src/cli/language.ts'
import { text } from '../../src/model/diagnostic.ts'

describe('the language', () => {
  it.each([
    [{}, 'fr'],
    [{ LANG: 'C' }, 'fr'],
    [{ LANG: 'C.UTF-8' }, 'fr'],
    [{ LANG: 'POSIX' }, 'fr'],
    [{ LANG: 'fr_FR.UTF-8' }, 'fr'],
    [{ LANG: 'de_DE.UTF-8' }, 'fr'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'en' }, 'en'],
    [{ LANG: 'fr_FR', LC_MESSAGES: 'en_GB' }, 'en'],
    [{ LANG: 'en_GB', LC_MESSAGES: 'en_GB', LC_ALL: 'fr_FR' }, 'fr'],
    [{ LANG: 'en_GB', LC_ALL: '' }, 'en'],
    [{ LANG: 'enm_XX' }, 'fr'],
  ])('of %j is %s', (env, lang) => {
    expect(languageOf(['render', 'kit.yaml'], env)).toBe(lang)
  })

  it('is the one asked for, wherever that is said', () => {
    expect(languageOf(['--lang', 'en', 'render'], { LANG: 'fr_FR' })).toBe('en')
    expect(languageOf(['render', 'kit.yaml', '--lang=fr'], { LANG: 'en_US' })).toBe('fr')
    expect(languageOf(['render', '--', '--lang', 'en'], {})).toBe('fr')
  })
})

describe('the French names of options', () => {
  it('are those of the program', () => {
    expect(withoutAliases(['render', '--sortie=ici', '--charte', 'x', '--regle', 'a=b'])).toEqual([
      'render',
      '--out=ici',
      '--brand',
      'x',
      '--rule',
      'a=b',
    ])
  })

  it('are names of files after --', () => {
    expect(withoutAliases(['check', '--', '--sortie'])).toEqual(['check', '--', '--sortie'])
  })

  it('keep an equals sign in the value', () => {
    expect(withoutAliases(['--regle=text-contrast=avertir'])).toEqual(['--rule=text-contrast=avertir'])
  })

  it('are those of messages about what was typed in French', () => {
    const said = text('--encoding\u00a0: « x » n’existe pas', '--encoding: no “x”')
    expect(asTyped(said, ['batch', '--encodage=x'])).toEqual(
      text('--encodage\u00a0: « x » n’existe pas', '--encodage: no “x”'),
    )
    expect(asTyped(said, ['batch', '--encoding', 'x'])).toEqual(said)
    expect(asTyped(text('--out-of', '--outline-text'), ['--sortie', 'x'])).toEqual(text('--out-of', '--outline-text'))
  })
})
