// Reads a printer's own ICC profile: a usable CMYK output profile, or the sentence that says what it is instead.
import { TYPE_CMYK_16 } from 'lcms-wasm'
import type { Profile } from '../model/assets.ts'
import { type Diagnostic, type Outcome, type Span, type Text, text } from '../model/diagnostic.ts'
import { startEngine } from './engine.ts'
import { type IccHeader, readIcc } from './icc.ts'
import { openProfile, type ProfileUse } from './profile.ts'

/** Press profiles weigh 0.5 to 3 MB; beyond this a file is something else. */
const MAX_BYTES = 10_000_000

/**
 * @param id the name under which sheets will refer to the profile
 * @param options the file's name for the message, where it was asked for, and how the printer uses it
 */
export async function readProfile(
  id: string,
  bytes: Uint8Array,
  options: ProfileUse & { readonly name: string; readonly at?: Span },
): Promise<Outcome<Profile>> {
  const problem = problemOf(bytes) ?? (await engineProblem(bytes))
  if (!problem) return { value: await openProfile(id, bytes, options), diagnostics: [] }
  const diagnostic: Diagnostic = {
    rule: 'output-profile',
    severity: 'error',
    message: text(`${options.name} : ${problem.fr}`, `${options.name}: ${problem.en}`),
    ...(options.at && { at: options.at }),
    hint: text(
      'demandez à l’imprimeur son profil de sortie CMJN (.icc)',
      'ask the printer for a CMYK output profile (.icc)',
    ),
  }
  return { diagnostics: [diagnostic] }
}

function problemOf(bytes: Uint8Array): Text | undefined {
  if (bytes.length > MAX_BYTES)
    return text('fichier trop lourd pour un profil ICC', 'too heavy a file for an ICC profile')
  const header = readIcc(bytes)
  if (!header) return text('ce n’est pas un profil ICC entier', 'this is not a whole ICC profile')
  return kindProblem(header) ?? tablesProblem(header)
}

function kindProblem({ deviceClass, space, version }: IccHeader): Text | undefined {
  if (version !== 2 && version !== 4)
    return text(
      `version ICC ${version}, que le PDF/X-4 n’admet pas`,
      `ICC version ${version}, which PDF/X-4 does not allow`,
    )
  if (space !== 'CMYK')
    return text(
      `profil ${space.trim()}, il en faut un en CMJN (CMYK)`,
      `a ${space.trim()} profile, a CMYK one is needed`,
    )
  if (deviceClass !== 'prtr')
    return text(
      `profil de classe « ${deviceClass} », il faut un profil de sortie (« prtr »)`,
      `a profile of class “${deviceClass}”, an output profile (“prtr”) is needed`,
    )
  return undefined
}

/** Separation needs B2A, the soft proof A2B; table 0 stands for those that are absent (ICC.1:2010 8.5.2). */
function tablesProblem({ tags }: IccHeader): Text | undefined {
  const has = (signature: string): boolean => tags.some(tag => tag.signature === signature)
  if (!has('B2A0') && !has('B2A1')) return text('sans table de séparation (B2A)', 'no separation table (B2A)')
  if (!has('A2B0') && !has('A2B1')) return text('sans table d’épreuve (A2B)', 'no proofing table (A2B)')
  return undefined
}

async function engineProblem(bytes: Uint8Array): Promise<Text | undefined> {
  const engine = await startEngine()
  const sound = engine.accepts(bytes, TYPE_CMYK_16, 'input') && engine.accepts(bytes, TYPE_CMYK_16, 'output')
  return sound ? undefined : text('profil ICC endommagé', 'damaged ICC profile')
}
