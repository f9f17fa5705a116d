// PNG beside sharp's default on the same SVG; SVG beside svg.js on svgdom.
import { join } from 'node:path'
import { measure } from '../process.mjs'
import { spread } from '../statistics.mjs'
import { number, range, table } from '../table.mjs'

const loop = (kind, content, rounds) => {
  const command = [
    process.execPath,
    join(import.meta.dirname, '../picture-loop.mjs'),
    kind,
    content.all,
    String(rounds),
  ]
  return JSON.parse(measure(command).stdout)
}

const ratio = ({ ours, theirs }) => spread(ours.map((time, round) => time / theirs[round]))
const one = value => ({ median: value, min: value, max: value })
const kilo = bytes => number(bytes / 1000, bytes < 100_000 ? 1 : 0)

const HEAD = [
  '',
  'Signakit, ms',
  'l’autre, ms',
  'Signakit ÷ lui, durée',
  'Signakit, ko',
  'l’autre, ko',
  'Signakit ÷ lui, octets',
]

const rowOf = row => [
  row.title,
  range(spread(row.ours), 1),
  range(spread(row.theirs), 1),
  range(ratio(row), 2),
  kilo(row.ourBytes),
  kilo(row.theirBytes),
  number(row.ourBytes / row.theirBytes, 2),
]

export function png({ content, photo, rounds }) {
  const plain = loop('png', content, rounds)
  const withPhoto = loop('png', photo(), rounds)
    .filter(({ title }) => title.startsWith('affiche'))
    .map(row => ({ ...row, title: `${row.title}, avec une photo` }))
  const figures = {}
  const claim = (id, row) => {
    figures[`png-${id}-time`] = ratio(row)
    figures[`png-${id}-bytes`] = one(row.ourBytes / row.theirBytes)
  }
  claim('sticker', plain[1])
  claim('poster', plain[3])
  claim('poster-photo', withPhoto[1])
  return { section: table(HEAD, [...plain, ...withPhoto].map(rowOf)), figures }
}

export function svg({ content, rounds }) {
  const [outlines, live] = loop('svg', content, rounds * 4)
  return {
    section: table(HEAD, [outlines, live].map(rowOf)),
    figures: { svg: ratio(outlines), 'svg-live': ratio(live) },
  }
}
