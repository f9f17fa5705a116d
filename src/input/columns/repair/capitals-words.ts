// The words that a text in capitals is put back with: common words, little words, letters that stand alone. Data.

/** Words that take no capital inside a name, with their accents: none of them, without accents, is another French word. */
export const COMMON_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  `abord accueil accueils adolescents aide agglomération assistant assistante assistantes assistants maternel maternelle
   maternels maternelles association associatif associative bébé bébés bibliothèque centre centres collectif collective
   communal communale commune communes communauté communautés crèche crèches culturel culturelle départemental départementale
   domicile été écoute éducation enfance enfant enfants éveil extrascolaire familial familiale familiales famille familles
   foyer garderie garderies halte haltes hébergement intercommunal intercommunale intercommunales itinérant itinérante
   jardin jardins jeune jeunes jeunesse lieu lieux local locale loisirs ludothèque ludothèques mairie maison maisons
   maternité médiathèque médiation métropole micro multi municipal municipale municipales parent parental parentale
   parents parentalité pays périscolaire petit petite petites petits point pôle prévention privé privée public publique
   réseau relais rencontre résidence sans scolarité service services social sociale sociaux socioculturel socioculturelle
   solidarité structure syndicat travailleurs urbaine vacances vie ville
   allée avenue boulevard chemin cité cours esplanade faubourg hameau impasse lotissement montée parc passage place
   promenade quai quartier résidence rond-point route rue ruelle sentier square traverse venelle voie zone
   bâtiment escalier étage immeuble porte bis ter quater`
    .split(/\s+/)
    .map(word => [word.normalize('NFD').replace(/\p{M}/gu, ''), word]),
)

/** Words of proper names: a capital, and the accents that capitals lost. */
export const PROPER_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  `Cedex Écureuil Écureuils Éléphant Éléphants Étoile Étoiles Fée Fées Île Îles Rivière Vallée Château Châteaux Chêne Chênes
   Église École Écoles Théâtre République Liberté Égalité Fraternité Résistance Libération Maréchal Président Général
   Évêque Hôtel Préfecture Société Collège Lycée Hôpital Bétharram Orléans Besançon Alençon Béziers Nîmes Évreux Épinal
   Périgueux Angoulême Saint-Étienne Saint-Rémy Compiègne Mâcon Châlons Châteauroux Évry Mérignac Créteil Sète Fréjus`
    .split(/\s+/)
    .map(word => [word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''), word]),
)

/** Joined to the word before it: « de la », « sur », « et ». */
export const LINKS: ReadonlySet<string> = new Set(
  'de du des d et en au aux sur sous par pour chez à lès lez ou'.split(' '),
)

export const ARTICLES: ReadonlySet<string> = new Set(['la', 'le', 'les', 'l', 'un', 'une'])

/** Cut words that have no vowel, and are no initials. */
export const CUT_WORDS: Readonly<Record<string, string>> = {
  st: 'St',
  ste: 'Ste',
  sts: 'Sts',
  stes: 'Stes',
  dr: 'Dr',
  mgr: 'Mgr',
  mlle: 'Mlle',
  mme: 'Mme',
  bd: 'bd',
  blvd: 'blvd',
  rte: 'rte',
  chm: 'chm',
  lt: 'Lt',
  cdt: 'Cdt',
  mal: 'Mal',
  gal: 'Gal',
}

/** Written in capitals, or as their bodies write them: not for us to change. */
export const INITIALISMS: ReadonlySet<string> = new Set(
  `CCAS CIAS MJC ALSH CLSH EAJE RAM RAPE RPE LAEP MAM PMI MSA CAF CNAF EPCI SIVU SIVOM SIVOS SMICTOM CC CA CU ZAC ZA ZI ZUP
   ADMR UFCV PEP AFR IFAC UDAF ADAPEI APAJH ADMR MFR FJT CLAS REAAP EVS CSC CS PS RS BP TSA RN RD SA SARL SAS SCIC SCOP ESAT
   CHU CH IME ITEP UNAF ACM`.split(/\s+/),
)
