// The kit by @react-pdf/renderer: a document per piece, shapes and text in one Svg, fonts registered once as its guide shows.
import { Document, Font, Image, Page, Path, renderToFile, Svg, Text, View } from '@react-pdf/renderer'
import { createElement as h } from 'react'
import { ASCENT, hex, pathData, runs, weightOf } from './ink.mjs'

const PT = 72 / 25.4

const shape = ({ path, fill, evenOdd, stroke }, key) => {
  const look = stroke
    ? { fill: 'none', stroke: hex(stroke.ink), strokeWidth: stroke.width, strokeDasharray: stroke.dash?.join(' ') }
    : { fill: hex(fill), fillRule: evenOdd ? 'evenodd' : 'nonzero' }
  return h(Path, { key, d: pathData(path), ...look })
}

/** A hundredth of a millimetre shorter than the page: as high as it, the renderer takes it to be too high for it. */
const shapes = (list, page, key) => {
  const [width, height] = [page.width, page.height - 0.01]
  return h(
    Svg,
    {
      key,
      width: width * PT,
      height: height * PT,
      viewBox: `0 0 ${width} ${height}`,
      style: { position: 'absolute', left: 0, top: 0 },
    },
    list.map(shape),
  )
}

const line = ({ text, font, size, x, y, fill }, key) =>
  h(
    Text,
    {
      key,
      style: {
        position: 'absolute',
        left: x * PT,
        top: (y - ASCENT * size) * PT,
        fontFamily: 'Signs',
        fontWeight: weightOf(font),
        fontSize: size * PT,
        color: hex(fill),
        lineHeight: 1.424,
      },
    },
    text,
  )

const picture = ({ x, y, width, height }, photo, key) =>
  h(
    View,
    { key, style: { position: 'absolute', left: x * PT, top: y * PT } },
    h(Image, {
      src: photo,
      style: { width: width * PT, height: height * PT, objectFit: 'cover', borderRadius: (width * PT) / 2 },
    }),
  )

const drawn = (item, page, photo, key) => {
  if (Array.isArray(item)) return shapes(item, page, key)
  return item.kind === 'text' ? line(item, key) : picture(item, photo, key)
}

export function open({ fonts, photo }) {
  Font.register({
    family: 'Signs',
    fonts: Object.entries(fonts).map(([name, src]) => ({ src, fontWeight: weightOf(name) })),
  })
  Font.registerHyphenationCallback(word => [word])
  const draw = async (pages, folder) => {
    for (const page of pages) {
      const children = runs(page.items).map((item, index) => drawn(item, page, photo, index))
      const sheet = h(Page, { size: [page.width * PT, page.height * PT] }, children)
      await renderToFile(h(Document, { title: page.id }, sheet), `${folder}/${page.id}.pdf`)
    }
  }
  return { draw }
}
