// A page of @cantoo/pdf-lib: CMYK, boxes, a cut line left open and one drawn twice, text in a standard font.
import { writeFileSync } from 'node:fs'
import { cmyk, PDFDocument, PDFName, PDFOperator, StandardFonts } from '@cantoo/pdf-lib'

const pdf = await PDFDocument.create()
pdf.setTitle('Les Petits Explorateurs')
for (const set of ['setCreationDate', 'setModificationDate']) pdf[set](new Date(1767323045000))
const page = pdf.addPage([425.197, 303.307])
page.setTrimBox(8.504, 8.504, 408.189, 286.299)
page.setBleedBox(0, 0, 425.197, 303.307)
const font = await pdf.embedFont(StandardFonts.HelveticaBold)
page.drawRectangle({ x: 0, y: 0, width: 425.197, height: 303.307, color: cmyk(0.9, 0.8, 0.8, 0.9) })
page.drawText('Les Petits Explorateurs', { x: 30, y: 200, size: 22, font, color: cmyk(0, 0, 0, 0) })
page.drawText('12, rue des Lilas', { x: 30, y: 180, size: 4, font, color: cmyk(0, 0, 0, 0) })
const cut = pdf.context.obj([
  'Separation',
  'CutContour',
  'DeviceCMYK',
  { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 1, 0, 0], N: 1 },
])
page.node.Resources().set(PDFName.of('ColorSpace'), pdf.context.obj({ Cut: cut }))
const open = '20 20 m 400 20 l 400 280 l 20 280 l S'
const twice = '100 100 m 200 100 l 200 150 l h S 100 100 m 200 100 l 200 150 l h S'
page.pushOperators(PDFOperator.of(`/Cut CS 1 SCN 0.25 w ${open} ${twice}`))
writeFileSync('pdf-lib.pdf', await pdf.save({ useObjectStreams: true }))
