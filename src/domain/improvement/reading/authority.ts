const BEFORE =
  /^(?:the\s+)?(?:(?:(?:metropolitan|london|royal)\s+)*borough\s+of\s+|county\s+of\s+|city\s+of\s+(?!london\b)|council\s+of\s+(?:the\s+)?)*/i
const AFTER =
  /(?:\s+(?:(?:london(?=\s+borough)|royal|metropolitan|city|county|borough|district|unitary|mbc)\s+)*(?:council|authority|corporation))$/i

/** A trust or company that works for the council, named with it in a title, is not the place. */
const TRUST =
  /(?:[,(]?\s+(?:and\s+)?(?:children['’]?s?\s+(?:social\s+care\s+|services\s+)?(?:trust|company|first)|achieving\s+for\s+children|together\s+for\s+children|brighter\s+futures)\b|[,(]?\s+(?:delivered|provided|run)\s+by\b)[\s\S]*$/i

/** The short name of a place as its reports share it: "Fenwick County Council" and "Borough of Fenwick" are both "Fenwick". */
export function shortName(printed: string): string {
  const one = printed.replace(/\s+/g, ' ').replace(TRUST, '').trim()
  const without = one.replace(AFTER, '').replace(BEFORE, '').trim()
  return without === '' ? one : without
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The council's own name as the report writes it most often, else the place's name and "Council". */
export function councilName(authority: string, text: string): string {
  const pattern = new RegExp(
    `\\b${escaped(authority)}\\s+(?:(?:City|County|Borough|District|Metropolitan|Metropolitan Borough)\\s+)?Council\\b`,
    'g',
  )
  const counts = new Map<string, number>()
  for (const [name] of text.matchAll(pattern)) {
    const one = name.replace(/\s+/g, ' ')
    counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]
  return best?.[0] ?? `${authority} Council`
}
