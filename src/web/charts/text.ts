import { fontSize } from './chart.tsx'

/** About how wide words are in pixels, on the generous side: there is no browser here to measure them. */
export function textWidth(text: string, size: number = fontSize): number {
  return Math.ceil(text.length * size * 0.56)
}

/** Breaks words into lines of at most so many characters; a longer word keeps a line of its own. */
export function wrap(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/**
 * Moves labels apart so that none covers another, each as near as can be to where it wants to be.
 * @param wanted the middle of each label and its height, in pixels
 * @param top,bottom between which labels stay; if they don't all fit they run past the bottom
 * @returns the middle of each, in the order given
 */
export function spread(
  wanted: readonly { readonly y: number; readonly height: number }[],
  top: number,
  bottom: number,
): number[] {
  const order = wanted.map((label, index) => ({ ...label, index })).sort((a, b) => a.y - b.y)
  let floor = top
  for (const label of order) {
    label.y = Math.max(label.y, floor + label.height / 2)
    floor = label.y + label.height / 2
  }
  let ceiling = Math.max(
    bottom,
    order.reduce((sum, label) => sum + label.height, top),
  )
  for (const label of order.toReversed()) {
    label.y = Math.min(label.y, ceiling - label.height / 2)
    ceiling = label.y - label.height / 2
  }
  return order.sort((a, b) => a.index - b.index).map(label => label.y)
}
