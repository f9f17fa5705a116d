// Ids of products as people write them, made comparable: `Plaque 300 × 200` is `plaque-300x200`.

/** Compared without case or accents, and `-`, `_`, space and `×` alike. */
export const foldId = (written: string): string =>
  written
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/×/g, 'x')
    .replace(/[\s_‐‑–-]+/gu, '-')
    .replace(/(\d)-?x-?(?=\d)/g, '$1x')
    .replace(/^-|-$/g, '')
