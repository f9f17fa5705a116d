// Pixels in large pages of memory. A poster at 300 dpi is a hundred megabytes of fresh memory; by pages of 4 KB, the
// system takes five times longer to hand it out than resvg to draw on it.

/** Read by mimalloc, the memory of `@resvg/resvg-js`, once: when that is loaded. Where the system has none, nothing changes. */
const OPTION = 'MIMALLOC_ALLOW_LARGE_OS_PAGES'

/** Before anything is drawn as pixels; a choice of the user's stands. */
export function askForHugePages(env: NodeJS.ProcessEnv = process.env): void {
  env[OPTION] ??= '1'
}
