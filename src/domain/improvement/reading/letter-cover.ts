import { addDays, type Day } from '../../kernel/day.ts'
import type { FrameworkCode, SectionCode } from '../framework.ts'
import { shortName } from './authority.ts'
import { readDay, readSpan } from './dates.ts'
import { topicOf } from './letter-topic.ts'
import type { Found, Report, ReportKind } from './report.ts'
import { titleIn } from './titles.ts'

export interface LetterCover
  extends Pick<Report, 'authority' | 'inspectedFrom' | 'inspectedTo' | 'published'> {
  readonly framework: FrameworkCode
  readonly kind: ReportKind
  /** The part of the services that the visit was about; `overall` where it was about several or does not say. */
  readonly section: SectionCode
}

/** How far into a letter its title, its day and the sentence that says what it is reach. */
const OPENING = 5000
const VISIT = '(?:(?:covid-19|coronavirus)\\s+)?(focused|monitoring|assurance)\\s+visit'
/** The title, on a line of its own or with the date over it. */
const TITLE = new RegExp(
  `^[ \\t]*(?:ofsted\\s+)?${VISIT}\\s+(?:to|of|at)\\s+(?:the\\s+)?([^\\n]+(?:\\n(?!\\s*\\n)[^\\n]+)?)`,
  'im',
)
/** "This letter summarises the findings of the focused visit to Fenwick on 12 and 13 March 2019." */
const SENTENCE = new RegExp(
  `(?:summaris\\w+|sets?\\s+out|contains?|outlines?|report\\s+on|tell\\s+you\\s+about)\\s+(?:(?:the|our|my)\\s+)?(?:(?:main|key|inspection)\\s+)?(?:findings?|outcomes?)?\\s*(?:of|from)?\\s*(?:the|a|our|this)?\\s*(?:(?:\\w+|covid-19)\\s+){0,3}?${VISIT}\\s+(?:(?:to|of|at)\\s+)?(?:the\\s+)?([\\s\\S]{3,400}?\\b20\\d\\d)`,
  'i',
)
const JOINT = /joint\s+targeted\s+area\s+inspection/i
const JOINT_TITLE =
  /joint\s+targeted\s+area\s+inspection\s+(?:\(jtai\)\s+)?of\s+(?:the\s+multi-?\s?agency\s+(?:response|arrangements)\s+to\s+[\s\S]{3,160}?\s+in\s+)?(?:the\s+)?([A-Z][^\n.]{1,80})/i
