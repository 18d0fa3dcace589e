const IMUL_A = 0x85ebca6b
const IMUL_B = 0xc2b2ae35

const finish = (n: number): number => {
  let h = n
  h = Math.imul(h ^ (h >>> 16), IMUL_A)
  h = Math.imul(h ^ (h >>> 13), IMUL_B)
  return (h ^ (h >>> 16)) >>> 0
}

/** 32 bits of a text, each as likely as any other: FNV-1a, finished as MurmurHash3 does. */
function mixed(text: string, start: number): number {
  let h = start
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return finish(h)
}

/**
 * The number that one name draws: from nought to below one, the same whenever the seed and the name are the same. A lot
 * by name, and not one after another, so that a child more or less in the frame moves nobody else.
 */
export const lot = (seed: string, name: string): number =>
  (mixed(`${seed}|${name}`, 0x811c9dc5) * 2 ** 21 + (mixed(`${name}|${seed}`, 0x9747b28c) >>> 11)) / 2 ** 53

/** Names in the order of their lots. */
export const byLot = (seed: string, names: readonly string[]): readonly string[] =>
  names
    .map(name => ({ name, at: lot(seed, name) }))
    .toSorted((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))
    .map(d => d.name)
