/** Letters every device has: a council is not the government, whose typeface is licensed to gov.uk alone. */
const systemLetters =
  'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif'

/**
 * A published stylesheet without the government's typeface and arms, and so without any request for files that
 * are not there.
 */
export function neutralCss(css: string): string {
  return css
    .replaceAll(/@font-face\s*\{[^}]*\}/g, '')
    .replaceAll(/"?GDS Transport"?,\s*arial,\s*sans-serif/gi, systemLetters)
    .replaceAll(/url\([^)]*(?:crest|crown|logotype)[^)]*\)/gi, 'none')
    .replaceAll(/\/\*![^*]*Margaret Calvert[^*]*\*\//g, '')
    .replaceAll(/\/\*# sourceMappingURL=[^*]*\*\//g, '')
}

/** The pictures a stylesheet asks for, by file name, each once. */
export function addressesIn(css: string): string[] {
  return [
    ...new Set([...css.matchAll(/url\("?\/assets\/images\/([\w.-]+)"?\)/g)].map(([, name = '']) => name)),
  ]
}
