// What a printer's pattern of file names may speak of.

export const NAME_SLOTS = ['kit', 'piece', 'produit', 'largeur', 'hauteur', 'face', 'quantite', 'imprimeur'] as const

export type NameSlot = (typeof NAME_SLOTS)[number]
