// What stands for a value in the help and in messages: `<dossier>` for who reads French, `<folder>` for who reads English.
import { type Text, text } from '../model/diagnostic.ts'

const PLACEHOLDERS: readonly Text[] = [
  text('adresse', 'address'),
  text('chemin=valeur', 'path=value'),
  text('dossier', 'dir'),
  text('dossier', 'folder'),
  text('dossiers', 'folders'),
  text('étape', 'stage'),
  text('fichier', 'file'),
  text('fichier.yaml', 'file.yaml'),
  text('fichiers', 'files'),
  text('feuille', 'sheet'),
  text('id|chemin', 'id|path'),
  text('id=conduite', 'id=policy'),
  text('liste', 'list'),
  text('Mo', 'MB'),
  text('nom', 'name'),
  text('numéro', 'number'),
  text('produit', 'product'),
  text('règle|pièce', 'rule|piece'),
  text('variante', 'variant'),
  text('voie', 'street'),
]

/** A word of a declaration, in either language, in that of the run. */
export const placeholder = (word: string): Text =>
  PLACEHOLDERS.find(({ fr, en }) => fr === word || en === word) ?? text(word, word)

/** Every `<word>` of some flags. */
export const placeholdersIn = (flags: string, say: (said: Text) => string): string =>
  flags.replace(/<([^<>]+)>/g, (_, word: string) => `<${say(placeholder(word))}>`)
