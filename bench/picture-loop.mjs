// Pictures of one kit in one process, by us and by a peer in turn: node picture-loop.mjs <png|svg> <content.json> <rounds>
// Prints a list of { title, ours: [ms], theirs: [ms], ourBytes, theirBytes }.
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { pictures } from '../dist/bench/pictures.cjs'
import { displayOf } from './display.mjs'
import { svgOf } from './peers/svgdom.mjs'

const [kind, path, rounds] = process.argv.slice(2)
const content = JSON.parse(readFileSync(path, 'utf8'))

/** Kits drawn for nothing before any counts. */
const WARM_UP = 3

async function time(work) {
  const start = performance.now()
  const result = await work()
  return [performance.now() - start, result]
}

/** Ours, then theirs, `rounds` times after once for nothing. */
async function inTurn(title, ours, theirs, check = () => {}) {
  const row = { title, ours: [], theirs: [] }
  for (let round = 0; round <= Number(rounds); round += 1) {
    const [mine, written] = await time(ours)
    const [other, drawn] = await time(theirs)
    await check(written, drawn)
    if (round === 0) continue
    row.ours.push(mine)
    row.theirs.push(other)
    row.ourBytes = written.length
    row.theirBytes = drawn.length
  }
  return row
}

/** sharp counts 72 pixels an inch whatever the unit: a root in points makes its density ours. */
const inPoints = svg =>
  svg.replace(/(width|height)="([\d.]+)mm"/g, (_, side, length) => `${side}="${(length * 72) / 25.4}"`)

async function sameSize(ours, theirs) {
  const [a, b] = await Promise.all([ours, theirs].map(bytes => sharp(bytes, { limitInputPixels: false }).metadata()))
  if (Math.abs(a.width - b.width) > 1 || Math.abs(a.height - b.height) > 1)
    throw new Error(`${a.width} × ${a.height} against ${b.width} × ${b.height} pixels`)
}

const RESOLUTIONS = [
  ['vitrophanie-a5', 150],
  ['vitrophanie-a5', 300],
  ['affiche-a3', 150],
  ['affiche-a3', 300],
]

async function png() {
  const all = await pictures(content.files[0])
  const rows = []
  for (const [id, dpi] of RESOLUTIONS) {
    const picture = all.find(one => one.id === id)
    const svg = Buffer.from(inPoints(picture.seen()))
    const theirs = () => sharp(svg, { density: dpi, unlimited: true, limitInputPixels: false }).png().toBuffer()
    rows.push(await inTurn(`${id}, ${dpi} ppp`, () => picture.png(dpi), theirs, sameSize))
  }
  return rows
}

/** The files of whole kits, each drawn once by each: what is kept from one kit to the next may serve, and nothing else. */
async function svg() {
  const ways = [
    { title: 'textes en tracés (par défaut)', live: false },
    { title: 'textes vivants (`--live-text`)', live: true },
  ].map(way => ({ ...way, ours: [], theirs: [] }))
  for (const [index, file] of content.files.slice(0, Number(rounds) + WARM_UP).entries()) {
    for (const way of ways) {
      const kit = await pictures(file)
      const pages = kit.map(({ outlined }, at) => (way.live ? content.pages[index][at] : displayOf(outlined)))
      const [mine, written] = await time(() => Promise.all(kit.map(picture => picture.svg(way.live))))
      const [other, drawn] = await time(() => pages.map(svgOf))
      if (index < WARM_UP) continue
      way.ours.push(mine)
      way.theirs.push(other)
      way.ourBytes = written.reduce((sum, { length }) => sum + length, 0)
      way.theirBytes = Buffer.byteLength(drawn.join(''))
    }
  }
  return ways
}

process.stdout.write(JSON.stringify(await { png, svg }[kind]()))
