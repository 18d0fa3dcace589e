import type { Day } from '../../kernel/day.ts'
import type { FrameworkCode } from '../framework.ts'
import { shortName } from './authority.ts'
import { readDay, readSpan } from './dates.ts'
import type { Found } from './report.ts'

/** How far into a report its title page reaches. */
const COVER_LENGTH = 4000

/** How each framework's reports are titled, the more particular first. */
const TITLES: readonly (readonly [FrameworkCode, RegExp])[] = [
  ['slac-2009', /inspection\s+of\s+safeguarding\s+and\s+looked[\s-]+after\s+children(?:['’]s)?\s+services/i],
  [
    'sif-2013',
    /inspection\s+of\s+services\s+for\s+children\s+in\s+need\s+of\s+help\s+and\s+protection,?\s+children\s+looked\s+after\s+and\s+care\s+leavers/i,
  ],
  [
    'protection-2012',
    /inspection\s+of\s+(?:local\s+authority\s+)?arrangements\s+for\s+the\s+protection\s+of\s+children/i,
  ],
  ['lac-2013', /inspection\s+of\s+(?:services\s+for\s+)?looked[\s-]+after\s+children(?:\s+services)?/i],
  ['ilacs-2018', /inspection\s+of\s+[\s\S]{2,80}?\s+local\s+authority\s+children['’]s\s+services/i],
  ['ilacs-2018', /inspection\s+of\s+children['’]s\s+social\s+care\s+services/i],
]

export interface Cover {
  readonly framework: FrameworkCode
  readonly authority: string | null
  readonly inspectedFrom: Day | null
  readonly inspectedTo: Day | null
  readonly published: Day | null
}

/** Reads a report's title page; undefined where it bears the title of no framework. */
export function readCover(text: string): Found<Cover> | undefined {
  const front = text.slice(0, COVER_LENGTH)
  const found = TITLES.map(([code, pattern]) => ({ code, at: pattern.exec(front) })).find(t => t.at)
  if (!found?.at) return undefined
  const unsure: string[] = []
  const span = readSpan(
    /inspection\s+dates?(?:\(s\))?\s*:?\s*([^\n]*(?:\n(?!\s*\n)[^\n]*)?)/i.exec(front)?.[1] ?? '',
  )
  if (!span) unsure.push('The inspection dates could not be read from the title page.')
  const published = readDay(/\bpublished\s*:?\s*([^\n]*)/i.exec(front)?.[1] ?? '')
  if (!published) unsure.push('The day of publication is not printed on the title page.')
  const printed = namePrinted(front, found.at[0], found.at.index)
  if (printed === undefined) unsure.push('The name of the council could not be read from the title page.')
  return {
    found: {
      framework: found.code,
      authority: printed === undefined ? null : shortName(printed),
      inspectedFrom: span?.from ?? null,
      inspectedTo: span?.to ?? null,
      published: published ?? null,
    },
    unsure,
  }
}

/** The place as the title page names it: inside the title (from 2018), or on lines of its own before or after it. */
function namePrinted(front: string, title: string, at: number): string | undefined {
  const inside = /inspection\s+of\s+([\s\S]{2,80}?)\s+local\s+authority\s+children/i.exec(title)?.[1]
  if (inside !== undefined && !/^(?:the\s+)?$/i.test(inside)) return inside.replace(/\s+/g, ' ').trim()
  const end = front.slice(at).search(/inspection\s+dates?\b/i)
  const after = end < 0 ? '' : front.slice(at + title.length, at + end)
  return nameIn(front.slice(0, at)) ?? nameIn(after)
}

/** Words of a title page that are not a place. */
const NOT_A_PLACE =
  /^(?:and|review of|board|ofsted|services|of the|\d|local safeguarding|safeguarding|children|contents|https?:|www\.)/i

function nameIn(part: string): string | undefined {
  const lines = part
    .split('\n')
    .map(l => l.trim())
    .filter(l => l !== '')
  const until = lines.findIndex(l => NOT_A_PLACE.test(l))
  const name = (until < 0 ? lines : lines.slice(0, until))
    .join(' ')
    .replace(/[:\s]+$/, '')
    .trim()
  return name !== '' && name.length <= 80 && /^[A-Za-z]/.test(name) ? name.replace(/\s+/g, ' ') : undefined
}
