// The kit as a program on pdfkit would draw it, written as its documentation shows: a document per piece, fonts by path.

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import PdfDocument from 'pdfkit'
import { pathData } from './ink.mjs'

const PT = 72 / 25.4

function draw(document, { items }, { fonts, photo }) {
  document.scale(PT)
  for (const item of items) {
    if (item.kind === 'text') {
      document.font(fonts[item.font]).fontSize(item.size).fillColor(item.fill)
      document.text(item.text, item.x, item.y, { baseline: 'alphabetic', lineBreak: false })
      continue
    }
    if (item.kind === 'image') {
      document.save()
      document.path(pathData(item.clip)).clip()
      document.image(photo, item.x, item.y, { cover: [item.width, item.height], align: 'center', valign: 'center' })
      document.restore()
      continue
    }
    document.path(pathData(item.path))
    const rule = item.evenOdd ? 'even-odd' : 'non-zero'
    if (item.stroke) {
      document.lineWidth(item.stroke.width)
      if (item.stroke.dash) document.dash(item.stroke.dash[0], { space: item.stroke.dash[1] })
      document.stroke(item.stroke.ink)
      document.undash()
    } else document.fill(item.fill, rule)
  }
}

export const open = content => ({
  draw: async (pages, folder) => {
    for (const page of pages) {
      const document = new PdfDocument({
        size: [page.width * PT, page.height * PT],
        margin: 0,
        info: { Title: page.id },
      })
      const file = createWriteStream(`${folder}/${page.id}.pdf`)
      document.pipe(file)
      draw(document, page, content)
      document.end()
      await once(file, 'close')
    }
  },
})
