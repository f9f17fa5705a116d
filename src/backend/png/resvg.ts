// resvg, loaded when the first pixels are drawn: by then the host has told its memory how to be, which is read once.
import { createRequire } from 'node:module'
import type * as Renderer from '@resvg/resvg-js'

type Engine = (svg: string, options: Renderer.ResvgRenderOptions) => Renderer.Resvg

const load = createRequire(import.meta.url)

/** What a package of one machine holds: the engine, which takes its options as JSON. */
type Binding = { readonly Resvg: new (svg: string, options: string) => Renderer.Resvg }

/** Where most of us are. To find its way there, the package itself has Node report on the whole system. */
const USUAL = ['@resvg/resvg-js-linux-x64-gnu', '@resvg/resvg-js-linux-arm64-gnu'] as const

function onUsualMachine(): Engine | undefined {
  for (const name of USUAL) {
    try {
      // As resvg-js itself wraps it.
      const { Resvg } = load(name) as Binding
      return (svg, options) => new Resvg(svg, JSON.stringify(options))
    } catch {
      // Another machine.
    }
  }
  return undefined
}

function onAnyMachine(): Engine {
  // Loaded when it serves, so not imported.
  const { Resvg } = load('@resvg/resvg-js') as typeof Renderer
  return (svg, options) => new Resvg(svg, options)
}

let loaded: Engine | undefined

/** No crop at all: told nothing, resvg-js cuts the whole picture out of itself, which is as much memory again. */
const NO_CROP = { left: 1, top: 0, right: 0, bottom: 0 }

/**
 * Draws an SVG at its own size, in pixels: RGBA, premultiplied.
 *
 * @param background `#rrggbb` laid under everything; transparent by default
 */
export function drawSvg(svg: string, background: string | undefined): Uint8Array {
  loaded ??= onUsualMachine() ?? onAnyMachine()
  const options = { font: { loadSystemFonts: false }, crop: NO_CROP, ...(background && { background }) }
  return loaded(svg, options).render().pixels
}
