import { roles } from '../../domain/access/roles.ts'
import { type ChronologyLine, sourceWords } from '../../domain/family/chronologies.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../domain/kernel/london.ts'
import type { Db } from '../../store/connection.ts'
import { authorityName } from '../../store/queries/authority.ts'
import { type ChildCtx, type DataOf, found } from '../../web/page.ts'
import { type ChronologyData, loadChronology } from './chronology-load.ts'
import { agesOf, itemsOf, quietWords, whoseOf } from './chronology-rows.ts'
import { momentWords } from './known.tsx'

/** A chronology for a court: the same lines, numbered, with who printed it and when. */
export async function loadCourt(ctx: ChildCtx<Db>, page: string) {
  const loaded = await loadChronology(ctx, page)
  return found({ ...loaded.found, council: await authorityName(ctx.tx) })
}

export type CourtData = DataOf<typeof loadCourt>

/** What stands above the lines. */
export function courtFacts(data: CourtData, ctx: ChildCtx<Db>): readonly { label: string; text: string }[] {
  const { person } = data.file
  const { from, to } = data.ask.filter
  const others = data.children.slice(1)
  return [
    { label: 'Council', text: data.council },
    { label: 'Child', text: `${ctx.child.called}, child ID ${ctx.child.code}` },
    ...(person.otherNames ? [{ label: 'Also known as', text: person.otherNames }] : []),
    {
      label: person.unborn ? 'Expected' : 'Born',
      text: person.born ? longDay(person.born) : 'Not recorded',
    },
    ...(others.length > 0
      ? [{ label: 'Together with', text: others.map(c => `${c.called} (${c.code})`).join(', ') }]
      : []),
    ...(from || to
      ? [
          {
            label: 'Days',
            text: `${from ? `from ${longDay(from)}` : ''} ${to ? `to ${longDay(to)}` : ''}`.trim(),
          },
        ]
      : []),
    ...(data.ask.filter.kind
      ? [
          {
            label: 'Only',
            text: data.kinds.find(k => k.code === data.ask.filter.kind)?.title ?? data.ask.filter.kind,
          },
        ]
      : []),
    ...(data.at ? [{ label: 'As known on', text: momentWords(data.at) }] : []),
    { label: 'Printed', text: `${longDay(londonDay(ctx.now))} at ${londonTime(ctx.now)}` },
    { label: 'Printed by', text: `${ctx.viewer.name}, ${roles[ctx.viewer.role]}` },
    ...(data.view.kept > 0
      ? [
          {
            label: 'Left out',
            text: `${data.view.kept} confidential entries that the person who printed this may not read`,
          },
        ]
      : []),
  ]
}

export const COURT_HEAD: readonly string[] = ['No.', 'Date', 'Age', 'Event', 'Significance', 'Source']

const sources = (line: ChronologyLine, data: ChronologyData): string =>
  line.sources
    .map(({ entry, called }) => {
      const whose = data.children.length > 1 ? `${called}’s file. ` : ''
      const who = data.names.get(entry.author) ?? 'somebody who has left'
      const amended = entry.amendments.length > 0 ? ', amended since' : ''
      return `${whose}${sourceWords(entry)}. Recorded by ${who} on ${longDay(londonDay(entry.recorded))}${amended}`
    })
    .join('; ')

/** The lines, numbered; a long silence has no number. */
export function courtRows(data: ChronologyData): readonly (readonly string[])[] {
  let n = 0
  return itemsOf(data).map(item => {
    if ('quiet' in item) return ['', '', '', quietWords(item.quiet), '', '']
    n += 1
    const { line } = item
    const whose = data.children.length > 1 ? `${whoseOf(line)}: ` : ''
    return [
      String(n),
      longDay(line.on),
      agesOf(line).join('; '),
      `${whose}${line.what}`,
      line.meaning,
      sources(line, data),
    ]
  })
}

export const STATEMENT =
  'This chronology was made from the child’s record. Each line names the entry it comes from. Signed, as true to the best of my knowledge:'
export const SIGNATURE: readonly string[] = ['Signed', 'Name', 'Post', 'Date']
