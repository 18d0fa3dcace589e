import type { Return903 } from './data.ts'

interface Pairs {
  readonly episodes: Int32Array
  readonly headers: Int32Array
}

const made = new WeakMap<Return903, Pairs>()

function pairsOf(r: Return903): Pairs {
  const known = made.get(r)
  if (known) return known
  const groups = r.byChild('now', 'Header')
  const children = r.now.Episodes.text('CHILD')
  const episodes: number[] = []
  const headers: number[] = []
  for (let i = 0; i < children.length; i += 1)
    for (const header of groups.of(children[i])) {
      episodes.push(i)
      headers.push(header)
    }
  const fresh = { episodes: Int32Array.from(episodes), headers: Int32Array.from(headers) }
  made.set(r, fresh)
  return fresh
}

/** Does something for each episode and its child's row in the header; for each row, where a child has several. */
export function eachWithHeader(r: Return903, act: (episode: number, header: number) => void): void {
  const { episodes, headers } = pairsOf(r)
  for (let i = 0; i < episodes.length; i += 1) act(episodes[i] ?? -1, headers[i] ?? -1)
}
