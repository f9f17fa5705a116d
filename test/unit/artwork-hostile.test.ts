// Logos made to run, to call, to exhaust or to mislead: each is drawn right or refused with its sentence, and nothing is fetched.
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Artwork } from '../../src/artwork/artwork.ts'
import { loadArtwork } from '../../src/artwork/load.ts'
import { openProfile } from '../../src/color/profile.ts'
import type { Profile } from '../../src/model/assets.ts'
import { drawArtwork } from '../artwork/draw.ts'
import { difference, pressed, render } from '../artwork/judge.ts'
import { bomb, chunk, pixels, png } from '../artwork/png.ts'

let profile: Profile
let server: Server
let fetched = 0
let host = ''

beforeAll(async () => {
  profile = await openProfile(
    'test',
    readFileSync(new URL('../../assets/profiles/ISOcoated_v2_300_bas.icc', import.meta.url)),
  )
  server = createServer((_, response) => {
    fetched++
    response.end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => server.close())

const RECT = '<rect width="50" height="30" fill="#906050"/>'
const NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

/** `HOST` stands for a server that counts who calls. */
const svg = (body: string, attributes = 'viewBox="0 0 100 60"', before = ''): Buffer =>
  Buffer.from(`${before}<svg ${NAMESPACES} ${attributes}>${body}</svg>`.replaceAll('HOST', host))

const url = (bytes: Buffer, type = 'image/png'): string => `data:${type};base64,${bytes.toString('base64')}`

const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('')

/** Sentences with plain spaces, after the file's name. */
const said = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace(/^logo\.svg : /, '')

async function read(bytes: Uint8Array): Promise<{ readonly value?: Artwork; readonly sentences: readonly string[] }> {
  const { value, diagnostics } = await loadArtwork(bytes, { name: 'logo.svg' }, profile)
  for (const { hint, severity } of diagnostics) if (severity === 'error') expect(hint?.fr).toBeTruthy()
  return { ...(value && { value }), sentences: diagnostics.map(({ message }) => said(message.fr)) }
}

type Case = readonly [name: string, make: () => Buffer, sentence: string]

const of = (body: string, attributes?: string, before?: string) => (): Buffer => svg(body, attributes, before)

const LOOPS = 'il se déploie en plus de 50 000 éléments ou s’appelle lui-même'
const CHAIN = 'un dégradé ou un motif s’y réfère à lui-même, ou à plus de cinquante autres à la suite'
const ENTITIES = 'sa DOCTYPE définit des entités'
const NUMBERS = 'ses nombres sont démesurés'
const OUTSIDE = 'il appelle une image extérieure'
const SPECK = 'ce qu’il dessine tient dans un millième de son cadre : on n’en verrait rien'
const other = (address: string): string => `il renvoie à un autre fichier (${address})`
const frame = (written: string): string => `la viewBox « ${written} » n’est pas un cadre`

const active: readonly Case[] = [
  ['a script', of(`${RECT}<script>fetch("http://HOST")</script>`), 'il contient un script ou une animation (script)'],
  [
    'a script of HTML',
    of(`${RECT}<script xmlns="http://www.w3.org/1999/xhtml" src="http://HOST/a.js"/>`),
    'il contient du HTML (<script>)',
  ],
  ['an event', of('<rect width="9" height="9" onclick="x()"/>'), 'il contient un script ou une animation (onclick)'],
  [
    'an animation',
    of('<rect width="9" height="9"><set attributeName="x" to="9"/></rect>'),
    'il contient un script ou une animation (set)',
  ],
]

const outside: readonly Case[] = [
  ['a picture by http', of('<image width="9" height="9" href="http://HOST/a.png"/>'), OUTSIDE],
  ['a picture by //', of('<image width="9" height="9" href="//HOST/a.png"/>'), OUTSIDE],
  ['a picture by file:', of('<image width="9" height="9" xlink:href="file:///etc/passwd"/>'), OUTSIDE],
  ['a picture by path', of('<image width="9" height="9" xlink:href="../photo.png"/>'), OUTSIDE],
  [
    '@import of a string',
    of(`<style>@import "http://HOST/a.css";</style>${RECT}`),
    'sa feuille de style en appelle une autre (@import)',
  ],
  [
    '@import of url()',
    of(`<style>@import url(//HOST/a.css) screen;</style>${RECT}`),
    'sa feuille de style en appelle une autre (@import)',
  ],
  [
    'a style sheet by instruction',
    of(RECT, undefined, '<?xml-stylesheet href="http://HOST/a.css" type="text/css"?>'),
    'il appelle une feuille de style extérieure (<?xml-stylesheet ?>)',
  ],
  [
    'a style sheet by link',
    of(`<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="http://HOST/a.css"/>${RECT}`),
    'il contient du HTML (<link>)',
  ],
  [
    'a font',
    of('<style>@font-face{font-family:X;src:url(http://HOST/x.woff2)}</style><text y="9" font-family="X">A</text>'),
    'son texte emploie la police « X », qui n’est pas fournie',
  ],
  ['use', of(`${RECT}<use xlink:href="file:///a.svg#b"/>`), other('file:///a.svg#b')],
  ['a paint', of('<rect width="9" height="9" fill="url(a.svg#b)"/>'), other('a.svg#b')],
  ['a paint with a fallback', of('<rect width="9" height="9" fill="url(a.svg#b) red"/>'), other('a.svg#b')],
  [
    'a gradient',
    of('<linearGradient id="g" href="//x.fr/a.svg#b"/><rect width="9" height="9" fill="url(#g)"/>'),
    other('//x.fr/a.svg#b'),
  ],
  ['a mask', of('<rect width="9" height="9" mask="url(a.svg#b)"/>'), other('a.svg#b')],
  ['a clip', of('<rect width="9" height="9" clip-path="url(a.svg#b)"/>'), other('a.svg#b')],
  ['a filter', of('<rect width="9" height="9" filter="url(a.svg#b)"/>'), other('a.svg#b')],
  ['a marker', of('<path d="M0 0h9" stroke="red" marker-end="url(a.svg#b)"/>'), other('a.svg#b')],
  [
    'a ground',
    of(RECT, 'viewBox="0 0 9 9" style="background:url(a.png)"'),
    'son fond est une couleur de page (background : url(a.png)), qui n’est pas un dessin',
  ],
  [
    'a picture without content',
    of(`${RECT}<image width="9" height="9" href="data:image/png;base64,"/>`),
    'une de ses images n’a pas de contenu lisible',
  ],
]

const doctype = (subset: string): string => `<!DOCTYPE svg [${subset}]>`

const bombs: readonly Case[] = [
  [
    'entities of entities',
    of(
      `<desc>&c;</desc>${RECT}`,
      undefined,
      doctype(`<!ENTITY a "${'a'.repeat(99)}"><!ENTITY b "${'&a;'.repeat(99)}"><!ENTITY c "${'&b;'.repeat(99)}">`),
    ),
    ENTITIES,
  ],
  ['one entity many times', of('&a;'.repeat(90_000), undefined, doctype(`<!ENTITY a "${'a'.repeat(900)}">`)), ENTITIES],
  ['an entity of itself', of('&a;', undefined, doctype('<!ENTITY a "&a;">')), ENTITIES],
  ['a parameter entity', of(RECT, undefined, doctype('<!ENTITY % p SYSTEM "http://HOST/a.dtd">%p;')), ENTITIES],
  [
    'use that doubles',
    of(`${many(20, at => `<g id="l${at}">${`<use href="#l${at + 1}"/>`.repeat(2)}</g>`)}<g id="l20">${RECT}</g>`),
    LOOPS,
  ],
  ['use of its own group', of(`<g id="a">${RECT}<use href="#a"/></g>`), LOOPS],
  ['use of itself', of(`${RECT}<use id="u" href="#u"/>`), LOOPS],
  ['use in turns', of(`<g id="a">${RECT}<use href="#b"/></g><g id="b"><use href="#a"/></g>`), LOOPS],
  ['a symbol of itself', of('<symbol id="s"><use href="#s"/></symbol><use href="#s"/>'), LOOPS],
  [
    'patterns in turns',
    of(
      `${['pq', 'qp'].map(([own, next]) => `<pattern id="${own}" width="9" height="9"><rect width="9" height="9" fill="url(#${next})"/></pattern>`).join('')}<rect width="9" height="9" fill="url(#p)"/>`,
    ),
    LOOPS,
  ],
  [
    'masks in turns',
    of(
      `${['mn', 'nm'].map(([own, next]) => `<mask id="${own}"><rect width="9" height="9" fill="#fff" mask="url(#${next})"/></mask>`).join('')}<rect width="9" height="9" mask="url(#m)"/>`,
    ),
    LOOPS,
  ],
  [
    'masks that double',
    of(
      `${many(20, at => `<mask id="m${at}">${`<rect width="9" height="9" mask="url(#m${at + 1})"/>`.repeat(2)}</mask>`)}<mask id="m20">${RECT}</mask><rect width="9" height="9" mask="url(#m0)"/>`,
    ),
    LOOPS,
  ],
  [
    'a clip of itself',
    of(`<clipPath id="c" clip-path="url(#c)">${RECT}</clipPath><rect width="9" height="9" clip-path="url(#c)"/>`),
    LOOPS,
  ],
  [
    'a marker of itself',
    of(
      '<marker id="m"><path d="M0 0h1" stroke="red" marker-end="url(#m)"/></marker><path d="M0 0h9" stroke="red" marker-end="url(#m)"/>',
    ),
    LOOPS,
  ],
  [
    'a gradient of itself, beside what can be drawn',
    of(`${RECT}<linearGradient id="p" href="#p"/><rect width="9" height="9" fill="url(#p)"/>`),
    CHAIN,
  ],
  [
    'gradients in turns',
    of(
      '<linearGradient id="p" href="#q"/><linearGradient id="q" href="#p"/><rect width="9" height="9" fill="url(#p)"/>',
    ),
    CHAIN,
  ],
  [
    'patterns that lend in turns',
    of(`${RECT}<pattern id="p" href="#q"/><pattern id="q" href="#p"/><rect width="9" height="9" fill="url(#p)"/>`),
    CHAIN,
  ],
  [
    'five thousand gradients in a row',
    of(
      `${RECT}${many(5000, at => `<linearGradient id="g${at}" href="#g${at + 1}"/>`)}<rect width="9" height="9" fill="url(#g0)"/>`,
    ),
    CHAIN,
  ],
  ['100 000 elements', of('<path d="M0 0h1v1z"/>'.repeat(100_000)), 'plus de 50 000 éléments'],
  ['5 000 levels', of(`${'<g>'.repeat(5000)}${RECT}${'</g>'.repeat(5000)}`), 'plus de 100 niveaux imbriqués'],
  [
    'a million letters',
    of(`<text y="20" font-family="X">${'A'.repeat(1e6)}</text>`),
    'il contient plus de 20 000 lettres',
  ],
]

const numbers: readonly Case[] = [
  ['NaN', of('<rect width="NaN" height="9"/>'), 'longueur « NaN » incomprise (width)'],
  ['Infinity', of('<rect width="9" height="Infinity"/>'), 'longueur « Infinity » incomprise (height)'],
  ['NaN in a stroke', of('<path d="M0 0h9" stroke="red" stroke-width="NaN"/>'), 'filet : « NaN » incompris'],
  ['NaN in a path', of('<path d="M0 0L NaN 5 9 9z"/>'), 'un de ses tracés est abîmé'],
  [
    'a path that does not begin, beside what can be drawn',
    of(`${RECT}<path d="10 20"/>`),
    'un de ses tracés est abîmé',
  ],
  ['1e308', of('<rect width="1e308" height="1e308"/>'), NUMBERS],
  ['1e308 beside a drawing', of(`${RECT}<rect width="1e308" height="1e308"/>`), NUMBERS],
  ['1e200 beside a drawing', of(`${RECT}<path d="M0 0H1e200V1e200z"/>`), NUMBERS],
  ['a stripe of 1e9', of(`${RECT}<rect width="1e9" height="9"/>`), NUMBERS],
  ['1e999 in a path', of('<path d="M0 0L1e999 5 9 9z"/>'), NUMBERS],
  ['1e308 times 1e308', of('<g transform="scale(1e308)"><rect width="1e308" height="9"/></g>'), NUMBERS],
  ['a view box without width', of(RECT, 'viewBox="0 0 0 60"'), frame('0 0 0 60')],
  ['a view box without width in a size', of(RECT, 'width="9" height="9" viewBox="0 0 0 60"'), frame('0 0 0 60')],
  ['a negative view box', of(RECT, 'viewBox="0 0 -100 60"'), frame('0 0 -100 60')],
  ['a view box of three numbers', of(RECT, 'viewBox="0 0 100"'), frame('0 0 100')],
  ['NaN in a view box', of(RECT, 'viewBox="0 0 NaN 60"'), frame('0 0 NaN 60')],
  [
    'the view box of a symbol',
    of(`${RECT}<symbol id="s" viewBox="0 0 0 9">${RECT}</symbol><use href="#s"/>`),
    frame('0 0 0 9'),
  ],
  ['a huge view box', of(RECT, 'viewBox="0 0 1e308 1e308"'), SPECK],
  ['a wide view box', of(RECT, 'viewBox="0 0 1e6 1e6"'), SPECK],
  ['a tiny view box', of(RECT, 'viewBox="0 0 1e-300 1e-300"'), NUMBERS],
  ['a far view box', of(RECT, 'viewBox="1e300 1e300 100 60"'), NUMBERS],
  ['a negative size', of(RECT, 'width="-10" height="10"'), 'le dessin est vide ou sans dimensions'],
  ['no size', of(RECT, 'width="0" height="0"'), 'le dessin est vide ou sans dimensions'],
  [
    'a size that is no number',
    of(RECT, 'width="NaN" height="9" viewBox="0 0 9 9"'),
    'longueur « NaN » incomprise (width)',
  ],
  [
    'a size of no unit',
    of(RECT, 'width="9lieues" height="9" viewBox="0 0 9 9"'),
    'longueur « 9lieues » incomprise (width)',
  ],
  ['a thread', of(RECT, 'viewBox="0 0 100000 1"'), 'le dessin est vide ou sans dimensions'],
  [
    'a coloured page',
    of(RECT, 'viewBox="0 0 9 9" style="background-color:#c00"'),
    'son fond est une couleur de page (background : #c00), qui n’est pas un dessin',
  ],
  ['nothing', of(''), 'le dessin est vide'],
  ['a drawing cut short', () => svg(RECT).subarray(0, -20), 'XML fautif, ligne 1, colonne 135'],
]

const pictures: readonly Case[] = [
  [
    'a header of 40 000 pixels',
    () => svg(`<image width="9" height="9" href="${url(png(40_000, 40_000, pixels(1, 1)))}"/>`),
    'une image qu’il contient : l’image est trop grande (40000 × 40000 pixels, 25 Mpx au plus)',
  ],
  [
    'a picture cut short',
    () => svg(`<image width="9" height="9" href="${url(png(8, 8, chunk('IDAT', Buffer.from([0x78]))))}"/>`),
    'une image qu’il contient : l’image est abîmée ou incomplète',
  ],
]

describe.each([
  ['what runs or moves', active],
  ['what calls for something outside', outside],
  ['what has no end', bombs],
  ['numbers out of all proportion', numbers],
  ['pictures inside', pictures],
])('%s is refused', (_, cases) => {
  it.each(cases)(
    '%s',
    async (_name, make, expected) => {
      const { value, sentences } = await read(make())
      expect(sentences).toEqual([expected])
      expect(value).toBeUndefined()
    },
    20_000,
  )
})

const harmless: readonly (readonly [name: string, make: () => Buffer])[] = [
  ['an attribute in capitals', of(`<g ONLOAD="x()">${RECT}</g>`)],
  ['a link', of(`<a xlink:href="javascript:alert(1)">${RECT}</a>`)],
  ['a cursor', of(`<g style="cursor:url(http://HOST/a.cur)">${RECT}</g>`)],
  ['a font that nothing uses', of(`<style>@font-face{font-family:X;src:url(http://HOST/x.woff2)}</style>${RECT}`)],
  ['a DTD', of(RECT, undefined, '<!DOCTYPE svg SYSTEM "http://HOST/evil.dtd">')],
  ['an opacity that is none', of('<rect width="50" height="30" fill="#906050" opacity="NaN"/>')],
  ['negative sizes', of(`${RECT}<rect width="-9" height="9"/><circle r="-3"/>`)],
  ['a white page', of(RECT, 'viewBox="0 0 100 60" style="background-color:rgb(255,255,255)"')],
  [
    'a path of 100 000 points',
    of(
      `<path fill="#906050" fill-rule="evenodd" d="M0 0${many(100_000, at => `L${(at * 7) % 100} ${(at * 11) % 60}`)}z"/>`,
    ),
  ],
  [
    'a stroke of endless dashes',
    of(`${RECT}<path d="M0 40h100" stroke="#906050" stroke-width="9" stroke-dasharray=".001"/>`),
  ],
]

describe('what can do no harm is drawn', () => {
  it.each(harmless)(
    '%s',
    async (_, make) => {
      const bytes = make()
      const { value, sentences } = await read(bytes)
      expect(sentences).toEqual([])
      if (!value) throw new Error('no artwork')
      const drawn = render(await drawArtwork(value, profile))
      expect(difference(drawn, pressed(render(bytes.toString()), profile)).mean).toBeLessThan(0.8)
    },
    20_000,
  )
})

describe('what swells when it is read', () => {
  const text =
    (type: string, head: string): (() => Buffer) =>
    () =>
      png(8, 8, chunk(type, Buffer.concat([Buffer.from(head), bomb()])), pixels(8, 8))

  it.each([
    ['a profile', text('iCCP', 'a\0\0'), ['son profil de couleur est inutilisable, l’image est lue en sRVB']],
    ['a note', text('zTXt', 'a\0\0'), []],
    ['an international note', text('iTXt', 'a\0\x01\0\0\0'), []],
    ['more pixels than the header says', () => png(8, 8, chunk('IDAT', Buffer.concat([bomb()]))), []],
  ])(
    '%s: the picture is right, the rest stays folded',
    async (name, make, expected) => {
      const before = process.memoryUsage().rss
      const bytes = make()
      const { value, sentences } = await read(bytes)
      expect(sentences).toEqual(expected)
      expect(process.memoryUsage().rss - before, 'memory').toBeLessThan(700e6)
      const plain = await read(png(8, 8, pixels(8, 8, name.startsWith('more') ? 0 : 120)))
      expect(value?.rasters[0]?.pixels).toEqual(plain.value?.rasters[0]?.pixels)
    },
    20_000,
  )
})

it('nothing was fetched', async () => {
  await fetch(`http://${host}/`)
  expect(fetched).toBe(1)
})
