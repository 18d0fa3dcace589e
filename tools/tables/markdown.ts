/** A text as it stands in a cell: on one line, its bars escaped. */
const cellText = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const line = (cells: readonly string[]): string => `| ${cells.map(cellText).join(' | ')} |`

/** A table in markdown: a head, and rows of as many cells. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')

/** A file of the documentation that is drawn and never typed, with where it is drawn from. */
export const drawn = (title: string, from: string, ...parts: readonly string[]): string =>
  [`# ${title}`, `Drawn from \`${from}\` by \`npm run draw\`. Change it there, not here.`, ...parts]
    .join('\n\n')
    .concat('\n')

export const code = (name: string): string => `\`${name}\``
export const codes = (names: readonly string[]): string => names.map(code).join(', ')
