// The slots of a structure: what the kit says, each with its place, and the few lines made of several data.
import type { StructureType } from '../input/reference.ts'
import type { Datum } from '../model/design.ts'
import type { Span } from '../model/diagnostic.ts'
import type { Kit, Partner, Structure } from '../model/kit.ts'
import { addressLine, shortAddress } from './address.ts'
import { flagDatum, listDatum, numberDatum, recordDatum, textDatum } from './datum.ts'
import { enumerate } from './enumerate.ts'
import { typeInName } from './name-type.ts'

type At = (path: string) => Span | undefined

function addressDatum({ adresse, itinerant, communes }: Structure, at: At): Datum | undefined {
  if (itinerant === true || !adresse) {
    const line = textDatum(communes?.join(', '), at('structure.communes'))
    return line && recordDatum({ ligne: line, courte: line }, at('structure.communes'))
  }
  const place = at('structure.adresse')
  const part = (key: keyof typeof adresse): Datum | undefined => textDatum(adresse[key], at(`structure.adresse.${key}`))
  const ligne = textDatum(addressLine(adresse), place)
  if (!ligne) return undefined
  return recordDatum(
    {
      ligne,
      courte: textDatum(shortAddress(adresse), place),
      voie: part('voie'),
      complement: part('complement'),
      'code-postal': part('code-postal'),
      commune: part('commune'),
    },
    place,
  )
}

/** What a family types: no protocol, no slash at the end. */
const shownAddress = (url: string): string => url.replace(/^https?:\/\//i, '').replace(/\/$/, '')

/** What a telephone opens: an address without a protocol would be read as plain text. */
const openedAddress = (url: string): string => (/^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`)

function qrDatum(structure: Structure, at: At): Datum | undefined {
  if (structure.qr === false) return undefined
  const own = structure.qr !== undefined
  const url = structure.qr ?? structure['site-web']
  return textDatum(url && openedAddress(url), at(own ? 'structure.qr' : 'structure.site-web'))
}

function typeDatum(type: StructureType | undefined, structure: Structure, at: At): Datum | undefined {
  const own = structure['type-libelle']
  const place = own === undefined ? at('structure.type') : at('structure.type-libelle')
  if (!type) return undefined
  return recordDatum(
    {
      cle: textDatum(type.cle, at('structure.type')),
      libelle: textDatum(own ?? type.libelle, place),
      abrege: textDatum(own === undefined ? type.abrege : undefined, place),
      pictogramme: textDatum(type.pictogramme, at('structure.type')),
      univers: textDatum(type.univers, at('structure.type')),
    },
    place,
  )
}

/** `logo` is the key of the partner's file in `PieceDesign.logos`, when there is one. */
const partnerDatum = (partner: Partner, index: number, logo: string | undefined, at: At): Datum => {
  const path = `structure.partenaires.${index}`
  return recordDatum(
    {
      nom: textDatum(partner.nom, at(`${path}.nom`)),
      role: textDatum(partner.role, at(`${path}.role`)),
      montant: textDatum(partner.montant, at(`${path}.montant`)),
      logo: textDatum(logo, at(`${path}.logo`)),
    },
    at(path),
  )
}

const capacityDatum = (capacity: number | string | undefined, place: Span | undefined): Datum | undefined =>
  typeof capacity === 'number' ? numberDatum(capacity, place) : textDatum(capacity, place)

/** A line of opening hours begins like a sentence, unless it goes on with the one before: « de 9 h à 12 h ». */
const capitalized = (line: string): string =>
  /^(de|et|puis) /.test(line) ? line : line.charAt(0).toUpperCase() + line.slice(1)

export type StructureFacts = {
  readonly type: StructureType | undefined
  /** Indexes of the partners whose logo file is there. */
  readonly logos: ReadonlySet<number>
}

/** `at` finds the place of a path, or of the nearest value above it. */
export function structureSlots({ structure, id }: Kit, { type, logos }: StructureFacts, at: At): Datum {
  const plain = (key: 'nom' | 'nom-court' | 'lieu' | 'gestionnaire' | 'telephone' | 'courriel'): Datum | undefined =>
    textDatum(structure[key], at(`structure.${key}`))
  const lines = (key: 'horaires' | 'labels', write: (line: string) => string = line => line): Datum | undefined =>
    listDatum(
      (structure[key] ?? []).map((line, index) => textDatum(write(line), at(`structure.${key}.${index}`))),
      at(`structure.${key}`),
    )
  const partners = structure.partenaires ?? []
  const partnersAt = at('structure.partenaires')
  const label = structure['type-libelle'] ?? type?.libelle
  return recordDatum({
    id: textDatum(id, at('structure.id')),
    nom: plain('nom'),
    'nom-court': plain('nom-court'),
    lieu: plain('lieu'),
    type: typeDatum(type, structure, at),
    'type-dans-nom': flagDatum(typeInName(structure.nom, [label, type?.abrege]), at('structure.nom')),
    gestionnaire: plain('gestionnaire'),
    adresse: addressDatum(structure, at),
    itinerant: flagDatum(structure.itinerant === true, at('structure.itinerant')),
    communes: textDatum(structure.communes?.join(', '), at('structure.communes')),
    capacite: capacityDatum(structure.capacite, at('structure.capacite')),
    telephone: plain('telephone'),
    courriel: plain('courriel'),
    'site-web': textDatum(structure['site-web'] && shownAddress(structure['site-web']), at('structure.site-web')),
    qr: qrDatum(structure, at),
    horaires: lines('horaires', capitalized),
    labels: lines('labels'),
    partenaires: listDatum(
      partners.map((partner, index) =>
        partnerDatum(partner, index, logos.has(index) ? `partenaires.${index}` : undefined, at),
      ),
      partnersAt,
    ),
    'partenaires-nombre': numberDatum(partners.length, partnersAt),
    'partenaires-logos': numberDatum(logos.size, partnersAt),
    'partenaires-sans-logo': textDatum(
      enumerate(partners.filter((_, index) => !logos.has(index)).map(({ nom }) => nom)),
      partnersAt,
    ),
    'partenaires-noms': textDatum(enumerate(partners.map(({ nom }) => nom)), partnersAt),
    photo:
      structure.photo &&
      recordDatum({ credit: textDatum(structure.photo.credit, at('structure.photo.credit')) }, at('structure.photo')),
    chiffres: listDatum(
      (structure.chiffres ?? []).map(({ valeur, libelle }, index) => {
        const path = `structure.chiffres.${index}`
        return recordDatum(
          { valeur: textDatum(valeur, at(`${path}.valeur`)), libelle: textDatum(libelle, at(`${path}.libelle`)) },
          at(path),
        )
      }),
      at('structure.chiffres'),
    ),
  })
}
