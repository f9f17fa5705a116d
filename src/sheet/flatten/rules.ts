// The rules of flattening: what became an image, and what can be neither vectors nor an image.
import { type Diagnostic, type Span, type Text, text } from '../../model/diagnostic.ts'
import type { Rules } from '../../model/rule.ts'
import type { Mark, Output } from '../../model/sheet.ts'
import { standards } from '../../model/standard.ts'
import type { Obstacle } from './picture.ts'

export const flattenRules = {
  flattened: {
    severity: 'note',
    title: text('une transparence est devenue une image', 'something transparent has become an image'),
    why: text(
      'PDF/X-1a et X-3 ne connaissent pas la transparence : ce que des vecteurs ne peuvent pas dire est peint en pixels, à la résolution du profil de l’imprimeur.',
      'PDF/X-1a and X-3 know no transparency: what vectors cannot say is painted as pixels, at the resolution of the printer’s profile.',
    ),
    fix: text(
      'Rien à faire si l’image est assez fine ; sinon, retirez l’ombre ou le masque du logo, ou demandez à l’imprimeur s’il accepte PDF/X-4.',
      'Nothing to do if the image is fine enough; otherwise remove the shadow or mask from the logo, or ask the printer whether PDF/X-4 is accepted.',
    ),
    source: 'ISO 15930-4:2003; ISO 15930-6:2003',
  },
  'cannot-flatten': {
    severity: 'error',
    locked: true,
    title: text('une transparence ne peut pas être aplatie', 'something transparent cannot be flattened'),
    why: text(
      'Un texte n’est jamais transformé en pixels et une encre de la charte ne l’est jamais en quadrichromie : une transparence qui l’exigerait n’a pas sa place dans un PDF/X-1a ou X-3.',
      'Text is never turned into pixels, nor a brand’s own ink into CMYK: transparency that would need it has no place in a PDF/X-1a or X-3.',
    ),
    fix: text(
      'Retirez la transparence du logo ou de l’image, éloignez-le du texte, ou choisissez PDF/X-4 (`--pdf x4`) si l’imprimeur l’accepte.',
      'Remove the transparency from the logo or picture, move it away from the text, or choose PDF/X-4 (`--pdf x4`) if the printer accepts it.',
    ),
    source: 'ISO 15930-4:2003; ISO 15930-6:2003',
  },
} as const satisfies Rules

const tenths = (length: number): string => `${Math.round(length * 10) / 10}`

const size = (width: number, height: number): Text => {
  const en = `${tenths(width)} × ${tenths(height)} mm`
  return text(en.replaceAll('.', ','), en)
}

/** The datum to edit, and the template’s line. */
export type Origin = Pick<Mark, 'from' | 'by'>

const place = ({ from }: Origin): { readonly at?: Span } => (from ? { at: from } : {})

export function flattened(
  unit: Origin,
  { width, height }: { readonly width: number; readonly height: number },
  { flattenPpi, standard }: Output,
): Diagnostic {
  const area = size(width, height)
  return {
    rule: 'flattened',
    severity: 'note',
    message: text(
      `${standards[standard].title} : une transparence de ${area.fr} devient une image à ${flattenPpi} ppp`,
      `${standards[standard].title}: a transparent part of ${area.en} becomes an image at ${flattenPpi} ppi`,
    ),
    ...place(unit),
  }
}

export function cannotFlatten(unit: Origin, obstacle: Obstacle, { standard }: Output): Diagnostic {
  const what = whatOf(obstacle)
  const { title } = standards[standard]
  return {
    rule: 'cannot-flatten',
    severity: 'error',
    message: text(`${title} : ${what.fr}`, `${title}: ${what.en}`),
    ...place(unit.from ? unit : obstacle.kind === 'text' ? obstacle.mark : unit),
    ...relatedTo(unit, obstacle),
    hint: flattenRules['cannot-flatten'].fix,
  }
}

function whatOf(obstacle: Obstacle): Text {
  switch (obstacle.kind) {
    case 'text':
      return text(
        `le texte « ${obstacle.mark.text} » est pris dans une transparence qui devrait devenir une image`,
        `the text “${obstacle.mark.text}” is caught in transparency that would have to become an image`,
      )
    case 'spot':
      return text(
        `le ton direct « ${obstacle.name} » est pris dans une transparence : il ne se mélange pas aux autres encres`,
        `the spot ink “${obstacle.name}” is caught in transparency: it does not mix with other inks`,
      )
    case 'blend':
      return text(
        `le mode de fusion « ${obstacle.blend} » est pris dans une autre transparence`,
        `the blend mode “${obstacle.blend}” is caught inside other transparency`,
      )
    case 'size': {
      const area = size(obstacle.width, obstacle.height)
      return text(
        `une transparence de ${area.fr} est trop grande pour devenir une image`,
        `a transparent part of ${area.en} is too large to become an image`,
      )
    }
  }
}

/** The text is the other line to look at, when the transparent thing has one of its own. */
function relatedTo({ from }: Origin, obstacle: Obstacle): Pick<Diagnostic, 'related'> {
  if (obstacle.kind !== 'text') return {}
  const at = obstacle.mark.from
  if (!from || !at || !('line' in at)) return {}
  return { related: [{ ...at, why: text('le texte', 'the text') }] }
}
