// Writes the copies of checked PDFs and the pictures of pieces in which each finding is framed, in a folder of their own.
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { writeFailure } from '../host/atomic.ts'
import { type Text, text } from '../model/diagnostic.ts'
import type { Checked } from './checked.ts'
import type { Session } from './session.ts'

/** Says what was written; false when the disk refused. */
export async function writeAnnotated(folder: string, checked: readonly Checked[], session: Session): Promise<boolean> {
  const to = resolve(session.cwd, folder)
  let written = true
  for (const each of checked) {
    if (each.diagnostics.length === 0) continue
    if (!each.annotate) {
      session.talk(session.say(notFramed(each.file)))
      continue
    }
    const made = await each.annotate(session.lang)
    if (made.length === 0)
      session.talk(session.say(/\.pdf$/i.test(each.file) ? mended(each.file) : nothingDrawn(each.file)))
    for (const { name, bytes } of made) {
      const failure = write(join(to, name), to, bytes)
      if (failure) {
        session.talk(session.say(failure))
        written = false
      } else session.result(join(folder, name))
    }
  }
  return written
}

const notFramed = (file: string): Text =>
  text(
    `${basename(file)} : rien n’est encadré, --annotate ne vaut que pour un kit ou un PDF lisible`,
    `${basename(file)}: nothing is framed, --annotate is for kits and PDFs that can be read`,
  )

const nothingDrawn = (file: string): Text =>
  text(
    `${basename(file)} : rien n’est encadré, aucun défaut ne tient à une pièce dessinée`,
    `${basename(file)}: nothing is framed, no finding is on a piece that could be drawn`,
  )

const mended = (file: string): Text =>
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
