// French spaces and signs: what each rule sets, what it must leave alone, and that setting twice sets nothing more.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { microtypography } from '../../src/text/microtypography.ts'
import { NAMES } from './text-names.ts'

/** `~` stands for U+00A0 and `^` for U+202F, so that the table can be read. */
const typed = (text: string): string => text.replaceAll('~', '\u00a0').replaceAll('^', '\u202f')
const shown = (text: string): string => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '^')
const french = (text: string): string => shown(microtypography(typed(text), 'fr'))

describe('French', () => {
  it.each([
    // apostrophes
    ["Pomme d'Api", 'Pomme d’Api'],
    ["P'tits Loups d'1 an", 'P’tits Loups d’1~an'],
    ["'s Kinderhüs, ou le 't Zonnehuis", '’s~Kinderhüs, ou le ’t~Zonnehuis'],
    ['Multi-accueil / Espace 1er-Mai, 24h/24', 'Multi-accueil~/ Espace 1er-Mai, 24^h/24'],
    ["le mot 'son' seul", "le mot 'son' seul"],
    ["Pom' de Reinette", 'Pom’ de Reinette'],
    ["aujourd'hui, l' Île", 'aujourd’hui, l’ Île'],
    ['L´Oiseau et l`Île', 'L’Oiseau et l’Île'],
    ["le mot 'atelier' reste", "le mot 'atelier' reste"],
    // quotes
    ['Crèche "Les Lutins"', 'Crèche «~Les Lutins~»'],
    ['"A" et "B".', '«~A~» et «~B~».'],
    ['l\'"Île"', 'l’«~Île~»'],
    ['« Ici »', '«~Ici~»'],
    ['«Ici»', '«~Ici~»'],
    ['«^Ici^»', '«~Ici~»'],
    ['un écran de 12" seul', 'un écran de~12" seul'],
    // high punctuation
    ['Une question ?', 'Une question^?'],
    ['Scannez!', 'Scannez^!'],
    ['Quoi ?!', 'Quoi^?!'],
    ['a ; b', 'a^; b'],
    ['Parents : bienvenue', 'Parents~: bienvenue'],
    ['Tél.: 3230', 'Tél.~: 3230'],
    ['(« Oui ! »)', '(«~Oui^!~»)'],
    ['5 € !', '5~€^!'],
    ['(?) ;-)', '(?) ;-)'],
    ['12:30 et 1:10', '12:30 et 1:10'],
    ['Attends...', 'Attends…'],
    ['.... ', '.... '],
    ['Crèche - Les Lutins', 'Crèche – Les Lutins'],
    ['Lun.–ven., micro-crèche', 'Lun.–ven., micro-crèche'],
    // hours
    ['de 7h30 à 18H30', 'de~7^h^30 à 18^h^30'],
    ['8H - 12H', '8^h – 12^h'],
    ['8H à 12H', '8^h à 12^h'],
    ['bâtiment 12H', 'bâtiment 12H'],
    ['“Les Éoliennes”', '«~Les Éoliennes~»'],
    ['Crèche “Les Lilas”, Nancy', 'Crèche «~Les Lilas~», Nancy'],
    ['«~Il a dit “oui”~»', '«~Il a dit “oui”~»'],
    ['de 7 h 30 à 18 h', 'de~7^h^30 à 18^h'],
    ['7 h 30–18 h 30', '7^h^30–18^h^30'],
    ['24h/24', '24^h/24'],
    ['24h/24, 7j/7', '24^h/24, 7^j/7'],
    ['9h-12h/14h-18h', '9^h-12^h/14^h-18^h'],
    ['8h/12h & 13h30/17h', '8^h/12^h & 13^h^30/17^h'],
    ['le 12/8h', 'le 12/8h'],
    ['bâtiment 12H, salle B2h', 'bâtiment 12H, salle B2h'],
    ['25h70', '25h70'],
    // numbers
    ['n°12, N° 3, nº4', 'n°~12, N°~3, n°~4'],
    ['5€, 50 % de 120 000 €', '5~€, 50~% de~120^000~€'],
    ['0 à 3 ans, 12 places', '0 à 3~ans, 12~places'],
    ['1er étage, 2e, 3 ter', '1er étage, 2e, 3 ter'],
    ['33000 Bordeaux', '33000 Bordeaux'],
    ['SIRET 123 456 789 00012', 'SIRET 123 456 789 00012'],
    ['12, rue des Lilas', '12, rue des Lilas'],
    ['Les 3 Petits Chats', 'Les 3 Petits Chats'],
    // phones
    ['05 56 00 00 00', '05~56~00~00~00'],
    ['05.56.00.00.00', '05~56~00~00~00'],
    ['05-56-00-00-00', '05~56~00~00~00'],
    ['0556000000', '05~56~00~00~00'],
    ['+33 5 56 00 00 00', '+33~5~56~00~00~00'],
    ['0 800 123 456', '0~800~123~456'],
    ['12345678901', '12345678901'],
    // people
    ['M. Martin, Mme Durand, Dr Petit', 'M.~Martin, Mme~Durand, Dr~Petit'],
    // addresses
    ["https://ex.fr/a?b=c;d!e'f", "https://ex.fr/a?b=c;d!e'f"],
    ['www.petits-explorateurs.fr: ici', 'www.petits-explorateurs.fr~: ici'],
    ['écrire à contact@ex.fr !', 'écrire à contact@ex.fr^!'],
    ["l'école (contact@l'école.fr)", "l’école (contact@l'école.fr)"],
    ['caf.fr/aide?x=1 ?', 'caf.fr/aide?x=1^?'],
    // composition
    ['e\u0301te\u0301', 'été'],
    ['Ligne 1 ?\nLigne 2 ?', 'Ligne 1^?\nLigne 2^?'],
  ])('%s', (input, expected) => {
    expect(french(input)).toBe(typed(expected) === expected ? expected : shown(typed(expected)))
  })

  it('is idempotent on every name', () => {
    for (const name of NAMES) expect(french(french(name))).toBe(french(name))
  })

  it('is idempotent, and changes nothing but spaces and signs, on anything', () => {
    const bits = [
      'a',
      'É',
      'h',
      'de',
      'M.',
      'Dr',
      "'",
      '’',
      '"',
      '«',
      '»',
      ' ',
      '\u00a0',
      '\u202f',
      '\t',
      '\n',
      '.',
      '..',
      '...',
      ';',
    ]
    const more = [
      ':',
      '!',
      '?',
      '-',
      '–',
      '0',
      '05',
      '12',
      '000',
      '56',
      '€',
      '%',
      'n°',
      'nº',
      '@',
      '/',
      'www.',
      '.fr',
      '(',
      ')',
      '+33',
      '🙂',
      '\ue000',
    ]
    const text = fc.array(fc.constantFrom(...bits, ...more), { maxLength: 30 }).map(parts => parts.join(''))
    // Letters and figures survive in order; `h` may be made small, dots between figures and signs may move.
    const words = (s: string): string =>
      s
        .normalize('NFC')
        .toLowerCase()
        .replaceAll('º', '')
        .replace(/[^\p{L}\p{N}]/gu, '')
    fc.assert(
      fc.property(text, input => {
        const once = microtypography(input, 'fr')
        expect(microtypography(once, 'fr')).toBe(once)
        expect(words(once)).toBe(words(input))
      }),
      { numRuns: 20_000, seed: 20_24 },
    )
  })

  it('ends on hostile texts', () => {
    const hostile = ['a', ' ', '-a', '1 111', '"', "'", '«', 'www.', 'a@', '!', '\u00a0', 'a.', '05 ', '.', '0'].map(
      bit => bit.repeat(50_000),
    )
    for (const text of hostile) {
      const set = microtypography(text, 'fr')
      expect(microtypography(set, 'fr')).toBe(set)
    }
  })
})

describe('other languages', () => {
  it.each([
    ['br', "Ti ar c'hvugale : 7h30 !", 'Ti ar c’hvugale : 7h30 !'],
    ['en', 'Don\'t "quote" it?', 'Don’t "quote" it?'],
    ['de', 'Kinder: e\u0301', 'Kinder: é'],
  ])('%s: NFC and the apostrophe only', (lang, input, expected) => {
    expect(microtypography(input, lang)).toBe(expected)
  })
})
