// Medians and spreads: a figure of a shared machine is worth nothing without them.

const sorted = values => [...values].sort((a, b) => a - b)

export const median = values => {
  const list = sorted(values)
  const middle = list.length >> 1
  return list.length % 2 === 1 ? list[middle] : (list[middle - 1] + list[middle]) / 2
}

export const spread = values => {
  const list = sorted(values)
  return { median: median(list), min: list[0], max: list.at(-1) }
}
