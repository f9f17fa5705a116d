// Whether a place has a line to show: a finding on a PDF, or on a file that was never read, is on the file as a whole.
import type { Place, Span } from '../model/diagnostic.ts'

/** The first column of the first line, over nothing, stands for the whole file. */
export const hasLine = (at: Span): at is Place => 'line' in at && !(at.line === 1 && at.column === 1 && at.length === 0)
