import type { Day } from '../../kernel/day.ts'
import type { FrameworkCode } from '../framework.ts'
import { shortName } from './authority.ts'
import { readDay, readSpan } from './dates.ts'
import type { Found } from './report.ts'
import { titleIn } from './titles.ts'

/** How far into a report its title page reaches. */
const COVER_LENGTH = 4000

export interface Cover {
  readonly framework: FrameworkCode
  readonly authority: string | null
  readonly inspectedFrom: Day | null
  readonly inspectedTo: Day | null
  readonly published: Day | null
}

const DATES = /(?:^|\n)[^\S\n]*(?:dates?\s+of\s+inspection|inspection\s+dates?)(?:\s*\(s\))?\b\s*:?/i
const PUBLISHED =
  /(?:^|\n)[^\S\n]*(?:report\s+|date\s+)?(?:published|publication\s+date|date\s+of\s+publication|publication)\b(?:\s+on)?\s*:?/i
/** What comes after a value on a title page, with or without a new line. */
const NEXT =
  /\n\s*\n|(?:report|date)?\s*publish|(?:reporting|lead|deputy)\s+inspector|age\s+group|inspection\s+(?:team|number)|©|judgement/i

/** Reads a report's title page; undefined where it bears the title of no framework. */
export function readCover(text: string): Found<Cover> | undefined {
  const front = text.slice(0, COVER_LENGTH).replace(/\r\n?/g, '\n')
  const title = titleIn(front)
  if (!title) return undefined
  const unsure: string[] = []
  const span = readSpan(valueAfter(front, DATES))
  if (!span) unsure.push('The inspection dates could not be read from the title page.')
  const published = readDay(valueAfter(front, PUBLISHED))
  if (!published) unsure.push('The day of publication is not printed on the title page.')
  else if (span && published < span.to)
    unsure.push('The day of publication is before the end of the inspection: check both.')
  const printed = namePrinted(front, title.text, title.at)
  if (printed === undefined) unsure.push('The name of the council could not be read from the title page.')
  return {
    found: {
      framework: title.framework,
      authority: printed === undefined ? null : shortName(printed),
      inspectedFrom: span?.from ?? null,
      inspectedTo: span?.to ?? null,
      published: published ?? null,
    },
    unsure,
  }
}

/** What stands after a label: beside it, below it, or wrapped over two lines. */
function valueAfter(front: string, label: RegExp): string {
  const m = label.exec(front)
  if (!m) return ''
  const rest = front.slice(m.index + m[0].length).trimStart()
  const end = rest.slice(0, 160).search(NEXT)
  return (end < 0 ? rest.slice(0, 160) : rest.slice(0, end)).replace(/\s+/g, ' ')
}

/** The place as the title page names it: inside the title (from 2018), or on lines of its own before or after it. */
function namePrinted(front: string, title: string, at: number): string | undefined {
  const inside =
    /inspection\s+of\s+([\s\S]{2,80}?)(?:['’]s)?\s+(?:local\s+authority\s+)?children['’]s\b/i.exec(title)?.[1]
  if (inside !== undefined && !/^(?:the\s+)?(?:local\s+authority)?$/i.test(inside))
    return inside.replace(/\s+/g, ' ').trim()
  const rest = front.slice(at + title.length)
  const end = rest.search(DATES)
  return nameIn(front.slice(0, at)) ?? nameIn(rest.slice(0, end < 0 ? 240 : end))
}

/** Words of a title page that are not a place. */
const NOT_A_PLACE =
  /^(?:and$|and review|review of|board|ofsted|care quality|services|of the|\d|local safeguarding|safeguarding|children|contents|https?:|www\.|(?:reporting|lead|deputy) inspector|inspect|re-?inspect|age group|(?:report )?published|publication|page\b|report\b|©|this document|raising standards)/i

function nameIn(part: string): string | undefined {
  const lines = part
    .split('\n')
    .map(l => l.replace(/^[#*:\s–-]+|[*:\s–-]+$/g, ''))
    .filter(l => l !== '')
  const from = lines.findIndex(l => !NOT_A_PLACE.test(l))
  const named = lines.slice(Math.max(from, 0))
  const until = named.findIndex(l => NOT_A_PLACE.test(l))
  const name = (until < 0 ? named : named.slice(0, until)).join(' ').replace(/\s+/g, ' ')
  return from >= 0 && name.length <= 80 && /^[A-Za-z]/.test(name) ? name.replace(/^in\s+/i, '') : undefined
}
