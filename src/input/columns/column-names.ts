// The names that columns have in the sheets people keep and publish, by the kit path they give. Data, with its sources.
import type { Field } from './column-map.ts'

/** Where a name was read. The order is that of preference, when two columns of a sheet give the same path. */
export const NAME_SOURCES = {
  caf: 'titles that offices give to their own columns',
  scdl: 'schema.data.gouv.fr, scdl/equipements 0.1.5',
  inclusion: 'data·inclusion, schema v0, structures',
  monenfant: 'monenfant.fr, names of its JSON values',
  cnaf: 'Cnaf, EAJE2017.geojson and LAEP addresses',
  local: 'data.gouv.fr: Saint-Denis (974), La Possession, Neuville-Saint-Rémy, Ain',
  registers: 'Sirene (…Etablissement) and Finess (…et), files of establishments',
  osm: 'OpenStreetMap, keys of amenities',
} as const

/** Names in a registry are written on few lines, apart by `|`. */
export const namesIn = (words: string): readonly string[] => words.split(/\s*\|\s*/)

export type NameSource = keyof typeof NAME_SOURCES

export type Named = {
  readonly field: Field
  /** Names of one source, apart by `|`. */
  readonly names: Readonly<Partial<Record<NameSource, string>>>
}

const text = (path: string, names: Named['names']): Named => ({ field: { kind: 'text', path }, names })
const list = (path: string, names: Named['names']): Named => ({ field: { kind: 'list', path }, names })
const part = (rank: number, names: Named['names']): Named => ({
  field: { kind: 'part', path: 'structure.adresse.voie', rank },
  names,
})
const pieceKey = (key: string, caf: string): Named => ({ field: { kind: 'piece-key', key }, names: { caf } })

