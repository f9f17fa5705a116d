// Spreadsheets of many rows as a Caf has them: titles, then fifteen columns; half of the texts are met once only.
import { strToU8, zipSync } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const TITLES = [
  'Identifiant',
  'Nom de la structure',
  'Type',
  'Gestionnaire',
  'Adresse',
  'Complément',
  'Code postal',
  'Commune',
  'Téléphone',
  'Courriel',
  'Site web',
  'Capacité',
  'Date d’ouverture',
  'Caf',
  'Pièces',
]
const POSTCODE = 6
const OPENED = 12

const digits = (value, width) => String(value).padStart(width, '0')

const cellsOf = index => [
  `33-${digits(index, 6)}`,
  `Micro-crèche « Les Petits Explorateurs n° ${index} »`,
  'Micro-crèche',
  `Ville de Commune-${index % 900}`,
  `${(index % 200) + 1}, rue des Lilas-${index % 3000}`,
  '',
  10_000 + (index % 85_000),
  `Commune-${index % 900}-sur-Garonne`,
  `05 56 ${digits(index, 6).match(/../g).join(' ')}`,
  `contact${index}@exemple.fr`,
  `https://exemple.fr/structure/${index}`,
  (index % 60) + 5,
  43_831 + (index % 2000),
  '33',
  'vitrophanie-a5 ; plaque-300x200',
]

/** The titles, then `count` rows; `row` writes one from its cells and its number. */
const rowsOf = (count, row) =>
  row(TITLES, 1) + Array.from({ length: count }, (_, index) => row(cellsOf(index), index + 2)).join('')

const letter = column => String.fromCharCode(65 + column)
const styleOf = column => (column === POSTCODE ? 2 : column === OPENED ? 1 : 0)

/** `text` gives the attributes and the content of the cell of a text. */
function sheet(count, text) {
  const cell = (value, column, row) => {
    const at = `r="${letter(column)}${row}" s="${styleOf(column)}"`
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

/** As Excel and LibreOffice write it: every text once, and its rank in the cells. */
function shared(count) {
  const known = new Map()
  const rank = value => {
    if (!known.has(value)) known.set(value, known.size)
    return known.get(value)
  }
  const worksheet = sheet(count, value => `t="s"><v>${rank(value)}</v>`)
  return workbook(worksheet, [...known.keys()])
}

const inline = count =>
  workbook(
    sheet(count, value => `t="inlineStr"><is><t>${value}</t></is>`),
    [],
  )

const csv = count => rowsOf(count, cells => `${cells.join(';').replace('; plaque', ', plaque')}\r\n`)

const odsCell = value =>
  value === ''
    ? '<table:table-cell/>'
    : typeof value === 'number'
      ? `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
      : `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`

const ods = count =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Structures">${rowsOf(count, cells => `<table:table-row>${cells.map(odsCell).join('')}</table:table-row>`)}</table:table></office:spreadsheet></office:body></office:document-content>`,
  })

/** Each kind: its title, its extension, and a file of `count` rows. */
export const sheetFiles = [
  { title: 'CSV, UTF-8', extension: 'csv', make: csv },
  { title: 'XLSX, textes partagés (Excel, LibreOffice)', extension: 'xlsx', make: shared },
  { title: 'XLSX, textes dans les cellules (exports)', extension: 'xlsx', make: inline },
  { title: 'ODS', extension: 'ods', make: ods },
]
