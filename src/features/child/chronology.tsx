import { writes } from '../../domain/records/record-type.ts'
import { significantEvent } from '../../domain/records/types/notes.ts'
import type { Db } from '../../store/connection.ts'
import { Problems } from '../../web/form/form.tsx'
import { Button, InsetText } from '../../web/govuk/index.ts'
import { type ChildCtx, childPage } from '../../web/page.ts'
import { ChronologyFilter } from './chronology-filter.tsx'
import { LeftOutView } from './chronology-left-out.tsx'
import { addressWith, type ChronologyData, loadChronology } from './chronology-load.ts'
import { ChronologyTable } from './chronology-table.tsx'
import { ChildFrame, childTitle } from './frame.tsx'
import { KnownBanner, KnownForm } from './known.tsx'

const AUDIT = 'chronology'

const load = async (ctx: ChildCtx<Db>) =>
  ctx.query.print === 'court'
    ? { go: addressWith(ctx, 'chronology/print', { print: null }) }
    : await loadChronology(ctx, AUDIT)

function Ways({ ctx }: { ctx: ChildCtx<Db> }) {
  const ways = [
    ctx.query.order === 'new'
      ? { text: 'Oldest first', href: addressWith(ctx, 'chronology', { order: 'old' }) }
      : { text: 'Newest first', href: addressWith(ctx, 'chronology', { order: 'new' }) },
    { text: 'What is left out', href: addressWith(ctx, 'chronology', { view: 'out' }) },
    { text: 'Print for court', href: addressWith(ctx, 'chronology/print', { order: null }) },
    { text: 'Word document', href: addressWith(ctx, 'chronology.docx', { order: null }) },
  ]
  return (
    <p class="govuk-body gt-ways">
      {ways.map(w => (
        <a class="govuk-link" href={w.href}>
          {w.text}
        </a>
      ))}
    </p>
  )
}

function Events({ data, ctx }: { data: ChronologyData; ctx: ChildCtx<Db> }) {
  const may = ctx.can(significantEvent.permission).allow && writes(significantEvent, ctx.viewer.role)
  const filtered = Object.values(data.ask.filter).some(v => v !== undefined)
  return (
    <>
      {may && (
        <Button href={`/child/${ctx.child.code}/record/significant-event`} variant="secondary">
          Add an event
        </Button>
      )}
      <ChronologyFilter data={data} ctx={ctx} />
      {data.strangers.length > 0 && (
        <InsetText>
          Not shown here: {data.strangers.join(', ')}. Only brothers and sisters on this file, whose own files
          you may open, can be shown together.
        </InsetText>
      )}
      <Ways ctx={ctx} />
      {data.lines.length > 0 ? (
        <ChronologyTable data={data} ctx={ctx} />
      ) : (
        <p class="govuk-body">
          {filtered
            ? 'Nothing significant is recorded for what you chose. Choose more days, or all kinds.'
            : 'Nothing significant is recorded yet. Decisions, moves, plans and missing episodes come here by themselves; what happened earlier or elsewhere can be added.'}
        </p>
      )}
    </>
  )
}

/** The significant events of a child's life, from the record itself; with those of brothers and sisters where asked. */
export const chronologyPage = childPage({
  path: '/child/:child/chronology',
  permission: 'open',
  audit: AUDIT,
  load,
  render: (data: ChronologyData, ctx: ChildCtx<Db>) => {
    const out = ctx.query.view === 'out'
    return {
      title: childTitle(ctx, out ? 'Left out of the chronology' : 'Chronology'),
      section: 'find',
      wide: true,
      body: (
        <ChildFrame ctx={ctx} file={data.file} tab="chronology" on={data.on}>
          <Problems faults={data.ask.faults} />
          <h1 class="govuk-heading-l">{out ? 'Left out of the chronology' : 'Chronology'}</h1>
          <KnownBanner
            at={data.at}
            back={addressWith(ctx, 'chronology', { known: null, at: null })}
            unreadable={data.unreadable}
            empty={data.file.happenings.length === 0}
          />
          {data.view.kept > 0 && (
            <InsetText>{data.view.kept} confidential entries are not shown to you.</InsetText>
          )}
          {out ? <LeftOutView data={data} ctx={ctx} /> : <Events data={data} ctx={ctx} />}
          <KnownForm today={ctx.today} />
        </ChildFrame>
      ),
    }
  },
})
