/** What a spreadsheet would take for a formula, from whoever wrote it. */
const FORMULA = /^[=+\-@\t\r\n]/

/** One cell of a CSV file: quoted, and told to be words where a spreadsheet would run it (OWASP, CSV injection). */
export function csvCell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}

/** A CSV file (RFC 4180), with the mark by which spreadsheets know UTF-8. */
export const csvFile = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${rows.map(r => r.map(csvCell).join(',')).join('\r\n')}\r\n`)
