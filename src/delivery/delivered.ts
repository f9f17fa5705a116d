// What is asked of the delivery of a kit, and what came of it.
import type { Format } from '../backend/backends.ts'
import type { WriteFailure } from '../host/atomic.ts'
import type { BrandColor } from '../model/design.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Mm } from '../model/length.ts'
import type { Manifest, ManifestFace, ManifestFile } from '../model/manifest.ts'
import type { Sheet } from '../model/sheet.ts'
import type { Stamp } from '../model/stamp.ts'

export type DeliverOptions = {
  readonly formats: readonly Format[]
  readonly dpi: number
  readonly face: 'public' | 'production'
  /** Pieces asked for by id; all of them when absent. */
  readonly only?: readonly string[]
  /** Policies of the command line, recorded in the manifest. */
  readonly rules: Readonly<Record<string, string>>
  readonly liveText?: boolean
  /** Colours that pictures show by their declared screen value. */
  readonly brandScreen?: readonly BrandColor[]
  /** Whether files that are not ours may be replaced. */
  readonly force: boolean
  readonly date: Date
  readonly version: string
  /** What the kit is made from: recorded once all of it is done. */
  readonly stamp?: Stamp
  /** Asked before anything gets its name: why the output is not the run's any more. */
  readonly lost?: () => WriteFailure | undefined
}

export type DeliveredFile = ManifestFile & {
  /** Path from the output folder. */
  readonly path: string
  readonly piece: string
  readonly width: Mm
  /** Of the finished piece, whatever the scale of the file. */
  readonly height: Mm
  /** The finished size over the drawn one. */
  readonly scale: number
  readonly mirrored: boolean
  /** How the piece is applied, for what goes on glass. */
  readonly pose?: string
  /** What is in the file. */
  readonly faces: readonly DeliveredFace[]
}

export type DeliveredFace = Pick<ManifestFace, 'name' | 'inkOrder'> & Pick<Sheet, 'mirror'>

export type Removed = { readonly path: string; readonly piece: string; readonly why: 'refused' | 'unwanted' | 'format' }

export type Delivered = {
  readonly kit: string
  readonly status: 'complete' | 'incomplete' | 'refused'
  readonly files: readonly DeliveredFile[]
  readonly removed: readonly Removed[]
  /** Those of preparation, and what the self-check refused. */
  readonly diagnostics: readonly Diagnostic[]
  /** The disk said no: exit 3. */
  readonly failure?: WriteFailure
  /** A written file failed its own check: exit 4. */
  readonly broken: boolean
  /** As it was last written, when there is one. */
  readonly manifest?: Manifest
}
