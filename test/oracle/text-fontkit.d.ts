// The independent shaper of the tests (pdfkit's) has no types of its own.
declare module 'fontkit' {
  export type Shaped = {
    readonly glyphs: readonly { readonly id: number }[]
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[]
    readonly advanceWidth: number
  }
  export function create(bytes: Uint8Array): {
    layout(text: string, features?: Readonly<Record<string, boolean>>): Shaped
  }
}
