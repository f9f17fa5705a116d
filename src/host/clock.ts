// The clock on the wall, for logs alone: nothing that is written for a kit ever says it.

const two = (value: number): string => String(value).padStart(2, '0')

/** `2026-11-26 22:31:04`, of this machine. */
export function wallClock(): string {
  const now = new Date()
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`
}
