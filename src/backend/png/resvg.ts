// resvg, loaded when the first pixels are drawn: by then the host has told its memory how to be, which is read once.
import { createRequire } from 'node:module'
import type * as Renderer from '@resvg/resvg-js'

let loaded: typeof Renderer | undefined

/** No crop at all: told nothing, resvg-js cuts the whole picture out of itself, which is as much memory again. */
const NO_CROP = { left: 1, top: 0, right: 0, bottom: 0 }

/**
 * Draws an SVG at its own size, in pixels: RGBA, premultiplied.
 *
 * @param background `#rrggbb` laid under everything; transparent by default
 */
export function drawSvg(svg: string, background: string | undefined): Uint8Array {
  loaded ??= createRequire(import.meta.url)('@resvg/resvg-js') as typeof Renderer
  const options = { font: { loadSystemFonts: false }, crop: NO_CROP, ...(background && { background }) }
  return new loaded.Resvg(svg, options).render().pixels
}
