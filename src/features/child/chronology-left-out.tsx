import { type LeftOut, leftOut } from '../../domain/family/left-out.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { Form, Once } from '../../web/form/form.tsx'
import { Button, Details, MojScrollablePane, Table, TextInput } from '../../web/govuk/index.ts'
import { Paging } from '../../web/layout/paging.tsx'
import { type ChildCtx, pageNumber } from '../../web/page.ts'
import { addressWith, type ChronologyData } from './chronology-load.ts'

const SIZE = 25

const why = ({ choice }: LeftOut, data: ChronologyData): string =>
  choice
    ? `${String(choice.answers.why)} (${data.names.get(choice.author) ?? 'somebody who has left'})`
    : 'This kind of record is not significant by itself'

function PutIn({ ctx, data, out, n }: { ctx: ChildCtx<Db>; data: ChronologyData; out: LeftOut; n: number }) {
  return (
    <Details summary="Put it in" class="gt-put-in">
      <Form csrf={ctx.csrf} action={`/child/${ctx.child.code}/chronology/choose/${out.entry.id}`}>
        <Once id={newId(ctx.now)} seq={data.view.seq} />
        <input type="hidden" name="include" value="yes" />
        <input type="hidden" name="_back" value="out" />
        <TextInput name="why" id={`why-${n}`} label="Why does it belong in the chronology?" />
        <TextInput name="line" id={`line-${n}`} label="In a line (optional)" />
        <Button>Put it in</Button>
      </Form>
    </Details>
  )
}

/** What does not stand in the chronology, and why: a person's reason, or the rule of its kind. Each can be put in. */
export function LeftOutView({ data, ctx }: { data: ChronologyData; ctx: ChildCtx<Db> }) {
  const all = leftOut(data.file)
  const may = ctx.can('record').allow && !data.at
  const pages = Math.max(1, Math.ceil(all.length / SIZE))
  const page = Math.min(pages, pageNumber(ctx.query))
  const shown = all.slice((page - 1) * SIZE, page * SIZE)
  return (
    <>
      <p class="govuk-body gt-ways">
        <a class="govuk-link" href={addressWith(ctx, 'chronology', { view: null, page: null })}>
          Back to the chronology
        </a>
      </p>
      {all.length === 0 ? (
        <p class="govuk-body">Nothing is left out.</p>
      ) : (
        <MojScrollablePane label="Left out of the chronology">
          <Table
            class="gt-stacked"
            caption={`${all.length} ${all.length === 1 ? 'entry' : 'entries'}, those that somebody left out first`}
            captionSize="s"
            head={['Day', 'What', 'Why it is left out', ...(may ? ['Change'] : [])]}
            rows={shown.map((out, n) => [
              { text: longDay(out.entry.happened), class: 'gt-nowrap' },
              {
                text: (
                  <>
                    <a class="govuk-link" href={`/child/${ctx.child.code}/entry/${out.entry.id}`}>
                      {knownRecordType(out.entry.type).title}
                    </a>
                    : {out.what}
                  </>
                ),
              },
              why(out, data),
              ...(may ? [{ text: <PutIn ctx={ctx} data={data} out={out} n={n} /> }] : []),
            ])}
          />
        </MojScrollablePane>
      )}
      <Paging
        number={page}
        pages={pages}
        link={n => addressWith(ctx, 'chronology', { view: 'out', page: String(n) })}
        before="Newer"
      />
    </>
  )
}
