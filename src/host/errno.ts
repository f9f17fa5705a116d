// The code of a failed system call, `ENOENT`; undefined for anything else, which is a bug and must be thrown on.

export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
