// Bends and points of cut lines, measured on outlines whose radius and points are known.
import { describe, expect, it } from 'vitest'
import { ellipsePath, IDENTITY, type Path, rectPath, roundedRectPath } from '../../src/model/geometry.ts'
import { tightestBend } from '../../src/preflight/checks/cut-bend.ts'
import { nodesOf } from '../../src/preflight/checks/cut-outlines.ts'
import { contourPath, contourRegion } from '../../src/sheet/contour.ts'
import { pathRegion } from '../../src/sheet/path-area.ts'

const box = { x: 10, y: 10, width: 80, height: 30 }

describe('the tightest bend', () => {
  it.each([0.5, 1, 2, 6, 15])('of corners of %d mm is theirs', radius => {
    const bend = tightestBend(roundedRectPath(box, radius))
    expect(bend / radius).toBeGreaterThan(0.97)
    expect(bend / radius).toBeLessThan(1.03)
  })

  it('of sharp corners is none: they are cut in two strokes', () => {
    expect(tightestBend(rectPath(box))).toBe(Number.POSITIVE_INFINITY)
  })

  it('is found where a wide curve meets a tight one', () => {
    const drop: Path = [
      ['M', 0, 0],
      ['C', 30, 0, 30, 40, 0, 40],
      ['C', -2, 40, -2, 38, 0, 37],
    ]
    expect(tightestBend(drop)).toBeLessThan(2)
  })

  it.each([2, 4])('of a contour made for %d mm is no tighter than the check asks', radius => {
    const contour = contourRegion(pathRegion(rectPath(box), 'nonzero', IDENTITY), { offset: 2, radius, farthest: 40 })
    expect(contour && tightestBend(contourPath(contour))).toBeGreaterThan(radius * 0.9)
  })
})

it.each([
  [rectPath(box), 4],
  [ellipsePath(50, 50, 20), 4],
  [roundedRectPath(box, 5), 8],
] as const)('points of an outline are counted once each', (path, count) => {
  expect(nodesOf(path)).toBe(count)
})
