// The small FOGRA39 profile: the bytes its script makes, close to the full one, embedded only where it is asked for and true.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { FULL, SMALL, smallProfile } from '../../scripts/small-profile.ts'
import { renderPdf } from '../../src/backend/pdf/render-pdf.ts'
import { deltaE2000 } from '../../src/color/delta-e.ts'
import { openProfile } from '../../src/color/profile.ts'
import { pieceEntry } from '../../src/delivery/manifest.ts'
import { cmyk } from '../../src/model/ink.ts'
import { type Prepared, prepare, type RenderOptions, readKit } from '../../src/pipeline.ts'
import { checkPdf } from '../../src/preflight/check-pdf.ts'
import { expectationOf } from '../../src/preflight/file/expectation.ts'
import { emptyFolder, platePixels } from '../fixtures/written-pdf.ts'
import { options, world } from '../golden/examples.ts'
import { oracle } from '../oracles.ts'

const read = (path: string): Uint8Array => new Uint8Array(readFileSync(path))
const small = read(SMALL)

describe('the small profile', () => {
  it('is what its script makes, byte for byte, and is shipped deflated by fflate', async () => {
    expect(Buffer.from(await smallProfile(read(FULL))).equals(small)).toBe(true)
    expect(Buffer.from(zlibSync(small, { level: 9 })).equals(readFileSync(`${SMALL}.zlib`))).toBe(true)
    const about = readFileSync(SMALL.replace(/icc$/, 'txt'), 'utf8')
    expect(about).toContain((await openProfile('small', small)).sha256)
  })

  it('is twenty times smaller in a PDF, and says its own name', async () => {
    expect(readFileSync(`${SMALL}.zlib`).length * 20).toBeLessThan(readFileSync(`${FULL}.zlib`).length)
    const { description } = await openProfile('small', small)
    expect(description).toBe('FOGRA39 (small, Signakit)')
  })

  it('shows inks within a ΔE00 of 1 of the full one, 0.2 on average', async () => {
    const [ours, full] = await Promise.all([openProfile('small', small), openProfile('full', read(FULL))])
    const apart: number[] = []
    for (let at = 0; at < 4096; at++) {
      const [c, m, y, k] = [at & 7, (at >> 3) & 7, (at >> 6) & 7, at >> 9].map(step => step * 13)
      const ink = cmyk(c ?? 0, m ?? 0, y ?? 0, k ?? 0)
      if (ink.c + ink.m + ink.y + ink.k <= 300) apart.push(deltaE2000(ours.lab(ink), full.lab(ink)))
    }
    expect(apart.length).toBeGreaterThan(3000)
    expect(Math.max(...apart)).toBeLessThan(1)
    expect(apart.reduce((sum, next) => sum + next, 0) / apart.length).toBeLessThan(0.2)
  })
})

type Asked = { readonly printer?: string; readonly options?: Partial<RenderOptions> }

/** A kit of one poster, prepared by a printer that starts from ours. */
async function prepared({ printer = '', options: more = {} }: Asked): Promise<Prepared> {
  const folder = emptyFolder()
  const kit = `structure: { nom: Les Lilas, type: creche, caf: "33", qr: non }
kit: { imprimeur: ./atelier.yaml, pieces: [affiche-a4] }
`
  writeFileSync(join(folder, 'kit.yaml'), kit)
  writeFileSync(join(folder, 'atelier.yaml'), `id: atelier\ntitle: Atelier\nextends: standard\n${printer}`)
  const { value } = readKit(join(folder, 'kit.yaml'), undefined, options, world)
  if (!value) throw new Error('the kit does not read')
  return prepare(value, { ...options, ...more }, world)
}

/** What one poster's PDF is, the profile in it, and what is said of the small one. */
async function written(asked: Asked) {
  const { pieces, assets, diagnostics } = await prepared(asked)
  const [first] = pieces
  if (!first || !assets) throw new Error('no piece')
  const { piece, design, flat = { piece, assets } } = first
  const bytes = renderPdf(flat.piece, flat.assets, { date: new Date(0), version: '0' })
  const { profileSha256 } = expectationOf(piece, assets)
  return {
    bytes,
    carried: [first.piece.output.embedded ?? 'the printer’s own', profileSha256],
    problems: checkPdf(bytes, expectationOf(flat.piece, flat.assets)),
    said: diagnostics
      .filter(({ rule }) => rule === 'small-profile')
      .map(({ severity, message }) => [severity, message.fr]),
    printer: pieceEntry({ piece, design, assets, files: [], diagnostics: [] }).printer,
  }
}

