import type { Figure } from '../../domain/indicators/figure.ts'
import { type ShownFigure, SUPPRESSED, suppress } from '../../domain/indicators/suppress.ts'
import { type FoundAudit, type Theme, themesOf } from '../../domain/quality/collate.ts'
import type { Db } from '../../store/connection.ts'
import { auditsFound } from '../../store/queries/audit-found.ts'
import { type Ctx, type DataOf, found } from '../../web/page.ts'
import { askedBy, countedTo, heldFrom, narrowed, within, years } from './asked.ts'

/** A theme as its reader may see it. */
export interface ShownTheme {
  readonly code: string
  readonly title: string
  readonly training: string
  readonly now: Figure | ShownFigure
  readonly before: Figure | ShownFigure
  readonly weakest: { readonly team: string; readonly figure: Figure } | null
}

/** "42 per cent (15 of 36)"; why there is no figure, where there is none. */
export function said(f: Figure | ShownFigure): string {
  if (f.denominator === 0) return 'none'
  return f.value === SUPPRESSED || f.value === null
    ? 'held back: few'
    : `${f.value}% (${f.numerator} of ${f.denominator})`
}

/** Points of a hundred by which a standard has moved; null where that cannot be told. */
export const moved = (t: Pick<ShownTheme, 'now' | 'before'>): number | null =>
  typeof t.now.value === 'number' && typeof t.before.value === 'number'
    ? Math.round((t.now.value - t.before.value) * 10) / 10
    : null

export async function loadThemes(ctx: Ctx<Db>) {
  const asked = askedBy(ctx)
  const to = countedTo(ctx)
  const { now, before } = years(to)
  const all: readonly FoundAudit[] = narrowed(await auditsFound(ctx.tx, before.from, now.to), asked)
  const held = heldFrom(ctx)
  const shown = (f: Figure): Figure | ShownFigure => (held ? (suppress([f])[0] ?? f) : f)
  const list = themesOf(
    within(all, now),
    within(all, before),
    asked.tool.standards.map(s => s.code),
  )
  const themes = list.flatMap((t: Theme): readonly ShownTheme[] => {
    const s = asked.tool.standards.find(o => o.code === t.standard)
    return s
      ? [
          {
            code: s.code,
            title: s.title,
            training: s.training,
            now: shown(t.now),
            before: shown(t.before),
            weakest: held ? null : t.weakest,
          },
        ]
      : []
  })
  return found({ asked, themes, held, to, n: within(all, now).length, earlier: within(all, before).length })
}

export type Themes = DataOf<typeof loadThemes>
