// One Pantone spelled as three programs spell it, in a PDF of another producer: what is said, ink by ink.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkForeignPdf } from '../../src/preflight/check-foreign-pdf.ts'
import { emptyFolder } from '../fixtures/written-pdf.ts'
import { oracle } from '../oracles.ts'

const gs = oracle('gs')

const SPOT_RULES = ['pdf-spot-names', 'pdf-spot-suffix', 'pdf-spot-twins']

/** A square in each ink; all look the same, as they do when one colour was placed three times. */
async function found(names: readonly string[], variant: 'label' | 'large-format' = 'label'): Promise<string[]> {
  const folder = emptyFolder()
  const squares = names.map(
    (name, index) =>
      `[/Separation (${name}) /DeviceCMYK { dup 1 mul exch dup 0.5 mul exch dup 0 mul exch 0 mul }] setcolorspace 1 setcolor ${20 + 60 * index} 20 40 40 rectfill`,
  )
  const input = `%!PS\n<< /PageSize [300 100] >> setpagedevice\n${squares.join('\n')}\nshowpage\n`
  gs.text(['-q', '-sDEVICE=pdfwrite', `-sOutputFile=${join(folder, 'tons.pdf')}`, '-'], { input })
  const { diagnostics } = await checkForeignPdf(readFileSync(join(folder, 'tons.pdf')), {
    variant,
    distance: 1,
    scale: 1,
  })
  return diagnostics
    .filter(({ rule }) => SPOT_RULES.includes(rule))
    .map(({ rule, message }) => `${rule} ${message.fr.slice(message.fr.indexOf('«')).replaceAll('\u00a0', ' ')}`)
}

describe.skipIf(gs.missing)('spots named alike in a PDF of Ghostscript', () => {
  it('are told spelling by spelling', async () => {
    expect(await found(['PANTONE 300 C', 'Pantone 300C', 'PANTONE 300 CV'])).toEqual([
      'pdf-spot-names « PANTONE 300 C » et « Pantone 300C »',
      'pdf-spot-suffix « PANTONE 300 C » et « PANTONE 300 CV »',
      'pdf-spot-twins « PANTONE 300 C » et « Pantone 300C » : même couleur',
      'pdf-spot-twins « PANTONE 300 C » et « PANTONE 300 CV » : même couleur',
    ])
  })

  it('are told on a window film too, where GWG leaves spots alone', async () => {
    expect(await found(['PANTONE 300 C', 'Pantone 300C'], 'large-format')).toEqual([
      'pdf-spot-names « PANTONE 300 C » et « Pantone 300C »',
    ])
  })

  it('and two inks are two inks', async () => {
    const told = await found(['PANTONE 300 C', 'PANTONE 301 C', 'PANTONE Warm Red C'])
    expect(told.filter(each => !each.startsWith('pdf-spot-twins'))).toEqual([])
  })
})
