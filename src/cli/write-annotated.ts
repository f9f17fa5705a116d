// Writes the copies of checked PDFs in which each finding is framed: beside nothing of the user's, in a folder of its own.
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { writeFailure } from '../host/atomic.ts'
import { type Text, text } from '../model/diagnostic.ts'
import type { Checked } from './checked.ts'
import type { Session } from './session.ts'

/** `carte.pdf` makes `carte.annote.pdf`. */
const nameOf = (file: string): string => `${basename(file).replace(/\.pdf$/i, '')}.annote.pdf`

/** Says what was written; false when the disk refused. */
export function writeAnnotated(folder: string, checked: readonly Checked[], session: Session): boolean {
  const to = resolve(session.cwd, folder)
  let written = true
  for (const each of checked) {
    if (each.diagnostics.length === 0) continue
    if (!each.annotate) {
      session.talk(session.say(notFramed(each.file)))
      continue
    }
    const bytes = each.annotate(session.lang)
    const said = bytes ? write(join(to, nameOf(each.file)), to, bytes) : cannot(each.file)
    if (said) session.talk(session.say(said))
    if (bytes && said) written = false
    if (bytes && !said) session.result(join(folder, nameOf(each.file)))
  }
  return written
}

const notFramed = (file: string): Text =>
  text(
    `${basename(file)} : rien n’est encadré, --annotate ne vaut que pour un PDF lisible`,
    `${basename(file)}: nothing is framed, --annotate is for PDFs that can be read`,
  )

const cannot = (file: string): Text =>
  text(
    `${basename(file)} : fichier réparé pour être lu, rien ne peut y être ajouté`,
    `${basename(file)}: the file was mended to be read, nothing can be added to it`,
  )

/** Why it could not be written. */
function write(path: string, folder: string, bytes: Uint8Array): Text | undefined {
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, bytes)
    return undefined
  } catch (error) {
    const { message } = writeFailure(error, path)
    return text(`${path} : ${message.fr}`, `${path}: ${message.en}`)
  }
}
