// The registry of measures: what each compares, the table it gives and the figures that claims are judged by.
import { hasBatch, jobs, unchanged } from './batch.mjs'
import { bytes } from './bytes.mjs'
import { cold } from './cold.mjs'
import { disk } from './disk.mjs'
import { formats } from './formats.mjs'
import { help } from './help.mjs'
import { kits, photo } from './kits.mjs'
import { memory } from './memory.mjs'
import { parts } from './parts.mjs'
import { peers } from './peers.mjs'
import { png, svg } from './pictures.mjs'
import { run } from './run.mjs'
import { sheets } from './sheets.mjs'

/** Each takes the context of `bench.mjs` and returns `{ section, figures }`; `when`: whether it can be run. */
export const measures = {
  help: { title: 'Aide', run: help },
  cold: { title: 'Démarrage à froid : un kit, le processus entier', run: cold },
  kits: { title: 'Beaucoup de kits dans un processus', run: kits },
  photo: { title: 'Les mêmes, une photo sur l’affiche', run: photo },
  peers: { title: 'Tout le monde', run: peers },
  memory: { title: 'Mémoire', run: memory },
  bytes: { title: 'Taille des fichiers', run: bytes },
  png: { title: 'PNG', run: png },
  svg: { title: 'SVG', run: svg },
  unchanged: { title: 'Rien n’a changé', run: unchanged, when: hasBatch },
  jobs: { title: 'Un ou deux processus', run: jobs, when: hasBatch },
  run: { title: 'Un lot entier, par la commande', run },
  sheets: { title: 'De grands tableaux', run: sheets },
  formats: { title: 'Par format, à la suite', run: formats },
  parts: { title: 'Par partie', run: parts },
  disk: { title: 'Ce que coûte le disque', run: disk },
}
