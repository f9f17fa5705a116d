// Numbers as SVG writes them: never an exponent (JavaScript starts below 1e-6), never more digits than a press can hold.

/** A length in mm, to 0.001. */
export const number = (value: number): string => decimal(value, 1000)

/** A factor of a transform, an opacity, an offset: six decimals move the far corner of a poster by 0.001 mm at most. */
export const factor = (value: number): string => decimal(value, 1e6)

function decimal(value: number, grid: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a number for an SVG: ${value}`)
  return `${Math.round(value * grid) / grid}`
}
