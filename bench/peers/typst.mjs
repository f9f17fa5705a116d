// The kit as Typst documents, one per piece, compiled in Node: native text and shapes in CMYK, the code as an SVG image.
import { writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { pathData, weightOf } from './ink.mjs'

const ink = color => `cmyk(${color.map(share => `${share}%`).join(',')})`
const point = (x, y) => `(${x}mm,${y}mm)`

const SEGMENTS = {
  M: (x, y) => `curve.move(${point(x, y)})`,
  L: (x, y) => `curve.line(${point(x, y)})`,
  C: (a, b, c, d, x, y) => `curve.cubic(${point(a, b)},${point(c, d)},${point(x, y)})`,
  Z: () => 'curve.close()',
}

function shape({ path, fill, evenOdd, stroke }) {
  const dash = stroke?.dash ? `,dash:(${stroke.dash.map(length => `${length}mm`).join(',')})` : ''
  const look = stroke
    ? `stroke:(paint:${ink(stroke.ink)},thickness:${stroke.width}mm${dash})`
    : `fill:${ink(fill)},fill-rule:"${evenOdd ? 'even-odd' : 'non-zero'}"`
  return `#place(top+left,curve(${look},${path.map(([command, ...at]) => SEGMENTS[command](...at)).join(',')}))`
}

const line = ({ text, font, size, x, y, fill }) =>
  `#place(top+left,dx:${x}mm,dy:${y}mm,text(size:${size}mm,weight:${weightOf(font)},fill:${ink(fill)},${JSON.stringify(text)}))`

/** As a picture, the way its users place a code they were given. */
function code({ path, fill, evenOdd }, { width, height }) {
  const black = Math.round(255 * (1 - fill[3] / 100))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}mm" height="${height}mm"><path fill="rgb(${black},${black},${black})" fill-rule="${evenOdd ? 'evenodd' : 'nonzero'}" d="${pathData(path)}"/></svg>`
  return `#place(top+left,image(bytes(${JSON.stringify(svg)}),format:"svg",width:${width}mm,height:${height}mm))`
}

/** In its circle; the photo is a file of the compiler's workspace. */
const picture = ({ x, y, width, height }, _, photo) =>
  `#place(top+left,dx:${x}mm,dy:${y}mm,box(width:${width}mm,height:${height}mm,radius:50%,clip:true,image("${photo}",width:${width}mm,height:${height}mm,fit:"cover")))`

const DRAWN = { text: line, path: shape, code, image: picture }

const sourceOf = (page, photo) => `#set document(title:${JSON.stringify(page.id)})
#set page(width:${page.width}mm,height:${page.height}mm,margin:0mm)
#set text(font:"Source Sans 3",lang:"fr",top-edge:"baseline",bottom-edge:"baseline",hyphenate:false)
${page.items.map(item => DRAWN[item.kind](item, page, photo)).join('\n')}
`

/** One compiler for all documents, as its documentation advises; its caches are never emptied, the fastest way it has. */
export function open({ fonts, photo }) {
  const [font] = Object.values(fonts)
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [dirname(font)] }], workspace: dirname(photo) })
  const draw = (pages, folder) => {
    for (const page of pages) {
      const mainFileContent = sourceOf(page, basename(photo))
      writeFileSync(`${folder}/${page.id}.pdf`, compiler.pdf({ mainFileContent }))
    }
  }
  return { draw }
}
