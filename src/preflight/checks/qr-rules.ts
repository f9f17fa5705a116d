// The rules of QR codes.
import { text } from '../../model/diagnostic.ts'
import type { Rules } from '../../model/rule.ts'

export const qrRules = {
  'qr-unreadable': {
    severity: 'error',
    title: text('un code QR ne se relit pas', 'a QR code does not read back'),
    why: text(
      'Chaque code est dessiné tel qu’il sera imprimé, avec tout ce qui passe dessus, puis relu. S’il ne dit pas ce qu’il doit dire, personne ne pourra le scanner.',
      'Every code is drawn as it will be printed, with all that lies over it, then read. If it does not say what it should, nobody will be able to scan it.',
    ),
    fix: text(
      'Dégagez le code : rien dessus, une marge blanche de 4 modules, du foncé sur du clair, jamais en miroir.',
      'Clear the code: nothing over it, a light margin of 4 modules, dark on light, never mirrored.',
    ),
    locked: true,
    source: 'ISO/IEC 18004',
  },
  'qr-module': {
    severity: 'error',
    title: text('les modules d’un code QR sont trop petits', 'the modules of a QR code are too small'),
    why: text(
      'Un module est un petit carré du code. Au-dessous de 0,5 mm, l’encre et l’appareil du passant ne le séparent plus de ses voisins.',
      'A module is one small square of the code. Below 0.5 mm neither the ink nor a phone tells it from its neighbours.',
    ),
    fix: text(
      'Agrandissez le code, ou donnez une adresse plus courte dans `qr`.',
      'Enlarge the code, or give a shorter address in `qr`.',
    ),
    source: 'ISO/IEC 18004',
  },
  'qr-small': {
    severity: 'warning',
    title: text('un code QR se scannera de très près seulement', 'a QR code will scan from very close only'),
    why: text(
      'Avec des modules de moins de 0,8 mm, il faut approcher le téléphone à une main du code.',
      'With modules below 0.8 mm, the phone has to come within a hand of the code.',
    ),
    fix: text(
      'Agrandissez le code, ou donnez une adresse plus courte dans `qr`.',
      'Enlarge the code, or give a shorter address in `qr`.',
    ),
  },
  'qr-quiet-zone': {
    severity: 'error',
    title: text('quelque chose touche la marge d’un code QR', 'something reaches into the margin of a QR code'),
    why: text(
      'Un lecteur trouve le code grâce à la marge claire de 4 modules qui l’entoure. Un filet ou un fond foncé dans cette marge le rend introuvable pour certains téléphones.',
      'A reader finds the code by the light margin of 4 modules around it. A rule or a dark ground inside hides it from some phones.',
    ),
    fix: text(
      'Posez le code sur un aplat clair qui déborde de 4 modules de chaque côté.',
      'Set the code on a light panel that is 4 modules wider on each side.',
    ),
    source: 'ISO/IEC 18004 5.3.8',
  },
  'qr-contrast': {
    severity: 'error',
    title: text('un code QR manque de contraste', 'a QR code lacks contrast'),
    why: text(
      'Le lecteur sépare le clair du foncé : entre les deux il doit rester au moins 40 % de la lumière du papier.',
      'A reader tells light from dark: at least 40 % of the light of paper must lie between them.',
    ),
    fix: text('Imprimez le code en noir ou en foncé sur blanc.', 'Print the code in black, or dark, on white.'),
    source: 'ISO/IEC 15415 7.8.4',
  },
} as const satisfies Rules

export type QrRule = keyof typeof qrRules
