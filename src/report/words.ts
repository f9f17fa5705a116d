// The few words of reports, in both languages.
import { type Severity, type Text, text } from '../model/diagnostic.ts'

export const SEVERITIES: Readonly<Record<Severity, { readonly one: Text; readonly many: Text }>> = {
  error: { one: text('erreur', 'error'), many: text('erreurs', 'errors') },
  warning: { one: text('avertissement', 'warning'), many: text('avertissements', 'warnings') },
  note: { one: text('remarque', 'note'), many: text('remarques', 'notes') },
}

export const WORDS = {
  piece: text('pièce', 'piece'),
  pieces: text('pièces', 'pieces'),
  place: text('lieu', 'place'),
  help: text('aide', 'help'),
  others: text(
    '… et {n} autres{cells} (tout : --reporter json)',
    '… and {n} more{cells} (all of them: --reporter json)',
  ),
  other: text('… et 1 autre{cells} (tout : --reporter json)', '… and 1 more{cells} (all of them: --reporter json)'),
} as const satisfies Readonly<Record<string, Text>>