/** Compared by `foldTitle`: one spelling of each is enough. The path itself, whole or without its group, is known too. */
export const COLUMN_NAMES: readonly Named[] = [
  text('structure.nom', {
    caf: `nom de la structure | nom structure | intitulé | intitulé de la structure | nom de l’établissement |
      nom de l’équipement | nom usuel | nom du service | nom de la crèche | nom eaje | dénomination |
      dénomination de la structure | désignation | libellé | libellé de la structure | libellé établissement |
      libellé équipement | structure | établissement | équipement | raison sociale`,
    scdl: 'EQUIP_NOM',
    monenfant: 'structureName | name',
    cnaf: 'Nomequ | nom_laep | LIBSITE',
    local: 'nom_de_l_etablissement | nom_etab | nom_equip',
    registers: `denominationUsuelleEtablissement | enseigne1Etablissement | denominationUniteLegale | rslongue | rs |
      raison_sociale_et`,
  }),
  text('structure.nom-court', { caf: 'nom abrégé | nom usuel court | libellé court | abrégé | sigle' }),
  text('structure.id', {
    caf: `identifiant | identifiant structure | id structure | code structure | numéro de structure | n° structure |
      numéro de dossier | n° dossier | n° sias | référence | réf`,
    scdl: 'EQUIP_UID',
    monenfant: 'structureId',
    cnaf: 'NUMCOMSI',
    registers: 'nofinesset | numéro finess | n° finess | finess',
    inclusion: 'uid',
  }),
  text('structure.lieu', { caf: 'nom du lieu | site d’accueil | implantation | nom du site' }),
  list('structure.type', {
    caf: `type de structure | type structure | type établissement | type équipement | type d’accueil | nature |
      nature de la structure | nature équipement | catégorie | catégorie de structure | typologie |
      mode d’accueil`,
    scdl: 'EQUIP_TYPE',
    inclusion: 'typologie',
    monenfant: 'structureType',
    cnaf: 'STRACCUE',
    local: 'type_d_etablissement | typeequ',
    registers: 'libcategetab',
  }),
  text('structure.type-libelle', { caf: 'libellé du type | type libellé | libellé type' }),
  list('structure.caf', {
    caf: 'caf de rattachement | caf partenaire | code caf | n° caf | numéro caf | nom caf | organisme caf',
  }),
  text('structure.gestionnaire', {
    caf: `nom du gestionnaire | organisme gestionnaire | structure gestionnaire | porteur | porteur de projet |
      association gestionnaire`,
    scdl: 'COLL_NOM',
    local: 'gestionnai | Gestion Gestionnaire',
    registers: 'rslongue_ej',
    osm: 'operator',
  }),
  part(0, {
    caf: 'numéro de voie | numéro de rue | n° de voie | n° voie | n° rue | num voie | num rue | no voie',
    scdl: 'ADR_NUMERO',
    monenfant: 'numeroVoie',
    registers: 'numeroVoieEtablissement | numvoie',
    osm: 'addr:housenumber',
  }),
  part(1, {
    caf: 'bis ter | indice de répétition | répétition | suffixe voie',
    registers: 'indiceRepetitionEtablissement | compvoie',
  }),
  part(2, {
    caf: 'type de voie | nature de voie',
    monenfant: 'typeVoie',
    registers: 'typeVoieEtablissement | typvoie',
  }),
  part(3, {
    caf: 'nom de la voie | libellé de la voie | nom de rue | rue',
    scdl: 'ADR_NOMVOIE',
    monenfant: 'nomVoie',
    registers: 'libelleVoieEtablissement',
    osm: 'addr:street',
  }),
  text('structure.adresse.voie', {
    caf: `adresse | adresse 1 | adresse postale | adresse de la structure | adresse établissement | adresse complète |
      adresse ligne 1 | numéro et voie | n° et voie | numéro et rue | n° et rue | rue et numéro | adr |
      adresse voie`,
    monenfant: 'address',
    registers: 'voie_et',
  }),
  text('structure.adresse.complement', {
    caf: `complément | complément d’adresse | adresse 2 | adresse complémentaire | adresse ligne 2 | compl adresse |
      lieu-dit | bâtiment`,
    inclusion: 'complement_adresse',
    registers: 'complementAdresseEtablissement | lieuditbp',
  }),
  text('structure.adresse.code-postal', {
    caf: 'CP | code post | code postal structure | code postal commune | codpost | c. postal',
    scdl: 'ADR_CODEPOSTAL',
    monenfant: 'codePostal',
    registers: 'codePostalEtablissement',
    osm: 'addr:postcode | zip | postcode',
  }),
  text('structure.adresse.commune', {
    caf: `ville | localité | commune d’implantation | nom de la commune | libellé commune | commune structure |
      ville structure | bureau distributeur`,
    scdl: 'ADR_COMMUNE',
    inclusion: 'commune',
    registers: 'libelleCommuneEtablissement | libcommune',
    osm: 'addr:city | city',
  }),
  {
    field: { kind: 'town-line', path: 'structure.adresse' },
    names: {
      caf: `CP ville | CP et ville | CP commune | CP - commune | code postal et ville | code postal ville |
        code postal commune ville`,
      registers: 'ligneacheminement',
    },
  },
  text('structure.itinerant', { caf: 'itinérance | itinérante | structure itinérante' }),
  list('structure.communes', {
    caf: 'communes d’intervention | communes desservies | liste des communes | communes couvertes',
    monenfant: 'communesDesservies',
  }),
  text('structure.capacite', {
    caf: `nb places | nombre de places | nbre places | nbre de places | places | capacité d’accueil |
      capacité agréée | places agréées | nb de places | agrément`,
    local: 'nb_places | capacite_d_accueil_et_agrement',
    osm: 'capacity',
  }),
  text('structure.telephone', {
    caf: `tél | tel | téléphone fixe | tél fixe | n° de téléphone | numéro de téléphone | n° tél | téléphone 1 |
      tél 1 | téléphone structure`,
    scdl: 'EQUIP_TEL',
    monenfant: 'phone',
    osm: 'contact:phone',
  }),
  text('structure.courriel', {
    caf: `mail | e-mail | adresse mail | adresse e-mail | adresse électronique | adresse de messagerie | messagerie |
      courrier électronique | mél | mail structure | mail de contact`,
    scdl: 'EQUIP_EMAIL',
    monenfant: 'adresseMail',
    local: 'e_mail',
    registers: 'adresse_courriel',
    osm: 'contact:email',
  }),
  text('structure.site-web', {
    caf: `site internet | site web | adresse internet | adresse du site | web | url | lien | page web |
      lien internet`,
    scdl: 'EQUIP_WEB',
    monenfant: 'siteInternet | siteWeb',
    osm: 'website | contact:website',
  }),
  text('structure.qr', { caf: 'qr code | code qr | lien qr | url qr | adresse du qr code' }),
  list('structure.horaires', {
    caf: `horaire | horaires d’ouverture | heures d’ouverture | jours et horaires | jours et horaires d’ouverture |
      amplitude horaire`,
    scdl: 'EQUIP_OUVERTURE',
    inclusion: 'horaires_ouverture',
    monenfant: 'joursHorairesText',
    local: 'horaires_et_jours_de_d_ouverture',
    osm: 'opening_hours',
  }),
  list('structure.labels', { caf: 'label | labellisation | labellisations', inclusion: 'labels_nationaux' }),
  {
    field: { kind: 'partners', path: 'structure.partenaires' },
    names: {
      caf: 'partenaires | partenaire | financeurs | financeur | cofinanceurs | co-financeurs | soutiens',
    },
  },
  {
    field: { kind: 'logos', path: 'structure.partenaires' },
    names: { caf: 'logos | logo | logos partenaires | logo partenaire | logos des partenaires' },
  },
  text('structure.photo.fichier', { caf: 'photo | fichier photo | image' }),
  text('structure.photo.credit', { caf: 'crédit photo | crédits photo | crédit | photographe' }),
  text('kit.charte', { caf: 'charte graphique' }),
  text('kit.imprimeur', { caf: 'imprimerie | profil imprimeur' }),
  list('kit.langues', { caf: 'langue | langues du panneau' }),
  {
    field: { kind: 'pieces' },
    names: {
      caf: `pièces | pièce | kit | produits | produit | support de communication | pièces à fabriquer |
        contenu du kit | commande`,
    },
  },
  { field: { kind: 'policies', path: 'regles' }, names: { caf: 'règles | règle | conduite' } },
  pieceKey('quantite', 'quantité | qté | qte | nombre d’exemplaires | nb exemplaires | exemplaires'),
  pieceKey('pose', 'pose | côté de pose | sens de pose'),
  pieceKey('support', 'support | film | type de film | support vitrophanie'),
  pieceKey('matiere', 'matière | matériau | matière plaque'),
  pieceKey('fixation', 'fixation | fixations | mode de fixation'),
  pieceKey('decoupe', 'découpe'),
  pieceKey('decalage', 'décalage'),
  pieceKey('cadre', 'cadre | type de cadre'),
  pieceKey('rayon-angles', 'rayon angles | rayon des angles | angles arrondis | rayon'),
  pieceKey('distance', 'distance | distance de lecture'),
  pieceKey('orientation', 'orientation | sens'),
  pieceKey('modele', 'modèle | gabarit'),
  {
    field: { kind: 'status' },
    names: {
      caf: `statut | état | statut de la structure | état de la structure | situation | statut activité |
        état d’activité`,
      registers: 'etatAdministratifEtablissement',
    },
  },
  {
    field: { kind: 'closing-date' },
    names: {
      caf: 'date de fermeture | fermée le | date fin | date de fin d’activité',
      registers: 'dateFermeture',
    },
  },
]

/** A numbered title is a key of one item: « Partenaire 2 », « Logo 1 », « Libellé chiffre 3 ». */
export const ITEM_NAMES: readonly { readonly path: string; readonly key: string; readonly names: string }[] = [
  {
    path: 'structure.partenaires',
    key: 'nom',
    names: `partenaire | nom partenaire | partenaire nom | partenaires | financeur | cofinanceur | co-financeur`,
  },
  {
    path: 'structure.partenaires',
    key: 'logo',
    names: 'logo | logo partenaire | partenaire logo | logo financeur',
  },
  { path: 'structure.partenaires', key: 'role', names: 'rôle | rôle partenaire | partenaire rôle' },
  {
    path: 'structure.partenaires',
    key: 'montant',
    names: 'montant | montant partenaire | partenaire montant | aide',
  },
  { path: 'structure.chiffres', key: 'valeur', names: 'chiffre | valeur chiffre | chiffre valeur' },
  { path: 'structure.chiffres', key: 'libelle', names: 'libellé chiffre | chiffre libellé' },
]
