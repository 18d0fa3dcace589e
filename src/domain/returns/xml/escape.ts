const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** What XML has no place for, however it is written, and control characters that it advises against. */
const NEVER = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu

/** A text as it stands between two tags. */
export const escapeXml = (text: string): string =>
  text.replace(NEVER, '').replace(/[&<>]/g, c => ESCAPES[c] ?? c)
