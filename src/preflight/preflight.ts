// Runs every check of a Sheet over the faces of a piece.
import type { Diagnostic } from '../model/diagnostic.ts'
import { checkQrCodes } from './checks/qr-readable.ts'
import { checks } from './checks.ts'
import type { SheetCheck, SheetContext } from './sheet-check.ts'

async function runCheck(rule: string, check: SheetCheck, context: SheetContext): Promise<Diagnostic[]> {
  const findings = await check.run(context)
  return [...findings].map(finding => ({ severity: check.severity, ...finding, rule, piece: context.piece.id }))
}

/** All findings on one face: the checks in the order of the registry, then the codes, each read back from its pixels. */
export async function preflight(context: SheetContext): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = []
  for (const [rule, check] of Object.entries<SheetCheck>(checks)) found.push(...(await runCheck(rule, check, context)))
  found.push(...(await checkQrCodes(context.sheet, context.piece, context.assets, context.readQr)))
  return found
}
