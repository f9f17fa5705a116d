// Drill holes: solid discs of their true diameter on the drill plate, in finished-side coordinates until mirrored.
import { ellipsePath, roundPath } from '../model/geometry.ts'
import { spot } from '../model/ink.ts'
import type { Sheet } from '../model/sheet.ts'

export const drill = (sheet: Sheet): Sheet =>
  sheet.holes.length === 0
    ? sheet
    : {
        ...sheet,
        marks: [
          ...sheet.marks,
          {
            kind: 'group',
            layer: 'drill',
            name: 'drill',
            marks: sheet.holes.map(({ x, y, diameter }) => ({
              kind: 'path',
              path: roundPath(ellipsePath(x, y, diameter / 2)),
              fill: spot('drill'),
            })),
          },
        ],
      }
