// Titles that can mean two things, titles that are left out on purpose, and what is said of each. Data.
import { type Text, text } from '../../model/diagnostic.ts'

/** Taken only when the cells below fit one path and no other; a path that cannot be told by its cells is never taken. */
export const DOUBTFUL_NAMES: readonly { readonly names: string; readonly paths: readonly string[] }[] = [
  { names: 'nombre | nb | nbre | effectif', paths: ['structure.capacite', 'quantite'] },
  { names: 'numéro | n° | num | no', paths: ['structure.id', 'adresse.voie', 'structure.telephone'] },
  { names: 'contact | contacts | coordonnées', paths: ['structure.telephone', 'structure.courriel'] },
  { names: 'site | lien utile', paths: ['structure.site-web', 'structure.lieu'] },
  { names: 'code', paths: ['structure.id', 'structure.adresse.code-postal', 'structure.type'] },
  { names: 'ouverture | ouvert', paths: ['structure.horaires', 'statut'] },
  { names: 'format', paths: ['pieces', 'orientation'] },
  { names: 'portable | mobile', paths: ['structure.telephone'] },
]

/** Taken when nothing else gives the path, and said: the Caf of a place is that of its department, but for a few. */
export const LIKELY_NAMES: readonly { readonly names: string; readonly path: string; readonly why: Text }[] = [
  {
    names: `département | dépt | dept | dép | dpt | code département | n° département | numdep | numéro de département |
      nom département | nomdep`,
    path: 'structure.caf',
    why: text(
      'une structure peut dépendre d’une autre Caf que celle de son département',
      'a structure may belong to another Caf than its department’s',
    ),
  },
  {
    names: 'communes',
    path: 'structure.adresse.commune',
    why: text(
      'sans colonne `itinerant`, c’est lu comme la commune de l’adresse',
      'without a column `itinerant`, it is read as the town of the address',
    ),
  },
]

const PERSONAL = text(
  'une personne : aucun nom de personne ne va sur un panneau',
  'a person: no person’s name goes on a sign',
)
const PLACE = text('un repère géographique : rien ne s’en imprime', 'a geographic reference: nothing of it is printed')
const REGISTER = text('un numéro de registre : rien ne s’en imprime', 'a register number: nothing of it is printed')
const UNPRINTED = text('rien d’un kit ne l’imprime', 'nothing of a kit prints it')

/** Known, and left out: said in the mapping, and no near miss is looked for. */
export const LEFT_NAMES: readonly { readonly why: Text; readonly names: string }[] = [
  {
    why: PERSONAL,
    names: `directeur | directrice | direction | nom du directeur | nom de la directrice | directeur directrice |
      responsable | nom du responsable | nom responsable | référent | référente | nom référent | nom du contact |
      prénom | prénom contact | firstname | lastname | nom de famille | président | présidente |
      nom du président | coordinateur | coordinatrice | animateur | animatrice | assistante maternelle |
      civilité | interlocuteur | chargé de conseil | conseiller technique | signataire`,
  },
  {
    why: PLACE,
    names: `latitude | longitude | lat | lon | long | lng | x | y | geom | geometry | geo point | geo shape |
      geo_point_2d | EQUIP_LAT | EQUIP_LONG | code insee | insee | code commune | code_insee |
      codeCommuneEtablissement | ADR_CLE_INTEROP | epci | canton | région | quartier | coordonnees gps | coord x |
      coord y | nom de l’epci | iris`,
  },
  {
    why: REGISTER,
    names: `siret | siren | COLL_SIRET | nic | rna | ape | naf | code ape | code naf | ERP_ID | ERP_TYPE |
      ERP_CATEGORIE | EQUIP_CODE | EQUIP_THEME | fid | objectid | gid | ogc_fid | shape | organizationId |
      id_metier | nofinessej | categetab | complrs | compldistrib | source | antenne`,
  },
  {
    why: UNPRINTED,
    names: `tranche d’âge | tranche_d_age | âge | âge minimum | âge maximum | ages | fax | télécopie | telephone2 |
      téléphone 2 | tél 2 | phone2 | phone 2 | observations | observation | remarques | remarque | commentaire |
      commentaires | description | présentation | presentation_resume | presentation_detail | modifiedDate |
      date_maj | date de mise à jour | mise à jour | date | année | date d’ouverture | date de création | avip |
      isAvip | handicap | hasDispo | dateDispo | distance km | servesCommune | accessibilité | accessibilite |
      thematiques | services | labels_autres | lien_source | zone_diffusion_type | public | tarif | tarification |
      convention | n° convention | gestion | mode de gestion | type de gestion | statut juridique |
      forme juridique | iban | montant de la subvention | prestation`,
  },
]
