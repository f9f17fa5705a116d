// A content stream under construction: operators, and the graphics state so far, so that nothing is said twice.
import type { PdfFile } from './pdf-file.ts'
import { createResources, type Resources } from './resources.ts'

/** Which paints leave the plates they do not use as they are (ISO 32000-1 8.6.7, OPM 1). */
export type Overprint = 'none' | 'fill' | 'stroke' | 'both'

type State = {
  readonly fill: string
  readonly stroke: string
  readonly line: string
  readonly overprint: Overprint | 'unknown'
}

/** Nothing is taken for granted: a form starts with the state of wherever it is drawn. */
const START: State = { fill: '', stroke: '', line: '', overprint: 'unknown' }

export type Canvas = {
  readonly resources: Resources
  put(operators: string): void
  /** `q`, the drawing, `Q`; writes nothing when nothing is drawn. */
  nest(before: () => void, draw: () => void): void
  /** The operators that set a fill colour, a stroke colour, the line's dress: written when they change something. */
  set(part: 'fill' | 'stroke' | 'line', operators: string): void
  overprint(wanted: Overprint): void
  written(): string
}

export function createCanvas(file: PdfFile): Canvas {
  const resources = createResources()
  const operators: string[] = []
  let state = START
  const put = (text: string): void => {
    operators.push(text)
  }
  return {
    resources,
    put,
    nest(before, draw) {
      const outer = state
      const start = operators.length
      put('q')
      before()
      const empty = operators.length
      draw()
      if (operators.length === empty) operators.length = start
      else put('Q')
      state = outer
    },
    set(part, text) {
      if (state[part] === text) return
      state = { ...state, [part]: text }
      put(text)
    },
    overprint(wanted) {
      if (state.overprint === wanted) return
      state = { ...state, overprint: wanted }
      put(`${resources.use('ExtGState', overprintState(file, wanted))} gs`)
    },
    written: () => operators.join('\n'),
  }
}

const overprintState = (file: PdfFile, wanted: Overprint) =>
  file.once(`overprint ${wanted}`, () =>
    file.share({
      Type: 'ExtGState',
      OP: wanted === 'stroke' || wanted === 'both',
      op: wanted === 'fill' || wanted === 'both',
      OPM: wanted === 'none' ? 0 : 1,
    }),
  )
