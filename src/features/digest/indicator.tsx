import { longDay } from '../../domain/kernel/day.ts'
import { formDay } from '../../domain/records/kinds/day.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { parse } from '../../domain/records/parse.ts'
import { commentary } from '../../domain/records/types/authority.ts'
import type { Db } from '../../store/connection.ts'
import { isId, newId } from '../../store/ids.ts'
import { append } from '../../store/ledger.ts'
import { AUTHORITY } from '../../store/queries/authority.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import { Problems } from '../../web/form/form.tsx'
import { Button, Details, InsetText, SummaryList } from '../../web/govuk/index.ts'
import { type Ctx, type Outcome, page } from '../../web/page.ts'
import { address } from './asked.ts'
import { Comments } from './comments.tsx'
import { AskForm } from './digest.tsx'
import { type IndicatorData, loadIndicator } from './indicator-load.ts'
import { Splits, Trend } from './pictures.tsx'
import { Against, against, HeldBack, isMember, ofWords, valueWords } from './show.tsx'

async function submit(ctx: Ctx<Db>, data: IndicatorData): Promise<Outcome> {
  const { typed } = ctx
  const again = (faults: Readonly<Record<string, string>>): Outcome => ({ again: { typed, faults } })
  const may = ctx.can('comment')
  if (!may.allow) return { refused: may.because }
  const asked = { indicator: data.i.code, on: formDay(data.asked.on), text: typed.text }
  const read = parse(commentary, asked, { today: ctx.today, born: null, unborn: false })
  if (!read.ok) return again(read.error)
  const council = await subjectByCode(ctx.tx, 'authority', AUTHORITY)
  if (!council)
    return again({ text: 'The council’s own file has not been started. Ask whoever set the system up.' })
  const id = isId(typed._entry) ? typed._entry : newId(ctx.now)
  if (!data.comments.some(c => c.entry === id)) {
    const { viewer, now, today } = ctx
    const said = {
      id,
      subject: council.id,
      type: commentary,
      answers: read.value,
      author: viewer.id,
      now,
      today,
    }
    await append(ctx.tx, council, [newEntry(said)])
  }
  return { go: address(`/digest/${data.i.code}`, data.asked) }
}

/** One figure: what it asks, how it stands, its trend, its parts, and the way to the children. */
export const indicatorPage = page({
  path: '/digest/:code',
  permission: 'figures',
  audit: 'a figure',
  load: loadIndicator,
  submit,
  render: (data: IndicatorData, ctx: Ctx<Db>, returned) => {
    const { i, asked, whole, target } = data
    return {
      title: `${i.name}, ${longDay(asked.on)}`,
      section: 'digest',
      wide: true,
      body: (
        <>
          <Problems faults={returned?.faults} />
          <a class="govuk-back-link" href={address('/digest', asked)}>
            Digest
          </a>
          <span class="govuk-caption-l">{asked.team ?? 'All teams'}</span>
          <h1 class="govuk-heading-l">{i.name}</h1>
          {asked.fault && <InsetText>{asked.fault}</InsetText>}
          <p class="govuk-body-l">
            <strong data-figure={i.code}>{valueWords(i, whole.value)}</strong> on {longDay(asked.on)}
            {i.unit === 'percent' && `: ${ofWords(i, whole)}`}.{' '}
            {target !== undefined && `Target ${valueWords(i, target)}. `}
            <Against stands={against(i, whole.value, target)} />
          </p>
          {ctx.can('children-behind').allow && (
            <Button href={address(`/digest/${i.code}/children`, asked, { split: null })}>
              Open the children behind it
            </Button>
          )}
          <AskForm asked={asked} all={data.teams} />
          {isMember(ctx.viewer) && <HeldBack />}
          <Trend data={data} />
          <Splits data={data} />
          <Comments data={data} ctx={ctx} fault={returned?.faults.text} />
          <Details summary="What is counted, and where the rule comes from">
            <SummaryList
              rows={[
                { key: 'Question', value: i.question },
                {
                  key: 'Looks at',
                  value: i.months === null ? 'The day alone' : `The ${i.months} months to the day`,
                },
                { key: 'Good is', value: i.good === 'neither' ? 'Neither high nor low' : i.good },
                { key: 'Source', value: i.source },
                { key: 'How sure we are', value: i.standing },
                i.notes.length > 0 && { key: 'Notes', value: i.notes.join(' ') },
              ]}
            />
          </Details>
        </>
      ),
    }
  },
})