const JOINT_SENTENCE =
  /\b(?:between|from|on)\s+[\s\S]{3,80}?\b20\d\d\b[\s\S]{3,400}?\b(?:undertook|carried\s+out|conducted)\b[\s\S]{3,300}?\b(?:in|of)\s+(?:the\s+)?([A-Z][^\n.]{1,80}?)(?=\s*[\d.(\n])/
const DATED = /(?:visit|inspection)\s+dates?(?:\(s\))?\s*:?\s*([^\n]+)/i

const KINDS: Readonly<Record<string, ReportKind>> = {
  focused: 'focused-visit',
  monitoring: 'monitoring-visit',
  assurance: 'assurance-visit',
}
/** Before this day a monitoring visit followed an inspection of the framework of 2013–17. */
const LATER: string = '2018-01-01'

/** Reads the opening of a letter; undefined where it is none of those known. */
export function readLetterCover(text: string): Found<LetterCover> | undefined {
  const front = text.slice(0, OPENING).replace(/\r\n?/g, '\n')
  const head = front.slice(0, 2500)
  const joint = JOINT.test(head)
  const title = TITLE.exec(head)
  const sentence = SENTENCE.exec(front)
  if (!joint && !title && !sentence) return undefined
  const places = [head.search(JOINT), title?.index ?? -1, sentence?.index ?? -1].filter(i => i >= 0)
  const says = Math.min(...places)
  // A report tells of visits too, after its own title; a letter may name the framework, after its.
  if ((titleIn(front)?.at ?? Number.POSITIVE_INFINITY) < says) return undefined
  const kind = joint ? 'joint' : kindOf(title?.[1] ?? sentence?.[1] ?? '', front)
  const unsure: string[] = []
  const span = spanOf(joint ? front : (sentence?.[2] ?? ''), front, joint)
  if (!span) unsure.push('The days of the visit could not be read from the letter.')
  const authority = placeOf(joint ? jointPlaces(front) : [title?.[2], sentence?.[2]])
  if (authority === null) unsure.push('The name of the council could not be read from the letter.')
  const published = publishedOn(head, span?.to)
  unsure.push(
    published === null
      ? 'The day of publication is not printed on the letter.'
      : 'The day on the letter was taken for the day of publication.',
  )
  const framework = joint
    ? 'jtai-2016'
    : (span?.from ?? published ?? LATER) < LATER
      ? 'sif-2013'
      : 'ilacs-2018'
  const found = {
    framework,
    kind,
    authority,
    published,
    inspectedFrom: span?.from ?? null,
    inspectedTo: span?.to ?? null,
  } as const
  return { found: { ...found, section: joint ? 'overall' : topicOf(text.slice(0, OPENING)) }, unsure }
}

/** Visits in the pandemic were called focused visits, and say that they were there for assurance. */
function kindOf(word: string, front: string): ReportKind {
  const kind = KINDS[word.toLowerCase()] ?? 'focused-visit'
  const assurance =
    /covid-19\s+focused\s+visit|interim\s+(?:phase\s+of\s+)?(?:visits|assurance)|assurance\s+visit|adapted\s+to\s+reflect\s+the\s+covid|covid-19\s+context/i
  return kind === 'focused-visit' && assurance.test(front) ? 'assurance-visit' : kind
}

/** "on 12 and 13 March 2019", "between 11 and 26 November 2020", "on 4, 5 and 6 March 2020" */
function spanOf(said: string, front: string, joint: boolean): ReturnType<typeof readSpan> {
  const dated = DATED.exec(front)?.[1] ?? ''
  const opening = joint ? (/\b(?:between|from|on)\s+([\s\S]{3,80}?\b20\d\d)/i.exec(said)?.[1] ?? '') : said
  const spans = [opening, dated].map(words =>
    readSpan(
      words
        .replace(/\s+/g, ' ')
        .replace(/(\d{1,2}(?: [A-Z][a-z]+)?)(?:, \d{1,2}(?: [A-Z][a-z]+)?)*,? (?:and|&) (?=\d)/g, '$1 to '),
    ),
  )
  return spans.find(s => s && s.to <= addDays(s.from, LONGEST))
}

/** A visit is of some days, and in the pandemic of some weeks. */
const LONGEST = 40

const jointPlaces = (front: string): readonly (string | undefined)[] => [
  JOINT_TITLE.exec(front)?.[1],
  JOINT_SENTENCE.exec(front)?.[1],
]

/** A children's trust or company that works for the council stands in its title, and is not the place. */
const TRUSTS =
  /[,(\s]+(?:local\s+authority|children['’]?s?\s+(?:social\s+care|services?|trust|first)\b|children\s+first|achieving\s+for\s+children|together\s+for\s+children|brighter\s+futures|local\s+area|area\s+partnership|on\s+\d|between\s+\d|from\s+\d|inspection\s+date|dear\b|:)[\s\S]*$/i

function placeOf(said: readonly (string | undefined)[]): string | null {
  for (const words of said) {
    const place = (words ?? '')
      .replace(/\s+/g, ' ')
      .replace(TRUSTS, '')
      .replace(/['’]s$|[\s.,:;(]+$/, '')
      .trim()
    const name = shortName(place)
    if (/^[A-Z]/.test(name) && name.length <= 60 && !/\d/.test(name)) return name
  }
  return null
}

/** The first line that is a date and nothing else, or the day named as that of publication; never before the visit. */
function publishedOn(head: string, end: Day | undefined): Day | null {
  const named = readDay(/\bpublished\s*(?:on)?\s*:?\s*([^\n]*)/i.exec(head)?.[1] ?? '')
  const lines = head
    .split('\n')
    .filter(l => /^\s*(?:date:?\s*)?\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+20\d\d\s*$/.test(l))
  const days = [named, ...lines.map(readDay)].filter(d => d !== undefined)
  return days.find(d => end === undefined || d >= end) ?? null
}
