// The World of a real machine: its disk, our own files, and a date that does not move.
import { resolve } from 'node:path'
import type { World } from '../model/world.ts'
import { fileDate } from './date.ts'
import { kindOf, listFolder, openFile, readFile } from './disk.ts'
import { askForHugePages } from './huge-pages.ts'
import { rememberOnce } from './once.ts'
import { ownFile, ownVersion } from './own-files.ts'

export function openWorld(env: NodeJS.ProcessEnv = process.env): World {
  askForHugePages()
  return {
    date: fileDate(env),
    version: ownVersion(),
    read: (path, options) => readFile(resolve(path), options),
    open: (path, options) => openFile(resolve(path), options),
    list: folder => listFolder(resolve(folder)),
    kind: path => kindOf(resolve(path)),
    once: rememberOnce(),
    own: ownFile,
  }
}
