// Findings on a PDF told to programs: a French path keeps its accents and spaces, and no line is made up.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { checkForeignPdf } from '../../src/preflight/check-foreign-pdf.ts'
import { reporters } from '../../src/report/reporters.ts'
import { oracle } from '../oracles.ts'

const FILE = 'Été 2026/affiche n° 2, l’Île #1.pdf'
const options = { lang: 'fr', color: false, sources: () => undefined } as const

/** As `signakit check` tells them: on the file, at no line. */
async function findings(file: string): Promise<readonly Diagnostic[]> {
  const bytes = readFileSync(new URL('../producers/scribus.pdf', import.meta.url))
  const { diagnostics } = await checkForeignPdf(new Uint8Array(bytes), { distance: 1, scale: 1 })
  return diagnostics.map(each => ({ at: { file, line: 1, column: 1, length: 0 }, ...each }))
}

/** What of SARIF 2.1.0 we write (OASIS, 3.13 to 3.30): nothing else may stand there. */
const logical = z.strictObject({ fullyQualifiedName: z.string().min(1) })
const message = z.strictObject({ text: z.string().min(1) })
const location = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({ uri: z.string().regex(/^[\x21-\x7e]+$/) }),
    region: z
      .strictObject({ startLine: z.int().min(1), startColumn: z.int().min(1), endColumn: z.int().min(1) })
      .optional(),
  }),
  logicalLocations: z.array(logical).optional(),
  message: message.optional(),
})
const log = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({ name: z.string(), rules: z.array(z.strictObject({ id: z.string().min(1) })) }),
      }),
      columnKind: z.literal('utf16CodeUnits'),
      results: z.array(
        z.strictObject({
          ruleId: z.string().min(1),
          level: z.enum(['error', 'warning', 'note']),
          message,
          locations: z.array(location).optional(),
          relatedLocations: z.array(location).optional(),
          properties: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    }),
  ]),
})

describe('findings on a PDF', () => {
  it('sarif: the shape of 2.1.0, a URI that decodes to the path, pages and objects instead of lines', async () => {
    const { results } = log.parse(JSON.parse(reporters.sarif(await findings(FILE), options))).runs[0]
    const places = results.flatMap(({ locations = [] }) => locations)
    expect(places.length).toBeGreaterThan(5)
    for (const { physicalLocation } of places) {
      expect(decodeURIComponent(physicalLocation.artifactLocation.uri)).toBe(FILE)
      expect(physicalLocation.region).toBeUndefined()
    }
    expect(places.flatMap(({ logicalLocations = [] }) => logicalLocations)).toContainEqual({
      fullyQualifiedName: 'page 1, object 16 0',
    })
  })

  it.each([
    ['/srv/Été/a b.pdf', 'file:///srv/%C3%89t%C3%A9/a%20b.pdf'],
    ['C:\\Travaux\\é.pdf', 'file:///C:/Travaux/%C3%A9.pdf'],
  ])('sarif: %s is a URI', async (file, uri) => {
    const [first] = log.parse(JSON.parse(reporters.sarif(await findings(file), options))).runs[0].results
    expect(first?.locations?.[0]?.physicalLocation.artifactLocation.uri).toBe(uri)
  })

  const xmllint = oracle('xmllint')
  it.skipIf(xmllint.missing)('junit: well-formed, one suite named after the file', async () => {
    const xml = reporters.junit(await findings(FILE), options)
    expect(xmllint.text(['--xpath', 'string(/testsuites/testsuite/@name)', '-'], { input: xml }).trim()).toBe(FILE)
    const count = xmllint.text(['--xpath', 'count(//failure) = //testsuite/@failures', '-'], { input: xml })
    expect(count.trim()).toBe('true')
    expect(xml).not.toContain('.pdf:1:1')
  })

  it('github: on the file, at no line', async () => {
    for (const line of reporters.github(await findings(FILE), options).split('\n'))
      expect(line).toMatch(
        /^::(error|warning|notice) file=Été 2026\/affiche n° 2%2C l’Île #1\.pdf,title=[a-z0-9-]+::\S/,
      )
  })

  it('json: the page, the object and the place in mm', async () => {
    const told: unknown = JSON.parse(reporters.json(await findings(FILE), options))
    expect(told).toContainEqual(
      expect.objectContaining({ rule: 'pdf-hairline', page: expect.objectContaining({ number: 1, object: 16 }) }),
    )
  })

  it('human: the path as it is written', async () => {
    expect(reporters.human(await findings(FILE), options)).toContain(`┌─ ${FILE}\n`)
  })
})
