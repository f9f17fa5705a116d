// Names of the written files: unique in the whole run, whatever folder they are dropped into (CONTRACT §5).

/** `33-0142_vitrophanie-a5.pdf`, `33-0142_plaque-300x200-recto.png`. */
export const fileName = (kit: string, piece: string, extension: string, face?: string): string =>
  `${kit}_${piece}${face === undefined ? '' : `-${face}`}.${extension}`
