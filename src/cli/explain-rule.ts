// One rule told in full: what it says, why it matters, how to mend it.
import { type Text, text } from '../model/diagnostic.ts'
import type { Rule } from '../model/rule.ts'

const SEVERITY = {
  error: text('erreur', 'error'),
  warning: text('avertissement', 'warning'),
  note: text('remarque', 'note'),
} as const satisfies Record<Rule['severity'], Text>

export const severityOf = (rule: Rule): Text => SEVERITY[rule.severity]

const locked = text('verrouillée : rien ne peut l’abaisser', 'locked: nothing can lower it')

/** Lines for a terminal. */
export function explainRule(id: string, rule: Rule, say: (text: Text) => string): readonly string[] {
  const facts = [say(severityOf(rule)), ...(rule.locked ? [say(locked)] : [])].join(', ')
  const policy = text(
    `regles: { ${id}: avertir }   # refuser | ecarter | avertir | ignorer`,
    `regles: { ${id}: avertir }   # refuser | ecarter | avertir | ignorer`,
  )
  return [
    `${id} (${facts})`,
    `  ${say(rule.title)}`,
    '',
    say(text('Pourquoi', 'Why')),
    `  ${say(rule.why)}`,
    '',
    say(text('Que faire', 'What to do')),
    `  ${say(rule.fix)}`,
    ...(rule.locked
      ? []
      : ['', say(text('Changer la conduite, dans le kit', 'To change the policy, in the kit')), `  ${say(policy)}`]),
    ...(rule.source === undefined ? [] : ['', say(text(`Source\u00a0: ${rule.source}`, `Source: ${rule.source}`))]),
  ]
}
