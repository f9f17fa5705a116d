// The elements a template may contain. One line here is all a new one needs: schema, documentation and layout follow.
import { artwork } from './elements/artwork.ts'
import { disc } from './elements/disc.ts'
import { image } from './elements/image.ts'
import { panel } from './elements/panel.ts'
import { pictogram } from './elements/pictogram.ts'
import { qr } from './elements/qr.ts'
import { repeat } from './elements/repeat.ts'
import { column, row } from './elements/row.ts'
import { sign } from './elements/sign.ts'
import { text } from './elements/text.ts'

export const elements = { panel, row, column, text, image, artwork, pictogram, qr, repeat, sign, disc } as const

export type ElementName = keyof typeof elements

export const isElementName = (key: string): key is ElementName => Object.hasOwn(elements, key)
