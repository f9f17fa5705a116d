// One kind of repair of a cell: what the text would become, and why; nothing when there is nothing to mend.
import type { Text } from '../../../model/diagnostic.ts'
import type { InputRule } from '../../rules.ts'

export type Mended = { readonly after: string; readonly why: Text; readonly rule: InputRule }

/** What the rest of the row says. */
export type Row = {
  /** Codes of the departments of its Cafs; undefined when it names none that is known. */
  readonly departments?: readonly string[] | undefined
}

/** `path` is that of the column, as `structure.adresse.voie`. A step that has been taken finds nothing more to do. */
export type Step = (value: string, path: string, row?: Row) => Mended | undefined
