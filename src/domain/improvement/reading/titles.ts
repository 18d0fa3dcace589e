import type { FrameworkCode } from '../framework.ts'

/** How each framework's reports are titled, the more particular first. */
const TITLES: readonly (readonly [FrameworkCode, RegExp])[] = [
  [
    'slac-2009',
    /(?:re-?\s?)?inspection\s+of\s+safeguarding\s+and\s+(?:services\s+for\s+)?looked[\s-]+after\s+children(?:['’]s)?(?:\s+services)?/gi,
  ],
  [
    'sif-2013',
    /(?:re-?\s?)?inspection\s+of\s+services\s+for\s+children\s+in\s+need\s+of\s+help\s+and\s+protection,?\s+(?:children\s+looked\s+after|looked\s+after\s+children)\s+and\s+care\s+leavers/gi,
  ],
  [
    'protection-2012',
    /(?:re-?\s?)?inspection\s+of\s+(?:the\s+)?(?:local\s+authority\s+)?arrangements\s+for\s+the\s+protection\s+of\s+children/gi,
  ],
  [
    'lac-2013',
    /(?:re-?\s?)?inspection\s+of\s+(?:local\s+authority\s+)?(?:services\s+for\s+)?looked[\s-]+after\s+children(?:['’]s)?(?:\s+services)?/gi,
  ],
  [
    'ilacs-2018',
    /(?:re-?\s?)?inspection\s+of\s+(?:(?!\n\s*\n)[\s\S]){2,80}?\s+local\s+authority\s+children['’]s\s+services/gi,
  ],
  [
    'ilacs-2018',
    /(?:re-?\s?)?inspection\s+of\s+(?:local\s+authority\s+)?children['’]s\s+(?:social\s+care\s+)?services/gi,
  ],
  [
    'ilacs-2018',
    /(?:re-?\s?)?inspection\s+of\s+(?:(?!\n\s*\n)[\s\S]){2,80}?\s+children['’]s\s+(?:social\s+care\s+)?services/gi,
  ],
]

export interface Title {
  readonly framework: FrameworkCode
  readonly text: string
  readonly at: number
}

/** What may stand before a title on its line: nothing, marks of a heading, or a name in capitals. */
const BEFORE = /^[\s#*]*(?:[A-Z][\w’'&,.-]*\s+|(?:of|and|upon|the|with)\s+){0,8}$/

/** The title a text bears: on a line of its own, begun with a capital. A title named in a sentence is none. */
export function titleIn(front: string): Title | undefined {
  const found = TITLES.flatMap(([framework, pattern]) => {
    const m = [...front.matchAll(pattern)].find(each => bears(front, each.index))
    return m ? [{ framework, text: m[0], at: m.index }] : []
  })
  return found[0]
}

/** Whether a text speaks of such an inspection anywhere, as papers about one do. */
export const mentionsInspection = (text: string): boolean =>
  TITLES.some(([, pattern]) => text.search(pattern) >= 0)

function bears(front: string, at: number): boolean {
  const line = front.slice(front.lastIndexOf('\n', at - 1) + 1, at)
  return /^[A-Z]/.test(front.slice(at)) && BEFORE.test(line)
}

/** Other reports of the same inspectorate, by what stands on their first page. */
const OTHERS: readonly (readonly [string, RegExp])[] = [
  [
    'a report on a children’s home',
    /children['’]s\s+home\b|residential\s+(?:special\s+school|family\s+centre)|short\s+breaks?\s+(?:home|unit)/i,
  ],
  [
    'a report on a fostering or adoption agency',
    /(?:fostering|adoption)\s+(?:support\s+)?(?:agency|service)\b/i,
  ],
  [
    'a report on a secure home or training centre',
    /secure\s+(?:children['’]s\s+home|training\s+centre|school)/i,
  ],
  [
    'a report on an area’s services for special educational needs',
    /special\s+educational\s+needs\s+and\/?\s*(?:or\s+)?disabilit\w+[^\n]{0,40}(?:inspection|area)|area\s+send\s+inspection/i,
  ],
  [
    'a report on a school, college or nursery',
    /\bschool\s+(?:inspection\s+)?report\b|inspection\s+of\s+[^\n]{2,80}\b(?:school|academy|college|nursery|pre-?school|sixth\s+form)\b|unique\s+reference\s+number|early\s+years\s+(?:provision|settings?)/i,
  ],
  [
    'a report on youth offending services',
    /youth\s+(?:offending|justice)\s+(?:services?|work|team)[^\n]{0,60}inspection|inspection\s+of\s+youth/i,
  ],
  ['a serious case review', /\b(?:serious\s+case|child\s+safeguarding\s+practice)\s+review\b/i],
]

/** What another kind of report seems to be, in words ("a report on a children’s home"); undefined if not known. */
export const otherKind = (text: string): string | undefined =>
  OTHERS.find(([, pattern]) => pattern.test(text.slice(0, 2500)))?.[0]
