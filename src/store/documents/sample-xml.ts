/** What is wrong with an XML text, or undefined: tags that do not match, bare ampersands, attributes unquoted. For tests. */
export function faultIn(xml: string): string | undefined {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(xml)) return 'a bare &'
  const open: string[] = []
  const rest = xml.replace(/<\?.*?\?>|<!--.*?-->/gs, '')
  for (const [tag, end, name, attributes, alone] of rest.matchAll(
    /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (tag === '') return 'an empty tag'
    if (end === '/' && open.pop() !== name) return `</${name}> closes what was not open`
    const names = [...(attributes ?? '').matchAll(/([\w:.-]+)="/g)].map(m => m[1])
    if (new Set(names).size !== names.length) return `an attribute twice in <${name}>`
    if (end === '' && alone === '') open.push(name ?? '')
  }
  const stray = rest.replace(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g, '')
  if (stray.includes('<'))
    return `a tag that is none: ${stray.slice(stray.indexOf('<'), stray.indexOf('<') + 40)}`
  return open.length === 0 ? undefined : `<${open.at(-1)}> is not closed`
}
