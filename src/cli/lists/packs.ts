// The brands and printers that can be named from a folder: its own, then ours.
import { join } from 'node:path'
import { BRANDS, type Brand, findBrand } from '../../design/brand.ts'
import { idsIn } from '../../design/lookup.ts'
import { findPrinter, PRINTERS, type Printer } from '../../design/printer.ts'
import type { Question } from './list.ts'

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)].sort()

/** Those that cannot be read are left out: `signakit check` says why. */
export const brandsOf = ({ world, folder }: Question): readonly Brand[] =>
  distinct([...idsIn(join(folder, 'chartes'), world, 'folder'), ...idsIn(world.own(BRANDS), world, 'folder')]).flatMap(
    written => findBrand({ written, folder, project: folder }, world).value ?? [],
  )

export const printersOf = ({ world, folder }: Question): readonly Printer[] =>
  distinct([...idsIn(join(folder, 'imprimeurs'), world, 'file'), ...idsIn(world.own(PRINTERS), world, 'file')]).flatMap(
    written => findPrinter({ written, folder, project: folder }, world).value ?? [],
  )
