// What the project claims of its speed, and the target of each: judged by the figures that measures gave last.
import { number, table } from './table.mjs'

/** `at`: the count of kits that the claim speaks of, where it speaks of one. Targets are the most that is allowed. */
const CLAIMS = [
  { id: 'kits', text: '1 000 kits de 3 PDF, durée, à côté de Typst dans le même Node', target: 0.5, at: 1000 },
  { id: 'kits-small', text: 'les mêmes, petit profil incorporé', target: 0.5, at: 1000 },
  { id: 'photo', text: 'les mêmes, une photo sur l’affiche (convertie en CMJN ; Typst la garde en RVB)', at: 1000 },
  { id: 'peer-typst', text: '100 kits, durée, à côté de Typst dans Node', at: 100 },
  { id: 'peer-react-pdf', text: '100 kits, durée, à côté de @react-pdf/renderer', target: 1 / 8, at: 100 },
  { id: 'peer-pdfkit', text: '100 kits, à côté de pdfkit comme documenté', target: 1 / 14, at: 100 },
  { id: 'peer-weasyprint', text: '100 kits, à côté de WeasyPrint', target: 1 / 16, at: 100 },
  { id: 'peer-chromium', text: '100 kits, à côté de Chromium', target: 1 / 30, at: 100 },
  { id: 'peer-pdfme', text: '100 kits, à côté de pdfme', target: 1 / 30, at: 100 },
  { id: 'floor', text: '1 000 kits, à côté de la simple écriture des mêmes octets', target: 10, at: 1000 },
  { id: 'floor-small', text: 'les mêmes, petit profil : treize fois moins d’octets à écrire', at: 1000 },
  { id: 'cold', text: 'un kit à froid, PDF seul, à côté de Typst dans Node', target: 1 },
  { id: 'unchanged', text: 'rien n’a changé, à côté de tout refaire', target: 0.1 },
  { id: 'jobs', text: '`signakit batch --jobs 2`, à côté de `--jobs 1`, sur deux cœurs' },
  { id: 'memory', text: 'mémoire la plus haute, 1 000 kits, Mio', target: 180 },
  { id: 'growth', text: 'mémoire de 100 à 10 000 kits, Mio de plus', target: 60, at: 10_000 },
  { id: 'bytes', text: 'octets des PDF sans le profil, à côté de Typst', target: 0.8 },
  { id: 'bytes-photo', text: 'les mêmes, l’affiche et sa photo (CMJN sans perte ; Typst garde le JPEG)' },
  { id: 'png-poster-time', text: 'PNG A3 à 300 ppp, durée, à côté de sharp par défaut', target: 1.1 },
  { id: 'png-poster-bytes', text: 'PNG A3 à 300 ppp, octets', target: 0.55 },
  { id: 'png-poster-photo-time', text: 'PNG A3 à 300 ppp avec une photo, durée', target: 1.1 },
  { id: 'png-poster-photo-bytes', text: 'PNG A3 à 300 ppp avec une photo, octets', target: 0.55 },
  { id: 'png-sticker-time', text: 'PNG de vitrophanie à 300 ppp, durée, à côté de sharp par défaut', target: 1.1 },
  { id: 'png-sticker-bytes', text: 'PNG de vitrophanie à 300 ppp, octets', target: 1 },
  { id: 'svg', text: 'SVG d’un kit, textes en tracés, à côté de svg.js et svgdom', target: 1 / 50 },
  { id: 'svg-live', text: 'SVG d’un kit, textes vivants', target: 1 / 50 },
  { id: 'help', text: '`signakit --help`, à côté de `node -e 0`', target: 1.3 },
]

export const isClaimed = id => CLAIMS.some(claim => claim.id === id)

const digits = value => (Math.abs(value) < 0.1 ? 3 : Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0)
const figure = value => number(value, digits(value))
const targetOf = target =>
  target < 0.2 && Number.isInteger(Math.round(10 / target) / 10) ? `1/${Math.round(1 / target)}` : figure(target)

/** A figure of fewer kits than the claim speaks of judges nothing. */
function verdict({ target, at }, { median, kits }) {
  if (target === undefined) return 'dit, sans objectif'
  if (at !== undefined && kits < at) return `${median <= target ? 'en deçà' : 'au-delà'}, sur ${kits} kits`
  return median <= target ? '**atteint**' : 'non atteint'
}

const rowOf = (claim, found) => {
  const target = claim.target === undefined ? '–' : `≤ ${targetOf(claim.target)}`
  if (!found) return [claim.text, target, '–', '–', '–', 'pas encore mesuré']
  const { median, min, max, cpu } = found
  const spread = min === max ? '–' : `${figure(min)}…${figure(max)}`
  return [claim.text, target, figure(median), spread, cpu === undefined ? '–' : figure(cpu), verdict(claim, found)]
}

/** @param figures by id: `{ median, min, max, kits }`, as the last runs left them */
export const claimsTable = figures =>
  table(
    ['Ce qui est annoncé (rapport médian, paire par paire)', 'objectif', 'mesuré', 'étendue', 'en processeur', ''],
    CLAIMS.map(claim => rowOf(claim, figures[claim.id])),
  )
