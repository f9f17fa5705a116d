// Colours as content streams and shadings hold them: a space and components.
import type { Ref } from './object.ts'

export type ColorSpace = 'DeviceCMYK' | 'DeviceGray' | Ref

/** Components from 0 to 1 in a colour space. */
export type Color = { readonly space: ColorSpace; readonly values: readonly number[] }

export type RampStop = { readonly at: number; readonly values: readonly number[]; readonly alpha: number }

/** A gradient's stops in one colour space, in order, from 0 to 1. */
export type Ramp = { readonly space: ColorSpace; readonly stops: readonly RampStop[] }
