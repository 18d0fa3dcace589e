/** "1 file", "2 files", "1,200 entries": a number with what it counts. */
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