const sha256 = async (path: string): Promise<string> => (await openProfile('t', read(path))).sha256
const FOGRA51 = 'condition: { identifier: FOGRA51, info: Offset sur couché }\n'
/** Artifex's, of Debian's Ghostscript: another press. */
const OTHER = '/usr/share/color/icc/ghostscript/default_cmyk.icc'

describe('a PDF', () => {
  it('carries the printer’s own profile unless the small one is asked for', async () => {
    const { carried, said, printer } = await written({})
    expect(carried).toEqual(['the printer’s own', await sha256(FULL)])
    expect(said).toEqual([])
    expect(printer).not.toHaveProperty('embedded')
  })

  it.each([
    ['by the command line', { options: { smallProfile: true } }],
    ['by the printer', { printer: 'small-profile: true\n' }],
    ['in PDF/X-1a', { options: { smallProfile: true, standard: 'x1a' } }],
    ['in PDF/X-3', { options: { smallProfile: true, standard: 'x3' } }],
  ] as const)('carries the small one when it is asked for %s, is sound, and its manifest says so', async (_, asked) => {
    const { bytes, carried, problems, said, printer } = await written(asked)
    expect(carried).toEqual(['FOGRA39-small-signakit', await sha256(SMALL)])
    expect(problems).toEqual([])
    expect(said).toEqual([])
    expect(bytes.length).toBeLessThan(100_000)
    expect(printer.profile.file).toBe('ISOcoated_v2_300_bas.icc')
    expect(printer.embedded).toEqual({ file: 'FOGRA39-small-signakit.icc', sha256: await sha256(SMALL) })
  })

  it('keeps the whole profile, and says so, for another condition', async () => {
    const { carried, said } = await written({ printer: `small-profile: true\n${FOGRA51}` })
    expect(carried[0]).toBe('the printer’s own')
    expect(said).toEqual([['warning', expect.stringContaining('FOGRA51')]])
  })

  it('keeps it for a press that is not FOGRA39, whatever its condition says', async () => {
    const { carried, said } = await written({ printer: `small-profile: true\nprofile: ${OTHER}\n` })
    expect(carried[0]).toBe('the printer’s own')
    expect(said).toEqual([['warning', expect.stringContaining('default_cmyk.icc')]])
  })
})

describe.skipIf(oracle('gs').missing)('Ghostscript', () => {
  it('separates both into the same plates, to the last level', async () => {
    const folder = emptyFolder()
    const plates = await Promise.all(
      [{}, { options: { smallProfile: true } }].map(async (asked, index) => {
        const { bytes } = await written(asked)
        const path = join(folder, `${index}.pdf`)
        writeFileSync(path, bytes)
        return platePixels(path, 1, 72)
      }),
    )
    const [whole, light] = plates.map(all => [...all].map(([name, { data }]) => [name, data.toString('base64')]))
    expect(light).toEqual(whole)
    expect(whole?.length).toBeGreaterThan(3)
  })
})

const transicc = oracle('transicc')

describe.skipIf(transicc.missing)('transicc', () => {
  it('reads it both ways', () => {
    const lab = transicc.text(['-n', '-c0', '-t1', `-i${SMALL}`, '-o*Lab'], { input: '0\n100\n100\n0\nq\n' })
    const [L = 0, a = 0, b = 0] = lab.trim().split(/\s+/).map(Number)
    expect(deltaE2000([L, a, b], [48.1, 68.7, 48.6])).toBeLessThan(2)
    const inks = transicc.text(['-n', '-c0', '-t1', '-i*Lab', `-o${SMALL}`], { input: '100\n0\n0\nq\n' })
    expect(Math.max(...inks.trim().split(/\s+/).map(Number))).toBeLessThan(1)
  })
})
