// The kits that everybody draws: three pieces each, and from one kit to the next another name, address and code.

const NAMES = [
  'Les Petits Explorateurs',
  'L’Île aux Trésors',
  'Maison de la petite enfance Simone-Veil',
  'Les Écureuils',
  'La Farandole des Tilleuls',
  'Crèche intercommunale du Val de Sèvre',
  'Pom d’Api',
  'Les Moussaillons du Bassin',
]
const PLACES = ['Bordeaux', 'Mérignac', 'Saint-Médard-en-Jalles', 'Pessac', 'Arcachon']
const STREETS = ['rue des Tilleuls', 'avenue du Maréchal-Leclerc', 'place de l’Église', 'allée des Acacias']

const pick = (list, index) => list[index % list.length]

export const kitId = index => `33-${String(index).padStart(4, '0')}`

/** `photo`: the path of a picture, which the poster then shows; the logo lies beside the kit, as an office would keep it. */
export const kitYaml = (index, photo) => `structure:
  id: "${kitId(index)}"
  nom: ${pick(NAMES, index)} ${index + 1}
  type: micro-creche
  caf: "33"
  gestionnaire: Ville de ${pick(PLACES, index)}
  adresse:
    voie: ${index + 1}, ${pick(STREETS, index)}
    code-postal: "33000"
    commune: ${pick(PLACES, index)}
  capacite: ${10 + (index % 30)}
  telephone: 05 36 49 01 42
  site-web: https://exemple.fr/structure-${index}
  horaires:
    - du lundi au vendredi
    - de 7 h 30 à 18 h 30
  partenaires:
    - { nom: Ville de ${pick(PLACES, index)}, logo: logo.svg }${photo ? `\n  photo: { fichier: ${photo}, credit: A. Martin }` : ''}
kit:
  pieces:
    - vitrophanie-a5
    - plaque-300x200
    - affiche-a3
`
