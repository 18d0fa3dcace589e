import { lot } from './lot.ts'

interface Sharing {
  /** The files to be shared, in the order drawn. */
  readonly files: readonly string[]
  readonly auditors: readonly string[]
  readonly may: (auditor: string, file: string) => boolean
  readonly seed: string
}

/**
 * Shares files among auditors as evenly as who may have which allows. Those whom few may have are given first; each goes
 * to who has fewest so far. Then files are passed from who has most to who has fewest, while that helps.
 * @returns who has each file; a file that nobody may have is not in it
 */
export function shareOut({ files, auditors, may, seed }: Sharing): ReadonlyMap<string, string> {
  const open = new Map(files.map(f => [f, auditors.filter(a => may(a, f))]))
  const held = new Map<string, string>()
  const load = new Map(auditors.map(a => [a, 0]))
  const has = (a: string) => load.get(a) ?? 0
  const give = (file: string, to: string) => {
    const from = held.get(file)
    if (from !== undefined) load.set(from, has(from) - 1)
    held.set(file, to)
    load.set(to, has(to) + 1)
  }
  const fewest = (list: readonly string[], file: string) =>
    list.toSorted((a, b) => has(a) - has(b) || lot(`${seed} ${file}`, a) - lot(`${seed} ${file}`, b))[0]

  for (const file of files.toSorted((a, b) => (open.get(a)?.length ?? 0) - (open.get(b)?.length ?? 0))) {
    const to = fewest(open.get(file) ?? [], file)
    if (to !== undefined) give(file, to)
  }
  const better = () => {
    for (const [file, from] of held) {
      const to = fewest(open.get(file) ?? [], file)
      if (to !== undefined && has(from) - has(to) >= 2) return { file, to }
    }
    return null
  }
  // Each pass makes the loads more even, so it ends.
  for (let next = better(); next; next = better()) give(next.file, next.to)
  return held
}
