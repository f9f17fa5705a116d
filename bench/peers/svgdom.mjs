// A page of the display list as SVG through svg.js on svgdom, the usual way to write SVG in Node.
import { registerWindow, SVG } from '@svgdotjs/svg.js'
import { createSVGWindow } from 'svgdom'
import { hex, pathData, weightOf } from './ink.mjs'

export function svgOf({ width, height, items }) {
  const window = createSVGWindow()
  registerWindow(window, window.document)
  const canvas = SVG(window.document.documentElement).size(`${width}mm`, `${height}mm`).viewbox(0, 0, width, height)
  for (const item of items) {
    if (item.kind === 'text') {
      const look = { 'font-family': 'Source Sans 3', 'font-size': item.size, 'font-weight': weightOf(item.font) }
      canvas.plain(item.text).attr({ x: item.x, y: item.y, fill: hex(item.fill), ...look })
      continue
    }
    const path = canvas.path(pathData(item.path))
    if (item.stroke) path.fill('none').stroke({ color: hex(item.stroke.ink), width: item.stroke.width })
    else path.fill({ color: hex(item.fill), rule: item.evenOdd ? 'evenodd' : 'nonzero' })
  }
  return canvas.svg()
}
