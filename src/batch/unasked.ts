// What the last run said of the pieces that `--piece` leaves aside: a kit that lacks one of them still does.
import type { KitReport } from '../model/kit-report.ts'

/** `unasked`: ids of the pieces that the kit still orders, and that were not asked for this time. */
export function withUnasked(
  report: KitReport,
  before: KitReport | undefined,
  unasked: readonly string[] = [],
): KitReport {
  if (unasked.length === 0 || !before) return report
  const told = new Set(report.diagnostics.map(({ piece, message }) => `${piece}\n${message}`))
  const kept = before.diagnostics.filter(
    ({ severity, piece, message }) =>
      severity === 'error' && piece !== undefined && unasked.includes(piece) && !told.has(`${piece}\n${message}`),
  )
  if (kept.length === 0) return report
  const status = report.status === 'complete' ? 'incomplete' : report.status
  return { ...report, status, diagnostics: [...report.diagnostics, ...kept] }
}
