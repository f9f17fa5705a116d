// What we rely on in pdfkit beyond its documentation, member by member: a new version is tried here first.
import { describe, expect, it } from 'vitest'
import { Text } from '../../src/backend/pdf/object.ts'
import { Pdfkit, type PdfkitOptions } from '../../src/backend/pdf/pdfkit.ts'

const options: PdfkitOptions = {
  pdfVersion: '1.6',
  autoFirstPage: false,
  compress: false,
  font: null,
  displayTitle: true,
  lang: 'fr',
  info: { Title: new Text('titre') },
}

const open = (more: Partial<PdfkitOptions> = {}) => new Pdfkit({ ...options, ...more })

const finish = (file: InstanceType<typeof Pdfkit>): string => {
  file.end()
  const chunks: Uint8Array[] = []
  for (let chunk = file.read(); chunk !== null; chunk = file.read()) chunks.push(chunk)
  return Buffer.concat(chunks).toString('latin1')
}

describe('pdfkit', () => {
  it('read() gives the whole file after end(), at once or write by write', () => {
    const said = finish(open())
    expect(said.startsWith('%PDF-1.6\n%\xff\xff\xff\xff\n')).toBe(true)
    expect(said.endsWith('%%EOF\n')).toBe(true)
  })

  it('_write sees every byte, the header from within the constructor', () => {
    const seen: string[] = []
    class Spy extends Pdfkit {
      override _write(data: string | Uint8Array): void {
        seen.push(typeof data === 'string' ? `${data}\n` : Buffer.from(data).toString('latin1'))
        super._write(data)
      }
    }
    const file = new Spy(options)
    expect(seen[0]).toBe('%PDF-1.6\n')
    file.ref({ Type: 'X' }).end(Uint8Array.of(1, 2, 255))
    expect(finish(file)).toBe(seen.join(''))
  })

  it('_finalize comes last and writes _id, twice, in the trailer', () => {
    const seen: string[] = []
    class Spy extends Pdfkit {
      override endMetadata(): void {
        seen.push('metadata')
      }
      override _finalize(): void {
        seen.push('finalize')
        this._id = Uint8Array.of(0xab, 0xcd)
        super._finalize()
      }
    }
    expect(finish(new Spy(options))).toMatch(/trailer\n<<\n.*\/ID \[<abcd> <abcd>\]\n>>\nstartxref\n\d+\n%%EOF\n$/s)
    expect(seen).toEqual(['metadata', 'finalize'])
  })

  it('endMetadata is the only one to write the XMP', () => {
    class Silent extends Pdfkit {
      override endMetadata(): void {
        this._root.data.Metadata = undefined
      }
    }
    expect(finish(open())).toContain('/Type /Metadata')
    expect(finish(new Silent(options))).not.toContain('Metadata')
  })

  it('_root holds the catalog, its pages and an empty tree of destinations', () => {
    const file = open()
    const { Pages, Names } = file._root.data
    expect(Pages.data).toMatchObject({ Kids: [], Count: 0 })
    expect(Object.keys(Names.data)).toEqual(['Dests'])
    const page = file.ref({ Type: 'Page', Parent: Pages })
    page.end()
    Pages.data.Kids.push(page)
    Pages.data.Count++
    delete Names.data.Dests
    const said = finish(file)
    expect(said).toContain(`/Count 1\n/Kids [${page.id} 0 R]`)
    expect(said).not.toMatch(/Dests|UserUnit|ProcSet|Helvetica/)
  })

  it('ref(): names, text, numbers, dates, references and streams as we count on', () => {
    const file = open()
    const other = file.ref({ A: 1 })
    other.end()
    file
      .ref({
        N: 'Name',
        T: new Text('(a)\\'),
        U: new Text('é'),
        D: new Date(0),
        R: other,
        B: true,
        L: [1, -0.5],
        X: undefined,
      })
      .end(Uint8Array.of(65, 66, 67))
    const said = finish(file)
    expect(said).toContain('/N /Name\n/T (\\(a\\)\\\\)\n')
    expect(said).toContain('/U (\xfe\xff\x00\xe9)')
    expect(said).toContain(
      `/D (D:19700101000000Z)\n/R ${other.id} 0 R\n/B true\n/L [1 -0.5]\n/Length 3\n>>\nstream\nABC\nendstream`,
    )
    expect(said).not.toContain('/X ')
  })

  it('prints an object of an unknown kind in Info as it prints itself', () => {
    const name = { [Symbol.toStringTag]: 'Anything', toString: () => '/False' }
    expect(finish(open({ info: { Trapped: name } }))).toMatch(/\d+ 0 obj\n\/False\nendobj/)
  })

  it('displayTitle and lang reach the catalog', () => {
    const said = finish(open())
    expect(said).toContain('/DisplayDocTitle true')
    expect(said).toContain('/Lang (fr)')
  })
})
