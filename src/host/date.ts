// The date written in files. It never comes from the clock, so that the same kit gives the same bytes tomorrow.

/** What files say when nobody chose: the year of this tool's first release. */
export const NO_DATE = Date.UTC(2026, 0, 1)

/** `SOURCE_DATE_EPOCH` in seconds (https://reproducible-builds.org/specs/source-date-epoch/), else a fixed date. */
export function fileDate(env: NodeJS.ProcessEnv): Date {
  const epoch = env.SOURCE_DATE_EPOCH ?? ''
  const seconds = /^\d{1,12}$/.test(epoch) ? Number(epoch) : undefined
  return new Date(seconds === undefined ? NO_DATE : seconds * 1000)
}
