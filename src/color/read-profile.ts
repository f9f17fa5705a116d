// Reads a printer's own ICC profile: a usable CMYK output profile, or the sentence that says what it is instead.
import { TYPE_CMYK_16 } from 'lcms-wasm'
import type { Profile } from '../model/assets.ts'
import { type Diagnostic, type Outcome, type Span, type Text, text } from '../model/diagnostic.ts'
import { BLACK, PAPER, totalInk } from '../model/ink.ts'
import { startEngine } from './engine.ts'
import { type IccHeader, readIcc } from './icc.ts'
import { holdsBytes, openProfile, type ProfileUse } from './profile.ts'

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
  const problem = problemOf(bytes)
  if (problem) return refused(problem, options)
  const usable = await usableIntent(bytes, options)
  if ('problem' in usable) return refused(usable.problem, options)
  const profile = await openProfile(id, bytes, { ...options, intent: usable.intent })
  // Ours have been looked at; a stranger's tables may be whole and say nothing true.
  const absurd = options.deflated ? undefined : absurdity(profile)
  if (absurd) return refused(absurd, options)
  return { value: profile, diagnostics: usable.said ? [otherTable(usable.said, options)] : [] }
}

type Asked = { readonly name: string; readonly at?: Span }

function refused(problem: Text, { name, at }: Asked): Outcome<Profile> {
  const diagnostic: Diagnostic = {
    rule: 'output-profile',
    severity: 'error',
    message: text(`${name} : ${problem.fr}`, `${name}: ${problem.en}`),
    ...(at && { at }),
    hint: text(
      'demandez à l’imprimeur son profil de sortie CMJN (.icc)',
      'ask the printer for a CMYK output profile (.icc)',
    ),
  }
  return { diagnostics: [diagnostic] }
}

const otherTable = (said: Text, { name, at }: Asked): Diagnostic => ({
  rule: 'output-intent',
  severity: 'warning',
  message: text(`${name} : ${said.fr}`, `${name}: ${said.en}`),
  ...(at && { at }),
})

type Usable = { readonly intent: Profile['intent']; readonly said?: Text } | { readonly problem: Text }

/** The intent that the profile really has, where it lacks the one that is asked for. */
async function usableIntent(bytes: Uint8Array, use: ProfileUse): Promise<Usable> {
  const wanted = use.intent ?? 'relative'
  const engine = await startEngine()
  // The tables of ours are tried by our tests: at the start of each run it would take as long as ten conversions.
  const ours = use.deflated !== undefined && holdsBytes(use.deflated, bytes)
  const reads = (direction: 'input' | 'output', intent: Profile['intent']): boolean =>
    ours || engine.accepts(bytes, TYPE_CMYK_16, direction, [intent])
  const has = (signature: string): boolean => readIcc(bytes)?.tags.some(tag => tag.signature === signature) ?? false
  if (!reads('input', 'relative')) return { problem: damaged(has('A2B1') ? 'A2B1' : 'A2B0') }
  const relative = reads('output', 'relative')
  if (wanted === 'perceptual' && has('B2A0') && reads('output', 'perceptual')) return { intent: 'perceptual' }
  if (!relative) return { problem: damaged(has('B2A1') ? 'B2A1' : 'B2A0') }
  if (wanted === 'perceptual')
    return {
      intent: 'relative',
      said: has('B2A0')
        ? text(
            'sa table perceptive (B2A0) est endommagée, les couleurs sont séparées en colorimétrie relative',
            'its perceptual table (B2A0) is damaged, colours are separated in relative colorimetric',
          )
        : text(
            'il n’a pas de table perceptive (B2A0), les couleurs sont séparées en colorimétrie relative',
            'it has no perceptual table (B2A0), colours are separated in relative colorimetric',
          ),
    }
  if (has('B2A1')) return { intent: 'relative' }
  return {
    intent: 'relative',
    said: text(
      'il n’a pas de table colorimétrique (B2A1), les couleurs sont séparées par sa table perceptive (B2A0)',
      'it has no colorimetric table (B2A1), colours are separated by its perceptual table (B2A0)',
    ),
  }
}

const damaged = (table: string): Text =>
  text(
    `profil ICC endommagé : sa table ${table} ne se lit pas`,
    `damaged ICC profile: its table ${table} cannot be read`,
  )

/** L* that paper has over a solid black, at the least: newsprint and kraft have 40. */
const LEAST_RANGE = 20
/** Percent of ink that white may take: profiles of grayish papers ask for none. */
const MOST_ON_WHITE = 40

function absurdity({ lab, fromRgb }: Profile): Text | undefined {
  const [paper, black] = [lab(PAPER)[0], lab(BLACK)[0]]
  if (paper - black < LEAST_RANGE) {
    const [white, dark] = [Math.round(paper), Math.round(black)]
    return text(
      `il donne au papier une clarté de ${white} et au noir plein ${dark} : sa table d’épreuve (A2B) est fausse`,
      `it gives paper a lightness of ${white} and solid black ${dark}: its proofing table (A2B) is wrong`,
    )
  }
  const ink = Math.round(totalInk(fromRgb(255, 255, 255)))
  if (ink <= MOST_ON_WHITE) return undefined
  return text(
    `il met ${ink} % d’encre sur le blanc : sa table de séparation (B2A) est fausse`,
    `it lays ${ink} % of ink on white: its separation table (B2A) is wrong`,
  )
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
