// Where an element stands in its container, once its expressions are resolved.
import type { BoxProps } from './box.ts'
import type { Scope } from './scope.ts'

type Align = 'start' | 'center' | 'end' | 'stretch'

/** A length in mm, a share of the container (0 to 100), or `auto`. */
export type Size = number | { readonly percent: number } | 'auto'

export type ResolvedBox = {
  readonly size: Partial<Record<'width' | 'height' | 'minWidth' | 'maxWidth' | 'minHeight' | 'maxHeight', Size>>
  readonly margin: Partial<Record<'top' | 'right' | 'bottom' | 'left', Size>>
  readonly padding: Partial<Record<'top' | 'right' | 'bottom' | 'left', Size>>
  readonly inset: Partial<Record<'top' | 'right' | 'bottom' | 'left', Size>>
  readonly absolute: boolean
  readonly grow: number
  readonly shrink: number
  readonly gap: number
  readonly align?: Align
  readonly justify?: 'start' | 'center' | 'end' | 'between' | 'around'
  readonly self?: Align
  readonly wrap: boolean
}

const SIDES = ['top', 'right', 'bottom', 'left'] as const

function resolveSize(value: string | number, scope: Scope): Size {
  if (value === 'auto') return 'auto'
  const percent = typeof value === 'string' ? /^(\d+(?:\.\d+)?)%$/.exec(value)?.[1] : undefined
  return percent === undefined ? scope.number(value) : { percent: Number(percent) }
}

function sides(
  props: BoxProps,
  base: 'margin' | 'padding' | '',
  scope: Scope,
): Partial<Record<(typeof SIDES)[number], Size>> {
  const result: Partial<Record<(typeof SIDES)[number], Size>> = {}
  for (const side of SIDES) {
    const value = base === '' ? props[side] : (props[`${base}-${side}`] ?? props[base])
    if (value !== undefined) result[side] = resolveSize(value, scope)
  }
  return result
}

export function resolveBox(props: BoxProps, scope: Scope): ResolvedBox {
  const size: { [key in keyof ResolvedBox['size']]: Size } = {}
  const put = (key: keyof ResolvedBox['size'], value: string | number | undefined): void => {
    if (value !== undefined) size[key] = resolveSize(value, scope)
  }
  put('width', props.width)
  put('height', props.height)
  put('minWidth', props['min-width'])
  put('maxWidth', props['max-width'])
  put('minHeight', props['min-height'])
  put('maxHeight', props['max-height'])
  return {
    size,
    margin: sides(props, 'margin', scope),
    padding: sides(props, 'padding', scope),
    inset: sides(props, '', scope),
    absolute: props.position === 'absolute',
    grow: props.grow === undefined ? 0 : scope.number(props.grow),
    shrink: props.shrink ?? 0,
    gap: props.gap === undefined ? 0 : scope.number(props.gap),
    ...(props.align ? { align: props.align } : {}),
    ...(props.justify ? { justify: props.justify } : {}),
    ...(props.self ? { self: props.self } : {}),
    wrap: props.wrap ?? false,
  }
}
