import { at, type Element, isOn, valueAt, within } from './read-docx-xml.ts'

/** What a level of a list prints, and from where it counts. */
interface Level {
  readonly format: string
  readonly text: string
  readonly start: number
}

/** A list as a paragraph names it: the list whose counting it shares, and what its levels print. */
interface List {
  readonly counted: string
  readonly levels: ReadonlyMap<number, Level>
  readonly restarts: ReadonlyMap<number, number>
}

/** Gives paragraphs their marks as Word prints them, in the order they are asked for. */
export interface Numbering {
  /** The mark of a paragraph ("•", "3.", "2.1"), or undefined where it has none. */
  readonly markOf: (properties: Element | undefined) => { mark: string; level: number } | undefined
  /** Whether a paragraph is a heading, by its style or its place in the outline. */
  readonly isHeading: (properties: Element | undefined) => boolean
}

/** Bullets by their depth, so that a list inside a list is told from the one around it. */
const BULLETS = ['•', '–', '▪', '·']

const number = (text: string | undefined): number => Number(text ?? Number.NaN)

function levelOf(element: Element): Level {
  const start = number(valueAt(element, 'start'))
  return {
    format: valueAt(element, 'numFmt') ?? 'decimal',
    text: valueAt(element, 'lvlText') ?? '',
    start: Number.isInteger(start) ? start : 1,
  }
}

const levelsOf = (element: Element): ReadonlyMap<number, Level> =>
  new Map(within(element, 'lvl').map(l => [number(l.attributes.get('ilvl')), levelOf(l)]))

function listsOf(root: Element | undefined): ReadonlyMap<string, List> {
  const abstract = new Map(within(root, 'abstractNum').map(a => [a.attributes.get('abstractNumId'), a]))
  const linked = (a: Element | undefined): Element | undefined => {
    const style = valueAt(a, 'numStyleLink')
    return style === undefined ? a : [...abstract.values()].find(b => valueAt(b, 'styleLink') === style)
  }
  return new Map(
    within(root, 'num').map(num => {
      const id = valueAt(num, 'abstractNumId') ?? ''
      const own = linked(abstract.get(id))
      const overrides = within(num, 'lvlOverride')
      const levels = new Map([...(own ? levelsOf(own) : []), ...overrides.flatMap(o => [...levelsOf(o)])])
      const restarts = overrides.flatMap(o => {
        const from = number(valueAt(o, 'startOverride'))
        return Number.isInteger(from) ? [[number(o.attributes.get('ilvl')), from] as const] : []
      })
      return [num.attributes.get('numId') ?? '', { counted: id, levels, restarts: new Map(restarts) }]
    }),
  )
}

const letters = (n: number): string => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
const ROMAN = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]
const NUMERALS = ['m', 'cm', 'd', 'cd', 'c', 'xc', 'l', 'xl', 'x', 'ix', 'v', 'iv', 'i']
const roman = (n: number): string => {
  const i = ROMAN.findIndex(value => value <= n)
  const value = ROMAN[i]
  return value === undefined ? '' : `${NUMERALS[i]}${roman(n - value)}`
}

function printed(n: number, format: string): string {
  if (format === 'lowerLetter') return letters(n)
  if (format === 'upperLetter') return letters(n).toUpperCase()
  if (format === 'lowerRoman') return roman(n)
  if (format === 'upperRoman') return roman(n).toUpperCase()
  return format === 'none' ? '' : String(n)
}

/** Reads `numbering.xml` and `styles.xml`; either may be missing. */
export function numberingOf(numbers: Element | undefined, styles: Element | undefined): Numbering {
  const lists = listsOf(numbers)
  const byId = new Map(within(styles, 'style').map(s => [s.attributes.get('styleId'), s]))
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()

  /** The style of a paragraph and those it is based on, the nearest first. */
  const stylesOf = (id: string | undefined, depth = 0): readonly Element[] => {
    const style = byId.get(id)
    return style && depth < 20 ? [style, ...stylesOf(valueAt(style, 'basedOn'), depth + 1)] : []
  }
  const sources = (properties: Element | undefined) => [
    properties,
    ...stylesOf(valueAt(properties, 'pStyle')).map(s => at(s, 'pPr')),
  ]
  const first = (properties: Element | undefined, ...names: readonly string[]) =>
    sources(properties)
      .map(p => valueAt(p, ...names))
      .find(v => v !== undefined)

  const count = (id: string, list: List, level: number): readonly number[] => {
    const now = counts.get(list.counted) ?? []
    const restart = begun.has(`${id} ${level}`) ? undefined : list.restarts.get(level)
    begun.add(`${id} ${level}`)
    const starts = (l: number) => list.levels.get(l)?.start ?? 1
    const own = restart ?? (now[level] === undefined ? starts(level) : now[level] + 1)
    const next = [...Array.from({ length: level }, (_, l) => now[l] ?? starts(l)), own]
    counts.set(list.counted, next)
    return next
  }

  return {
    isHeading: properties => {
      const names = stylesOf(valueAt(properties, 'pStyle')).map(s => valueAt(s, 'name') ?? '')
      const outline = number(first(properties, 'outlineLvl'))
      return names.some(n => /^(?:heading|title|subtitle)\b/i.test(n)) || outline < 9
    },
    markOf: properties => {
      const id = first(properties, 'numPr', 'numId')
      const list = id === undefined ? undefined : lists.get(id)
      const level = number(first(properties, 'numPr', 'ilvl') ?? '0')
      const kind = list?.levels.get(level)
      if (id === undefined || !list || !kind || isOn(properties, 'rPr', 'vanish')) return undefined
      const bullet = BULLETS[level] ?? '·'
      if (kind.format === 'bullet') return kind.text === '' ? undefined : { mark: bullet, level }
      const values = count(id, list, level)
      const mark = kind.text
        .replace(/%(\d)/g, (_, n) =>
          printed(values[Number(n) - 1] ?? 0, list.levels.get(Number(n) - 1)?.format ?? ''),
        )
        .trim()
      return mark === '' ? undefined : { mark, level }
    },
  }
}
