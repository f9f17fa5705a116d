// A page of the display list as HTML, as a program that prints through a browser writes it: text as text, shapes as SVG.
import { pathToFileURL } from 'node:url'
import { ASCENT, DESCENT, hex, pathData, runs, shapeSvg, weightOf } from './ink.mjs'

const escaped = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** With a line as high as the font's own box, the baseline is its ascent below the top. */
const line = ({ text, font, size, x, y, fill }) =>
  `<p style="left:${x}mm;top:${y - ASCENT * size}mm;font-size:${size}mm;font-weight:${weightOf(font)};color:${hex(fill)}">${escaped(text)}</p>`

const picture = ({ x, y, width, height, clip }, photo) => {
  const local = clip.map(([command, ...at]) => [
    command,
    ...at.map((value, index) => value - (index % 2 === 0 ? x : y)),
  ])
  const round = pathData(local).includes('C') ? ';border-radius:50%' : ''
  return `<img src="${photo}" style="left:${x}mm;top:${y}mm;width:${width}mm;height:${height}mm;object-fit:cover${round}">`
}

const shapes = (list, { width, height }) =>
  `<svg width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">${list.map(shapeSvg).join('')}</svg>`

export function styleOf(fonts) {
  const faces = Object.entries(fonts).map(
    ([name, path]) => `@font-face{font-family:"Signs";font-weight:${weightOf(name)};src:url("${pathToFileURL(path)}")}`,
  )
  return `${faces.join('')}
*{margin:0;padding:0}
main{position:absolute;left:0;top:0;overflow:hidden;font-family:"Signs";line-height:${ASCENT + DESCENT}}
svg,p,img{position:absolute}svg{left:0;top:0}p{white-space:pre}`
}

export const htmlOf = (
  page,
  style,
  photo,
) => `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${page.id}</title>
<style>@page{size:${page.width}mm ${page.height}mm;margin:0}main{width:${page.width}mm;height:${page.height}mm}${style}</style></head><body><main>
${runs(page.items)
  .map(item => (Array.isArray(item) ? shapes(item, page) : item.kind === 'text' ? line(item) : picture(item, photo)))
  .join('\n')}
</main></body></html>`
