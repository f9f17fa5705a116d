// What the options of render and check mean to the pipeline.
import type { RenderOptions } from '../pipeline.ts'
import type { withRenderOptions } from './render-options.ts'
import type { Session } from './session.ts'

/** The values of the options, as commander gives them. */
export type RenderFlags = ReturnType<ReturnType<typeof withRenderOptions>['opts']>

export const renderOptionsOf = (flags: RenderFlags, { lang }: Session): RenderOptions => ({
  formats: flags.format ?? ['pdf', 'png'],
  ...(flags.piece === undefined ? {} : { pieces: flags.piece }),
  ...(flags.brand === undefined ? {} : { brand: flags.brand }),
  ...(flags.printer === undefined ? {} : { printer: flags.printer }),
  ...(flags.config === undefined ? {} : { config: flags.config }),
  ...(flags.pdf === undefined ? {} : { standard: flags.pdf }),
  dpi: flags.dpi,
  face: flags.face,
  screen: flags.screen,
  outlineText: flags.outlineText === true,
  smallProfile: flags.smallProfile === true,
  liveText: flags.liveText === true,
  marks: flags.marks === true,
  set: flags.set ?? [],
  rules: flags.rule ?? {},
  lang,
  force: flags.force === true,
})
