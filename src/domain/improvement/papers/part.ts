import type { Day } from '../../kernel/day.ts'
import type { Inspection } from '../fold-findings.ts'
import type { Unit } from '../measure.ts'
import type { PaperBlock, Sentence, SourceRef } from '../paper.ts'
import type { PaperKind } from '../paper-kinds.ts'
import type { Figure } from '../plan.ts'
import type { PlanLine } from '../plan-lines.ts'
import type { Risk } from '../risk.ts'

/** A figure that words may name between braces. */
export interface Bound {
  readonly name: string
  readonly unit: Unit
  /** `held` where it speaks of too few children; null where there is none. */
  readonly figure: Figure | 'held' | null
  readonly source: SourceRef
}

/** One indicator of a board's own set. */
export interface SetLine {
  readonly code: string
  readonly name: string
  readonly unit: 'percent' | 'number'
  readonly good: 'high' | 'low' | 'neither'
  readonly target?: number
  readonly now: Figure | 'held' | null
  readonly before: Figure | 'held' | null
  /** Month by month, oldest first. */
  readonly history: readonly { readonly month: Day; readonly value: number | null }[]
}

/** The final paper of the same kind for the same body that came before. */
export interface Previous {
  readonly code: string
  readonly meeting: Day
  readonly asAt: Day
  /** What it stated, by indicator or action. */
  readonly figures: ReadonlyMap<string, number>
}

/** All that a paper is made from. */
export interface PaperInput {
  readonly kind: PaperKind
  readonly body: string
  readonly meeting: Day
  readonly asAt: Day
  /** The day it is compared with. */
  readonly since: Day
  /** The day the next one will be made up to. */
  readonly until: Day
  readonly previous?: Previous
  readonly council: string
  /** The one report it is about, where it is about one. */
  readonly inspection?: Inspection
  /** The reports and other sources that its actions come from. */
  readonly sources: readonly Inspection[]
  readonly lines: readonly PlanLine[]
  readonly risks: readonly Risk[]
  readonly set: readonly SetLine[]
  /** The people of the council whose names stand on its papers. */
  readonly names: {
    readonly portfolioHolder?: string
    readonly director?: string
    readonly author?: string
    readonly address?: string
    readonly email?: string
  }
  /** The author's words, by place. */
  readonly written: ReadonlyMap<string, string>
  /** The figures that those words name. */
  readonly bound: ReadonlyMap<string, Bound>
}

/** A place for the author's words. */
export interface Ask {
  readonly key: string
  readonly label: string
  /** What belongs there. */
  readonly help: string
  /** What is said in its place while it is blank: "To be written: …". */
  readonly what: string
  /** One line, beside its label at the head of the paper. */
  readonly line?: true
  /** A paper can go without it. */
  readonly optional?: true
  /** Its part puts it in its place itself. */
  readonly placed?: true
  /** Each line is a point of a list. */
  readonly points?: true
  /** What stands there until somebody writes. */
  readonly start?: (input: PaperInput) => string | undefined
}

export type Content = readonly (readonly Sentence[] | PaperBlock)[]

/** One part of a paper: what is made from the record, then what its author writes. */
export interface Part {
  readonly key: string
  readonly title: string
  /** How it is headed: "3. Findings", "Findings", or not at all. */
  readonly heading: 'numbered' | 'plain' | 'none'
  /** Its pages lie on their side. */
  readonly wide?: true
  /** It may be neither left out nor moved. */
  readonly fixed?: true
  readonly made?: (input: PaperInput) => Content
  readonly asks?: readonly Ask[]
}

/** One kind of paper. */
export interface Outline {
  readonly title: (input: PaperInput) => string
  readonly parts: readonly Part[]
  readonly opening?: (input: PaperInput) => readonly PaperBlock[]
  readonly sheet?: true
}
