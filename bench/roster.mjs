// Who is compared: how each draws the kits of a content file, as a whole process, and what it lacks beside us.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { kitPages } from './kit-pages.mjs'
import { htmlOf, styleOf } from './peers/html.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const looped =
  engine =>
  (content, out, ...more) => [process.execPath, join(here, 'loop.mjs'), engine, content, out, ...more]

/** As `signakit batch` starts its processes; asked when a command is made, after the build. */
const worker =
  engine =>
  (content, out, ...more) => {
    const { WORKER_ENV, WORKER_FLAGS } = createRequire(import.meta.url)('../dist/bench/api.cjs')
    const env = Object.entries(WORKER_ENV).map(([name, value]) => `${name}=${value}`)
    return ['env', ...env, process.execPath, ...WORKER_FLAGS, join(here, 'loop.mjs'), engine, content, out, ...more]
  }

/** The HTML that WeasyPrint reads is written beforehand: only its own work is timed. */
function weasyprint(content, out) {
  const { fonts, photo, ...rest } = JSON.parse(readFileSync(content, 'utf8'))
  const place = join(dirname(content), 'weasyprint')
  const style = styleOf(fonts)
  const names = []
  for (const pages of kitPages(rest)) {
    const kit = String(names.length / pages.length)
    mkdirSync(join(place, 'html', kit), { recursive: true })
    for (const page of pages) {
      names.push(join(kit, page.id))
      writeFileSync(join(place, 'html', `${names.at(-1)}.html`), htmlOf(page, style, pathToFileURL(photo)))
    }
  }
  const list = join(place, 'list.json')
  writeFileSync(list, JSON.stringify(names))
  return ['/usr/bin/python3', join(here, 'peers/weasyprint-kits.py'), list, out]
}

export const OURS = 'Signakit : du YAML aux fichiers contrôlés et nommés'

export const roster = {
  signakit: { title: OURS, command: worker('signakit'), lacks: '' },
  'signakit-small': { title: 'Signakit, petit profil incorporé', command: worker('signakit-small'), lacks: '' },
  typst: {
    title: 'Typst dans Node (typst-ts-node-compiler 0.7.0)',
    command: looped('typst'),
    lacks: 'PDF/X, tons directs, CMJN d’une image SVG (le code QR est en RVB)',
  },
  pdfkit: { title: 'pdfkit 0.20.2, comme documenté', command: looped('pdfkit'), lacks: 'PDF/X, profil de sortie' },
  'react-pdf': {
    title: '@react-pdf/renderer 4.9.0',
    command: looped('react-pdf'),
    lacks: 'CMJN (tout est RVB), PDF/X',
  },
  weasyprint: {
    title: 'WeasyPrint 57.2 (Debian)',
    command: weasyprint,
    lacks: 'CMJN (tout est RVB), PDF/X ; sa version est ancienne',
  },
  chromium: {
    title: 'Chromium (Debian), playwright-core 1.65.1',
    command: looped('chromium'),
    lacks: 'CMJN (tout est RVB), PDF/X, taille exacte de page',
  },
  pdfme: {
    title: 'pdfme 6.1.13',
    command: looped('pdfme'),
    lacks: 'CMJN hors des textes, PDF/X, forme de découpe d’une photo',
  },
}

export const PEERS = Object.keys(roster).filter(name => !name.startsWith('signakit'))
export const titles = Object.fromEntries(Object.entries(roster).map(([name, { title }]) => [name, title]))

/** A content file of the first `count` kits. */
export function firstKits({ all, place }, count) {
  const content = JSON.parse(readFileSync(all, 'utf8'))
  const path = join(place, `first-${count}.json`)
  writeFileSync(
    path,
    JSON.stringify({ ...content, files: content.files.slice(0, count), pages: content.pages.slice(0, count) }),
  )
  return path
}
