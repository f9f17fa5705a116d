// The independent line breaker of the tests has no types of its own.
declare module 'linebreak' {
  // biome-ignore lint/style/noDefaultExport: that is how the library exports it
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { readonly position: number; readonly required: boolean } | null
  }
}
