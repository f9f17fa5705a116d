// What an order means for the check of a PDF: the printer's standard and profile, the product's holes.
import { describe, expect, it } from 'vitest'
import { orderOf, type PdfOrder } from '../../src/cli/press-job.ts'
import { UsageError } from '../../src/cli/usage-error.ts'
import { openWorld } from '../../src/host/world.ts'

const world = openWorld({})
const jobOf = (order: PdfOrder) => orderOf(order, world).job

describe('a printer', () => {
  it('imposes its PDF/X, unless another is asked for on the command line', () => {
    expect(jobOf({ printer: 'studiokolor' }).asked).toBe('x1a')
    expect(jobOf({ printer: 'kollin' }).asked).toBe('x3')
    expect(jobOf({ printer: 'studiokolor', pdf: 'x4' }).asked).toBe('x4')
    expect(jobOf({}).asked).toBeUndefined()
  })

  it('imposes none that it has not published', () => {
    const silent = ['ma-bonne-impression', 'wirmachendruck', 'web2print-ma', 'digitaldruck-fabrik', 'realisaprint']
    const asked = silent.map(printer => {
      const { job, printer: found } = orderOf({ printer }, world)
      return [found?.spec.gaps.includes('standard'), job.asked]
    })
    for (const [unpublished, standard] of asked) expect(standard === undefined).toBe(unpublished)
    expect(asked.some(([unpublished]) => unpublished)).toBe(true)
  })

  it('gives its profile to files that bring none', () => {
    expect(jobOf({ printer: 'standard' }).profile?.length).toBeGreaterThan(100_000)
  })
})

describe('a product', () => {
  it('has the holes of its fixing on the finished size, turned or not', () => {
    const { holes } = jobOf({ product: 'plaque-300x200' })
    expect(holes?.(300, 200)).toHaveLength(4)
    const [first] = holes?.(300, 200) ?? []
    expect([first?.x, first?.diameter]).toEqual([first?.y, 5])
    const { holes: two } = jobOf({ product: 'plaque-300x200', fixation: '2-vis' })
    expect(two?.(300, 200).map(({ y }) => y)).toEqual([100, 100])
    expect(two?.(200, 300).map(({ x }) => x)).toEqual([100, 100])
  })

  it('has none when it is glued, hung, or stuck on glass', () => {
    expect(jobOf({ product: 'plaque-300x200', fixation: 'adhesif' }).holes).toBeUndefined()
    expect(jobOf({ product: 'affiche-a3' }).holes).toBeUndefined()
  })

  it('refuses a fixing it does not have', () => {
    expect(() => jobOf({ product: 'plaque-300x200', fixation: 'clous' })).toThrow(UsageError)
    expect(() => jobOf({ product: 'affiche-a3', fixation: '4-vis' })).toThrow(UsageError)
  })
})
