// What brand, product and printer files share: ids and paths that stay inside their folder.
import { z } from 'zod'

/** An id: lower-case words, figures and hyphens. */
export const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** A path relative to the file's own folder, or to the tool's with `own:`; it never climbs. */
export const packPath = z
  .string()
  .min(1)
  .max(300)
  .regex(/^(?:own:|(?!own:))(?![\\/])(?![A-Za-z]:)(?!\.\.(?:[\\/]|$))(?!.*[\\/]\.\.(?:[\\/]|$)).+$/)

/**
 * An ICC profile: `own:` names one of the tool's, else a file beside the one that names it, above it, or anywhere on the
 * machine (a print shop keeps its profiles in a folder of the system). Only a printer's file may say so, never a brand.
 */
export const profilePath = z
  .string()
  .min(1)
  .max(1000)
  .regex(/^(?:own:(?![\\/])(?!\.\.(?:[\\/]|$))(?!.*[\\/]\.\.(?:[\\/]|$))|(?!own:)).+\.(?:icc|icm)$/i)
