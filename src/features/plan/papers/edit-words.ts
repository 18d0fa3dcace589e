import type { PaperFile } from '../../../domain/improvement/papers/paper-file.ts'
import type { Ask, Outline, PaperInput } from '../../../domain/improvement/papers/part.ts'
import type { Entry } from '../../../domain/records/entry.ts'
import type { Typed } from '../../../domain/records/parse.ts'
import { paperSectionWritten } from '../../../domain/records/types/paper.ts'
import type { Draft } from '../../../store/drafts.ts'

/** What stands in one box of the form, and the entry it goes out from: 0 where nobody had written there. */
export interface Box {
  readonly ask: Ask
  readonly text: string
  readonly basis: number
}

export const asksOf = (outline: Outline): readonly Ask[] => outline.parts.flatMap(p => p.asks ?? [])

/** What was typed into a box, as it was typed but for the ends of its lines. */
export const typedIn = (typed: Typed, key: string): string | undefined => {
  const raw = typed[key]
  return typeof raw === 'string' ? raw.replace(/\r\n/g, '\n') : undefined
}

const basisOf = (typed: Typed, key: string): number => {
  const n = Number(typedIn(typed, `basis-${key}`) ?? '')
  return Number.isInteger(n) && n >= 0 ? n : 0
}

const textOf = (entry: Entry | undefined): string | undefined =>
  entry === undefined ? undefined : typeof entry.answers.text === 'string' ? entry.answers.text : ''

/** What the box held when its form was opened. */
function began(ask: Ask, basis: number, entries: readonly Entry[], input: PaperInput): string {
  const entry = entries.find(e => e.seq === basis && e.type === paperSectionWritten.code)
  return textOf(entry?.answers.section === ask.key ? entry : undefined) ?? ask.start?.(input) ?? ''
}

const standing = (ask: Ask, file: PaperFile, input: PaperInput): Box => {
  const words = file.written.get(ask.key)
  return { ask, text: words?.text ?? ask.start?.(input) ?? '', basis: words?.entry.seq ?? 0 }
}

/**
 * The boxes of the form: what stands, and over it what this author had typed and not saved. A box that they had not
 * touched shows what others have written meanwhile.
 */
export function boxesOf(
  asks: readonly Ask[],
  file: PaperFile,
  entries: readonly Entry[],
  input: PaperInput,
  begun: Draft | { readonly typed: Typed } | undefined,
): readonly Box[] {
  return asks.map(ask => {
    const now = standing(ask, file, input)
    const typed = begun && typedIn(begun.typed, ask.key)
    if (!begun || typed === undefined) return now
    const basis = basisOf(begun.typed, ask.key)
    const touched = typed.trim() !== began(ask, basis, entries, input).trim()
    return touched ? { ask, text: typed, basis } : now
  })
}

export interface Changed {
  readonly ask: Ask
  readonly text: string
  /** What another has written in the same place since this form was opened. */
  readonly theirs: Entry | undefined
}

/** The boxes that this author has changed, each with what another wrote there meanwhile. */
export function changedIn(
  typed: Typed,
  asks: readonly Ask[],
  file: PaperFile,
  entries: readonly Entry[],
  input: PaperInput,
  author: string,
): readonly Changed[] {
  return asks.flatMap(ask => {
    const text = typedIn(typed, ask.key)?.trim()
    if (text === undefined) return []
    const basis = basisOf(typed, ask.key)
    const same = text === began(ask, basis, entries, input).trim()
    if (same || text === standing(ask, file, input).text.trim()) return []
    const theirs = entries.findLast(
      e =>
        e.type === paperSectionWritten.code &&
        e.answers.section === ask.key &&
        e.seq > basis &&
        e.author !== author,
    )
    return [{ ask, text, theirs }]
  })
}
