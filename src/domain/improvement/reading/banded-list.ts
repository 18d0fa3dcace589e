import type { Band, Framework } from '../framework.ts'
import type { Block } from './blocks.ts'
import { plain, trimmed } from './words.ts'

const BANDS: readonly (readonly [Band['code'], RegExp])[] = [
  [
    'immediately',
    /^(?:(?:to be )?(?:actioned |done |completed )?immediately|immediate(?: actions?)?|with immediate effect)$/,
  ],
  ['three-months', /^(?:with)?in (?:the next )?(?:three|3) months?\b/],
  ['six-months', /^(?:with)?in (?:the next )?(?:six|6) months?\b/],
]
/** A time that the framework has no band for, such as one month. */
const OTHER_TIME = /^(?:with)?in (?:the next )?(?:\w+) (?:working days|days|weeks?|months?|year)\b/

/** The time band a heading names, if it is one: "Within three months:" */
export function bandOf(text: string, framework: Framework): Band | undefined {
  if (text.length > 70) return undefined
  const code = BANDS.find(([, pattern]) => pattern.test(plain(text)))?.[0]
  return framework.bands.find(b => b.code === code)
}

export interface BandedItem {
  readonly band: Band | null
  readonly text: string
  readonly lead?: string
}

interface Reading {
  readonly areas: BandedItem[]
  readonly strange: string[]
  intro: string
  band: Band | null | undefined
  lead: string | undefined
  outer: string
  inside: boolean
}

/** One list, from the block after its heading to the first block that is no part of it. */
export function bandedList(
  blocks: readonly Block[],
  start: number,
  framework: Framework,
  stop: (b: Block) => boolean,
): { intro: string; areas: readonly BandedItem[]; strange: readonly string[] } {
  const out: Reading = {
    areas: [],
    strange: [],
    intro: '',
    band: undefined,
    lead: undefined,
    outer: '',
    inside: false,
  }
  const rest = blocks.slice(start)
  const bulleted = rest.slice(0, 14).some(b => b.kind === 'bullet')
  for (const [i, block] of rest.entries()) {
    const heading = block.kind !== 'bullet'
    const named = heading ? bandOf(block.text, framework) : undefined
    if (named) Object.assign(out, { band: named, lead: undefined, inside: false })
    else if (heading && block.text.length < 60 && OTHER_TIME.test(plain(block.text))) {
      out.strange.push(
        `Areas stand under "${block.text}", a time the framework has no band for: set their day.`,
      )
      Object.assign(out, { band: null, lead: undefined, inside: false })
    } else if (stop(block)) break
    else if (block.kind === 'bullet') bullet(out, block)
    else if (out.band === undefined && out.areas.length === 0) out.intro += ` ${block.text}`
    else if (bulleted && strayed(out, block, rest[i + 1], framework)) more(out, block)
    else if (leads(block, rest[i + 1])) out.lead = block.text.replace(/[\s:]+$/, '')
    else if (!bulleted && block.kind === 'line') add(out, block)
    else break
  }
  return out
}

/** "NHS Wold should:" over some of the bullets; the sentence before the first band is the list's own. */
const leads = (block: Block, next: Block | undefined) =>
  block.kind === 'line' &&
  next?.kind === 'bullet' &&
  /(?::|\b(?:should|must|to))\s*$/.test(block.text) &&
  block.text.length < 200

/** The rest of a bullet that a page or a typist parted from it: words that another item or band follows. */
function strayed(out: Reading, block: Block, next: Block | undefined, framework: Framework): boolean {
  if (block.kind !== 'line' || out.areas.length === 0 || /:$/.test(block.text)) return false
  const between = next !== undefined && (next.kind === 'bullet' || bandOf(next.text, framework) !== undefined)
  return (between || /[.;]$/.test(block.text)) && !/[.;]$/.test(out.areas.at(-1)?.text ?? '')
}

function more(out: Reading, block: Block): void {
  const last = out.areas.at(-1)
  if (last) out.areas[out.areas.length - 1] = { ...last, text: `${last.text} ${trimmed(block.text)}` }
}

function add(out: Reading, block: Block): void {
  const lead = out.lead === undefined ? {} : { lead: out.lead }
  out.areas.push({ band: out.band ?? null, text: trimmed(block.text), ...lead })
}

/** A bullet; one of another kind after "…:" belongs to the bullet before it, as printed. */
function bullet(out: Reading, block: Block): void {
  const last = out.areas.at(-1)
  if (out.outer === '') out.outer = block.mark
  const deeper = block.mark !== out.outer
  out.inside = deeper && last !== undefined && (out.inside || last.text.endsWith(':'))
  if (out.inside && last)
    out.areas[out.areas.length - 1] = { ...last, text: `${last.text}\n${block.mark} ${trimmed(block.text)}` }
  else add(out, block)
}
