// `3,56E+08`: a long number as spreadsheets show it in a narrow column, most of its figures gone.

/** Undefined when the text is no such number; `whole` is absent when figures were lost. */
export function scientificFigures(value: string): { readonly whole?: string } | undefined {
  const [, first, others = '', power] = /^(\d)(?:[.,](\d{1,20}))?E\+?(\d{1,2})$/i.exec(value.trim()) ?? []
  if (first === undefined || power === undefined) return undefined
  return others.length === Number(power) ? { whole: `${first}${others}` } : {}
}
