// The kit by pdfme's generator: a template per piece, text and SVG elements, text colours in CMYK.
import { readFileSync, writeFileSync } from 'node:fs'
import { generate } from '@pdfme/generator'
import { image, svg, text } from '@pdfme/schemas'
import { ASCENT, DESCENT, hex, runs, shapeSvg } from './ink.mjs'

const PT = 72 / 25.4

const shapes = (list, { width, height }) => ({
  type: 'svg',
  content: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}mm" height="${height}mm">${list.map(shapeSvg).join('')}</svg>`,
  position: { x: 0, y: 0 },
  width,
  height,
})

const line = (item, page) => ({
  type: 'text',
  content: item.text,
  position: { x: item.x, y: item.y - ASCENT * item.size },
  width: page.width - item.x,
  height: (ASCENT + DESCENT) * item.size,
  fontName: item.font,
  fontSize: item.size * PT,
  fontColor: hex(item.fill),
  lineHeight: 1,
  alignment: 'left',
  verticalAlignment: 'top',
})

/** It has no clip: the photo keeps its rectangle. */
const picture = ({ x, y, width, height }, photo) => ({
  type: 'image',
  content: photo,
  position: { x, y },
  width,
  height,
})

const element = (item, page, photo) => {
  if (Array.isArray(item)) return shapes(item, page)
  return item.kind === 'text' ? line(item, page) : picture(item, photo)
}

export function open({ fonts, photo }) {
  const font = Object.fromEntries(
    Object.entries(fonts).map(([name, path], index) => [
      name,
      { data: readFileSync(path), fallback: index === 0, subset: true },
    ]),
  )
  const jpeg = `data:image/jpeg;base64,${readFileSync(photo).toString('base64')}`
  const plugins = { text, svg, image }
  const draw = async (pages, folder) => {
    for (const page of pages) {
      const elements = runs(page.items).map((item, index) => ({ name: `e${index}`, ...element(item, page, jpeg) }))
      const template = {
        basePdf: { width: page.width, height: page.height, padding: [0, 0, 0, 0] },
        schemas: [elements],
      }
      const inputs = [Object.fromEntries(elements.map(({ name, content }) => [name, content]))]
      const bytes = await generate({ template, inputs, plugins, options: { font, title: page.id, colorType: 'cmyk' } })
      writeFileSync(`${folder}/${page.id}.pdf`, bytes)
    }
  }
  return { draw }
}
