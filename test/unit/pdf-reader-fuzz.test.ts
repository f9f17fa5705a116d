// The reader and every check on files of other producers, broken at random from a fixed seed: a sentence, before the test's own limit.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkForeignPdf } from '../../src/preflight/check-foreign-pdf.ts'
import { Draft } from '../preflight/file/draft.ts'

const folder = fileURLToPath(new URL('../producers/', import.meta.url))
const files = readdirSync(folder)
  .filter(name => name.endsWith('.pdf'))
  .map(name => readFileSync(`${folder}${name}`))

const JOB = { distance: 1, scale: 1 } as const

/** Runs of a normal test; FUZZ=100000 runs as many, by hand. */
const RUNS = Number(process.env.FUZZ ?? 100)
const SEED = Number(process.env.SEED ?? 20260102)

const told = async (bytes: Uint8Array): Promise<void> => {
  const { diagnostics } = await checkForeignPdf(bytes, JOB)
  for (const { message } of diagnostics) expect(message.fr.length).toBeGreaterThan(3)
}

const file = fc.constantFrom(...files)

/** Words that mean something where they land: other types, huge numbers, rings, deep nests. */
const words = fc.constantFrom(
  'null',
  'true',
  '-1',
  '99999999999',
  '1e9',
  '0.0000001',
  '[',
  ']',
  '<<',
  '>>',
  '<< /A << /A',
  '(',
  ')',
  '<',
  '>',
  '/',
  'R',
  '1 0 R',
  '2 0 R',
  '5 0 R',
  'obj',
  'endobj',
  'stream',
  'endstream',
  'xref',
  'trailer',
  '/Length 0',
  '/Kids [1 0 R]',
  '/Parent',
  '/Filter [/FlateDecode /FlateDecode]',
  '/Filter /LZWDecode',
  '/DecodeParms << /Predictor 15 /Columns 99999 >>',
  '/Contents [4 0 R 4 0 R 4 0 R]',
  '/SMask 1 0 R',
  'q',
  'Q',
  'cm',
  'BT',
  'Do',
  'sh',
  '1e308 0 0 1e308 0 0 cm',
  'NaN',
  '/Size 4000000000',
  '/W [1 8 8]',
  '/Index [0 99999999]',
  '/Prev 0',
  '/Encrypt 1 0 R',
  '/FunctionType 3',
  '/N 0',
)

describe('broken files end in a sentence', () => {
  it(`bytes flipped, cut and spliced: ${RUNS} files`, async () => {
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        async (bytes, flips, cut, cuts) => {
          const copy = Uint8Array.from(bytes)
          for (const [at, value] of flips) copy[Math.floor(at * (copy.length - 1))] = value
          await told(cuts ? copy.subarray(0, Math.floor(cut * copy.length)) : copy)
        },
      ),
      { numRuns: RUNS, seed: SEED },
    )
  }, 3_600_000)

  it(`objects of other types, rings, huge numbers and nests: ${RUNS} files`, async () => {
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), words), { minLength: 1, maxLength: 6 }),
        async (bytes, changes) => {
          let source = bytes.toString('latin1')
          for (const [at, word] of changes) {
            // Where a value begins: what follows is replaced up to the next space.
            const from = source.indexOf(' ', Math.floor(at * source.length)) + 1
            const to = source.indexOf(' ', from)
            source = `${source.slice(0, from)}${word}${to < 0 ? '' : source.slice(to)}`
          }
          await told(Uint8Array.from(Buffer.from(source, 'latin1')))
        },
      ),
      { numRuns: RUNS, seed: SEED },
    )
  }, 3_600_000)

  it(`content of random operators: ${RUNS} files`, async () => {
    const number = fc.oneof(fc.integer({ min: -999, max: 999 }), fc.constantFrom(1e38, -1e38, 1e-9, 2147483648))
    const operator = fc.constantFrom(
      ...'q Q cm w J j M d ri i gs m l c v y h re S s f f* B B* b b* n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ k K g G rg RG cs CS sc scn sh Do BMC EMC BX EX'.split(
        ' ',
      ),
    )
    const operation = fc.tuple(fc.array(number, { maxLength: 6 }), operator)
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 60 }), async operations => {
        const content = operations.map(([operands, name]) => `${operands.join(' ')} ${name}`).join('\n')
        const draft = new Draft()
        draft.trailer = '/Root 1 0 R'
        draft
          .add(1, '<< /Type /Catalog /Pages 2 0 R >>')
          .add(2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>')
          .add(3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /TrimBox [9 9 190 190] /Contents 4 0 R >>')
          .add(4, '<< >>', content)
        await told(draft.bytes())
      }),
      { numRuns: RUNS, seed: SEED },
    )
  }, 3_600_000)
})

describe('a file of 10 000 pages', () => {
  const book = (count: number): Uint8Array => {
    const draft = new Draft()
    draft.trailer = '/Root 1 0 R'
    const kids = Array.from({ length: count }, (_, index) => `${4 + index} 0 R`)
    draft
      .add(1, '<< /Type /Catalog /Pages 2 0 R >>')
      .add(2, `<< /Type /Pages /MediaBox [0 0 420 595] /Kids [${kids.join(' ')}] /Count ${count} >>`)
      .add(3, '<< >>', '0 0 0 1 k 10 10 400 575 re f 0 0 0 0 k 50 50 100 100 re f')
    for (let index = 0; index < count; index++)
      draft.add(4 + index, '<< /Type /Page /Parent 2 0 R /TrimBox [9 9 411 586] /Resources << >> /Contents 3 0 R >>')
    return draft.bytes()
  }

  it('is checked, and its last pages are said not to be measured', async () => {
    const { diagnostics } = await checkForeignPdf(book(10_000), JOB)
    const rules = diagnostics.map(({ rule, message }) => `${rule} ${message.fr}`)
    expect(rules.join('\n')).toMatch(/pdf-page-ink encrage et fond perdu non mesurés sur les 9900 dernières pages/)
  }, 300_000)

  it('one page more is refused in a sentence', async () => {
    expect((await checkForeignPdf(book(10_001), JOB)).diagnostics.map(({ rule }) => rule)).toEqual(['pdf-too-complex'])
  }, 300_000)
})
