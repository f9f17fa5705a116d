// The Kit: what a user asked for, as validated text and numbers, each value with the place where it was read.
import type { Span } from './diagnostic.ts'
import type { Policy } from './rule.ts'

export type Partner = {
  readonly nom: string
  readonly logo?: string
  readonly role?: string
  readonly montant?: string
}

export type Structure = {
  readonly id?: string
  readonly nom: string
  readonly 'nom-court'?: string
  readonly lieu?: string
  /** Keys of the structure types, the first decides the universe. */
  readonly type: readonly string[]
  readonly 'type-libelle'?: string
  /** Codes of the Cafs, as `33` or `2A`. */
  readonly caf: readonly string[]
  readonly gestionnaire?: string
  readonly adresse?: {
    readonly voie?: string
    readonly complement?: string
    readonly 'code-postal'?: string
    readonly commune?: string
  }
  readonly itinerant?: boolean
  readonly communes?: readonly string[]
  readonly capacite?: number | string
  readonly telephone?: string
  readonly courriel?: string
  readonly 'site-web'?: string
  /** `false` for `qr: non`. */
  readonly qr?: string | false
  readonly horaires?: readonly string[]
  readonly labels?: readonly string[]
  readonly partenaires?: readonly Partner[]
  readonly photo?: { readonly fichier: string; readonly credit?: string }
  readonly chiffres?: readonly { readonly valeur: string; readonly libelle: string }[]
  readonly traductions?: Readonly<Record<string, { readonly nom?: string; readonly lieu?: string }>>
}

export type PieceOrder = {
  readonly produit: string
  readonly id?: string
  readonly quantite?: number
  readonly pose?: string
  readonly support?: string
  readonly matiere?: string
  readonly fixation?: string
  readonly decoupe?: string
  /** From the art to the cut that follows it, and from that cut of the film to the one of its liner; mm. */
  readonly decalage?: number
  readonly 'decalage-support'?: number
  readonly cadre?: string
  /** mm */
  readonly 'rayon-angles'?: number
  /** Metres. */
  readonly distance?: number
  readonly orientation?: 'portrait' | 'paysage'
  readonly modele?: string
  readonly imprimeur?: string
}

export type Kit = {
  /** `structure.id`, or the slug of name, place and commune. */
  readonly id: string
  readonly structure: Structure
  readonly charte?: string
  /** One printer for all, or one per family with `autres` for the rest. */
  readonly imprimeur?: string | Readonly<Record<string, string>>
  readonly langues: readonly string[]
  /** Absent: the brand's own kit for that type of structure. */
  readonly pieces?: readonly PieceOrder[]
  readonly textes: Readonly<Record<string, string>>
  readonly regles: Readonly<Record<string, Policy>>
  readonly source: {
    /** As given on the command line; `-` for standard input. */
    readonly file: string
    /** Absolute folder that relative paths start from. */
    readonly folder: string
    /** Folder no path may leave: the project's, else `folder`. */
    readonly root: string
    readonly sha256: string
    /** The text, for code frames. */
    readonly text: string
  }
  /** The project file that gave defaults, when there is one. */
  readonly project?: { readonly file: string; readonly sha256: string; readonly text: string }
  /** Place of each value by path, keys and indexes joined by dots: `structure.adresse.commune`. */
  readonly spans: Readonly<Record<string, Span>>
}
