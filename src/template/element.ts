// What an element is: a schema for its YAML, and a way to turn into marks once its box is known. It knows no backend.
import type { z } from 'zod'
import type { Span } from '../model/diagnostic.ts'
import type { Box, Path } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import type { Mark } from '../model/sheet.ts'
import type { Scope } from './scope.ts'

/** Room on a line: from `left` to `right`, in sheet coordinates. */
export type Room = { readonly left: Mm; readonly right: Mm }

/** The room that shapes leave between two heights of the sheet, within a box. */
export type RoomAt = (top: Mm, bottom: Mm) => Room

/** Why a text does not fit the room it was given. */
export type Misfit = {
  readonly natural: Mm
  readonly needed: Mm
  readonly available: Mm
  readonly size: Mm
  readonly word?: string
}

export type Measured = {
  readonly width: Mm
  readonly height: Mm
  readonly misfit?: Misfit
  /** It fits, but a line ends where it should not: another step of the ladder may read better. */
  readonly flawed?: boolean
}

/** Flexbox properties that an element decides by itself. */
export type OwnStyle = {
  readonly direction?: 'row' | 'column'
  readonly width?: Mm
  readonly height?: Mm
  readonly position?: { readonly right?: Mm; readonly bottom?: Mm; readonly left?: Mm; readonly top?: Mm }
}

/** A text as layout handles it: it is measured, may be scaled with its group, and may flow around shapes. */
export type Flow = {
  /** Ids of the elements whose outlines the lines stay clear of. */
  readonly avoid: readonly string[]
  /** Id of the element inside whose outline the lines stay. */
  readonly within?: string
  readonly gap: Mm
  readonly align: 'left' | 'center' | 'right'
  /** Texts of one group shrink together; undefined when this text keeps its size. */
  readonly group?: string
  /** Smallest scale of the group this text may take, from 0 to 1. */
  readonly minScale: number
  /** The datum to edit when the text does not fit. */
  readonly from?: Span
  readonly content: string
}

/** One element of one sheet, its expressions resolved. */
export type Prepared = {
  readonly style?: OwnStyle
  readonly flow?: Flow
  /** `width` is undefined when nothing limits it. `room` is absent on the first pass. */
  measure?(width: Mm | undefined, scale: number, box: Box | undefined, room: RoomAt | undefined): Measured
  lower(box: Box, scale: number, room: RoomAt | undefined): readonly Mark[]
  /** Outlines others keep clear of, in sheet coordinates. */
  outlines?(box: Box): readonly Path[]
  /** Children are clipped to this outline. */
  clip?(box: Box): Path | undefined
  /** What the reader loses when the element is left out. Texts say it in their flow. */
  readonly says?: { readonly content: string; readonly from?: Span }
  /** How children are wrapped: metadata of the group they end in. */
  readonly group?: { readonly alt?: string }
}

export type Element<Main extends z.ZodType = z.ZodType, Props extends z.ZodRawShape = z.ZodRawShape> = {
  /** One French line for the generated documentation and schema. */
  readonly about: string
  /** What stands under the element's own key. */
  readonly main: Main
  readonly props: Props
  /** Whether the value under the element's own key is the list of its children. */
  readonly container?: boolean
  /** Undefined when there is nothing to draw: an empty slot closes its gap. */
  prepare(main: z.output<Main>, props: z.output<z.ZodObject<Props>>, scope: Scope): Prepared | undefined
}

/** Keeps the inferred types of an element; the registry stores them under one type. */
export const defineElement = <Main extends z.ZodType, Props extends z.ZodRawShape>(
  element: Element<Main, Props>,
): Element<Main, Props> => element
