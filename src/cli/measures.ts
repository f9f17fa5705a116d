// Amounts as people read them, in the language of the messages.
import { frenchNumber, mmSize } from '../design/measure.ts'
import { type Text, text } from '../model/diagnostic.ts'

export const amount = (value: number, fr: string, en: string): Text =>
  text(`${frenchNumber(value)}\u00a0${fr}`, `${value} ${en}`)

const oneDecimal = (value: number): number => Math.round(value * 10) / 10

export const sizeText = (width: number, height: number): Text => text(mmSize(width, height), `${width} × ${height} mm`)

const KIB = 1024

export const bytesText = (bytes: number): Text =>
  bytes < KIB * KIB ? amount(Math.ceil(bytes / KIB), 'Ko', 'KB') : amount(oneDecimal(bytes / (KIB * KIB)), 'Mo', 'MB')

export const secondsText = (milliseconds: number): Text => amount(oneDecimal(milliseconds / 1000), 's', 's')

/** `1 pièce`, `3 pièces`: French takes the plural from two on. */
export const countText = (count: number, one: Text, many: Text): Text =>
  text(`${count}\u00a0${count < 2 ? one.fr : many.fr}`, `${count} ${count === 1 ? one.en : many.en}`)
