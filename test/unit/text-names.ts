// Names shaped like those of real structures, as people type them: straight quotes and apostrophes, no thin spaces.

export const NAMES: readonly string[] = `
Les Petits Explorateurs
Maison de l'enfance et de la famille Simone-Veil
Relais petite enfance intercommunal des Portes du Morvan
Micro-crèche intercommunale "L'Île aux Trésors" de Saint-Rémy-en-Bouzemont
Zoé
Crèche Pomme d'Api
Multi-accueil Les Lutins
Multi-accueil "Les P'tits Loups"
Crèche familiale de la Communauté de communes du Pays de Sault
Micro-crèche Les Coccinelles
Micro-crèche Am Stram Gram
Halte-garderie Les Premiers Pas
Crèche collective municipale Jean-Jaurès
Crèche départementale Georges-Brassens
Crèche parentale Les Pieds Tendres
Jardin d'enfants Le Petit Prince
Jardin d'éveil L'Envol
Crèche hospitalière du Centre hospitalier de Saint-Brieuc
Crèche d'entreprise Les Bébés de la Tour
Maison d'assistantes maternelles Les Câlins Câlines
MAM Au Pays des Doudous
Relais petite enfance du Grand Charolais
Relais petite enfance itinérant de la Haute Saintonge
Relais petite enfance Les Petits Pas de l'Orne
RPE intercommunal Sud-Gironde
RPE "Pom' de Reinette"
Relais assistants maternels de Sète agglopôle Méditerranée
Lieu d'accueil enfants-parents La Parenthèse
Lieu d'accueil enfants parents "L'Arbre à Palabres"
LAEP À petits pas
LAEP Trait d'Union
LAEP itinérant de la vallée de l'Ubaye
Maison des familles de Grenoble
Maison des parents et de la parentalité d'Évry-Courcouronnes
Espace parents-enfants de la Meinau
Café des parents de Villeneuve-d'Ascq
Centre social et culturel Le Relais
Centre social Saint-Exupéry
Centre social et culturel de la Croix-Daurade
Centre social intercommunal La Source
Centre socioculturel du Chemillois
Centre socio-culturel Gérard-Philipe
Centre social rural du canton de Fresnay-sur-Sarthe
Centre social municipal Rosa-Parks
Centre social et familial Saint-Gabriel - Canon Bois
Centre d'animation Bordeaux Sud
Espace de vie sociale Les Amis du Prado
Espace de vie sociale Au Fil du Temps
Espace de vie sociale de Sainte-Foy-la-Grande
EVS Le Petit Bal perdu
EVS La Cabane à projets
Espace de vie sociale itinérant "Le Bus des possibles"
Accueil de loisirs sans hébergement de Lanester
Accueil de loisirs Les Farfadets
Accueil de loisirs La Ruche aux Enfants
Accueil de loisirs maternel Jacques-Prévert
ALSH Les Pirouettes
ALSH intercommunal du Val d'Amour
ALSH de l'école élémentaire Paul-Bert
Centre de loisirs de l'Île Saint-Denis
Accueil périscolaire de Saint-Germain-des-Fossés
Accueil jeunes du Pays d'Iroise
Espace jeunes L'Escale
Espace jeunesse de Noisy-le-Grand
Maison des jeunes et de la culture du Vieux Lyon
MJC Jean-Macé
Maison pour tous Voltaire
Point accueil écoute jeunes du Mantois
PAEJ La Passerelle
Maison des adolescents du Finistère
Promeneurs du Net de l'Aude
Foyer de jeunes travailleurs Clair Logis
Résidence habitat jeunes Les Oiseaux
Résidence habitat jeunes Saint-Michel
Résidence Habitat Jeunes du Pays de Vannes
FJT L'Atrium
FJT Résidence Pierre de Coubertin
Habitat jeunes en Pays de Château-Gontier
Foyer soleil Les Quatre Vents
Médiation familiale - UDAF de la Creuse
Service de médiation familiale de l'association Olga Spitzer
Médiation familiale et espace de rencontre La Bulle
Espace de rencontre Le Pont
Espace rencontre parents-enfants Trait d'Union
Point de rencontre Les Deux Rives
Ludothèque La Marelle
Ludothèque municipale À vous de jouer !
Ludothèque associative Le Dé à 7 faces
Ludothèque 1, 2, 3... jouez
Ludothèque et bibliothèque de rue Mots et Merveilles
Bébébus de la Drôme des collines
Crèche itinérante Le Camion des Lutins
Ludobus de l'Ardèche méridionale
Aide à domicile en milieu rural du Jura
ADMR de Pont-à-Mousson
Vacances familiales de La Bresse
Maison familiale de vacances Les Cigales
Village vacances Le Hameau des Écureuils
France services de Saint-Laurent-de-la-Salanque
Maison France services du Pays de Bitche
Crèche Les 3 Petits Chats
Crèche Les 101 Doudous
Micro-crèche 1, 2, 3 Soleil
Multi-accueil Espace 2000
Crèche n°4 - Les Moussaillons
Micro-crèche O'P'tits Soins
Micro-crèche "Chat perché & Cie"
Crèche Nid d'Anges, groupe SOS Jeunesse
Crèche Hôpital Sainte-Anne
Crèche Ty Bugale
Crèche Ikastola Seaska
Crèche Pitchouns et Pitchounettes
Crèche A Casa di i Zitelli
Halte-garderie itinérante "Roule Galipette"
Multi-accueil collectif et familial Françoise-Dolto
Pôle petite enfance Camille-Claudel
Pôle enfance jeunesse de Saint-Paul-Trois-Châteaux
Pôle petite enfance et parentalité du Bassin de Pompey
Maison de la petite enfance "Les Mille et Une Pattes"
Maison de la petite enfance Maria Montessori
Maison de l'enfance Louise-Michel
Maison des enfants et de la nature du parc de la Tête d'Or
Maison de quartier des Champs-Élysées
Maison de quartier Europe
Maison du projet et des habitants du quartier de la Reynerie
Tiers-lieu familial La Fabrique des liens
Épicerie sociale et solidaire Le Panier d'Angèle
Jardin partagé et jardin d'insertion du Bois l'Abbé
Association familiale protestante Le Figuier
Association intercommunale pour l'enfance et la jeunesse du Pays de Pévèle
Syndicat intercommunal à vocation unique Les Trois Clochers
Communauté d'agglomération de La Rochelle
Crèche L'Oiseau-Lyre
Crèche Les Z'anges
Crèche Œuf à la coque
Crèche Sœur Emmanuelle
Crèche Noël-Ballay
Crèche Île-de-Ré
Crèche du 8 Mai 1945
Crèche du Faubourg du Temple
Crèche de la rue de l'Abbé-de-l'Épée
Crèche Saint Vincent de Paul
Crèche Sainte Marie
Crèche Docteur Roux
Crèche Mme de Sévigné
Anticonstitutionnellement
Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson
Structure multi-accueil du regroupement pédagogique intercommunal Saint-Pierre-lès-Elbeuf Saint-Aubin
Les Petits Bouts d'Chou de Monsieur et Madame Tout-le-Monde
Avec les familles : l'ancrage
Et si on jouait ?
Ensemble, grandir !
Crèche « Les Étoiles » et micro-crèche « La Lune »
Accueil de loisirs, club ados & ludothèque
Service d'accueil familial (crèche familiale) de Talence
Multi-accueil Les Lutins / Espace 1er-Mai
's Kinderhüs / La Maison des enfants
`
  .trim()
  .split('\n')
