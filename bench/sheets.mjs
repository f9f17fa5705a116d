// Spreadsheets of many rows, read in a process each: time, processor and peak memory. node bench/sheets.mjs [rows]
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { strToU8, zipSync } from 'fflate'
import { table } from './table.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Fifteen columns, as the tables of a Caf have them; half of the texts are met once only. */
const cellsOf = index => [
  `33-${String(index).padStart(6, '0')}`,
  `Micro-crèche « Les Petits Explorateurs n° ${index} »`,
  'Micro-crèche',
  `Ville de Commune-${index % 900}`,
  `${(index % 200) + 1}, rue des Lilas-${index % 3000}`,
  '',
  1000 + (index % 90_000),
  `Commune-${index % 900}-sur-Garonne`,
  `05 56 ${String(1_000_000 + (index % 1_000_000))
    .slice(1)
    .match(/../g)
    ?.join(' ')}`,
  `contact${index}@exemple.fr`,
  `https://exemple.fr/structure/${index}`,
  (index % 60) + 5,
  43_831 + (index % 2000),
  '33',
  'vitrophanie-a5 ; plaque-300x200',
]

const rowsOf = (count, row) => Array.from({ length: count }, (_, index) => row(cellsOf(index), index + 1)).join('')

const letter = column => String.fromCharCode(65 + column)

/** `text` gives the attributes and the content of the cell of a text. */
function sheet(count, text) {
  const cell = (value, column, row) => {
    const at = `r="${letter(column)}${row}" s="${column === 6 ? 2 : column === 12 ? 1 : 0}"`
    if (value === '') return `<c ${at}/>`
    return typeof value === 'number' ? `<c ${at}><v>${value}</v></c>` : `<c ${at} ${text(value)}</c>`
  }
  const row = (cells, number) =>
    `<row r="${number}">${cells.map((value, column) => cell(value, column, number)).join('')}</row>`
  return `<worksheet xmlns="${MAIN}"><sheetData>${rowsOf(count, row)}</sheetData></worksheet>`
}

const relations = list =>
  `<Relationships>${list.map(([kind, target]) => `<Relationship Id="${kind}" Type="${OFFICE}/${kind}" Target="${target}"/>`).join('')}</Relationships>`

const zip = parts => zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])))

const workbook = (worksheet, strings) =>
  zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Structures" sheetId="1" r:id="worksheet"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map(value => `<si><t>${value}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': worksheet,
  })

function shared(count) {
  const known = new Map()
  const rank = value => {
    if (!known.has(value)) known.set(value, known.size)
    return known.get(value)
  }
  const worksheet = sheet(count, value => `t="s"><v>${rank(value)}</v>`)
  return workbook(worksheet, [...known.keys()])
}

const odsCell = value =>
  value === ''
    ? '<table:table-cell/>'
    : typeof value === 'number'
      ? `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
      : `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`

const KINDS = {
  'CSV, UTF-8': count => rowsOf(count, cells => `${cells.join(';').replace('; plaque', ', plaque')}\r\n`),
  'XLSX, textes partagés (Excel, LibreOffice)': shared,
  'XLSX, textes dans les cellules (exports)': count =>
    workbook(
      sheet(count, value => `t="inlineStr"><is><t>${value}</t></is>`),
      [],
    ),
  ODS: count =>
    zip({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Structures">${rowsOf(count, cells => `<table:table-row>${cells.map(odsCell).join('')}</table:table-row>`)}</table:table></office:spreadsheet></office:body></office:document-content>`,
    }),
}

async function read(file) {
  const { openTable, openWorld } = await import('../dist/bench/sheets.js')
  const start = performance.now()
  const { value } = await openTable(file, {}, openWorld({}))
  let rows = 0
  for await (const _ of value.rows()) rows++
  const { user, system } = process.cpuUsage()
  const peak = process.resourceUsage().maxRSS / 1024
  process.stdout.write(JSON.stringify({ rows, wall: performance.now() - start, cpu: (user + system) / 1000, peak }))
}

async function measure(count) {
  await build({
    absWorkingDir: root,
    entryPoints: { sheets: 'bench/sheets.ts' },
    outdir: 'dist/bench',
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  })
  const folder = mkdtempSync(join(tmpdir(), 'signakit-sheets-'))
  const lines = []
  for (const [title, make] of Object.entries(KINDS)) {
    const file = join(folder, 'sheet')
    writeFileSync(file, make(count))
    const size = (statSync(file).size / 1024 / 1024).toFixed(1)
    const { rows, wall, cpu, peak } = JSON.parse(
      execFileSync(process.execPath, [fileURLToPath(import.meta.url), 'read', file], { encoding: 'utf8' }),
    )
    if (rows !== count) throw new Error(`${title}: ${rows} rows instead of ${count}`)
    lines.push([title, size, (wall / 1000).toFixed(1), (cpu / 1000).toFixed(1), peak.toFixed(0)])
  }
  rmSync(folder, { recursive: true })
  console.log(
    table([`${count} lignes de 15 colonnes`, 'Mio', 'durée, s', 'processeur, s', 'mémoire la plus haute, Mio'], lines),
  )
}

const [first = '100000', file = ''] = process.argv.slice(2)
if (first === 'read') await read(file)
else await measure(Number(first))
