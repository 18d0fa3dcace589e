import { ageWords, calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { parse, textOf } from '../../domain/records/parse.ts'
import { personDetails } from '../../domain/records/types/person-details.ts'
import type { Db } from '../../store/connection.ts'
import { isId, newChildCode, newId } from '../../store/ids.ts'
import { append, findSubject, startFile } from '../../store/ledger.ts'
import { findChildren } from '../../store/queries/find-child.ts'
import { listable } from '../../store/queries/listable.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { Button, MojScrollablePane, Table, TextInput } from '../../web/govuk/index.ts'
import { Paging } from '../../web/layout/paging.tsx'
import { type Ctx, type DataOf, found, type Outcome, type Page, page, pageNumber } from '../../web/page.ts'

const SIZE = 20

async function load(ctx: Ctx<Db>) {
  const asked = (ctx.query.q ?? '').trim()
  // An NHS number is written in three groups, and is one number.
  const words = (/^[\d ]+$/.test(asked) ? asked.replaceAll(' ', '') : asked)
    .split(/\s+/)
    .filter(w => w !== '')
    .slice(0, 6)
  const number = pageNumber(ctx.query)
  const one =
    words.length === 1 ? await subjectByCode(ctx.tx, 'child', words[0]?.toUpperCase() ?? '') : undefined
  if (one && (await listable(ctx.tx, ctx.viewer, ctx.now, [one.id])).has(one.id))
    return { go: `/child/${one.code}` }
  const result = await findChildren(ctx.tx, ctx.viewer, ctx.now, asked, {
    limit: SIZE,
    offset: (number - 1) * SIZE,
  })
  return found({ asked, ...result, number, pages: Math.max(1, Math.ceil(result.total / SIZE)) })
}

type Data = DataOf<typeof load>

function Results({ data, ctx }: { data: Data; ctx: Ctx<Db> }) {
  if (data.asked === '') return null
  if (data.total === 0)
    return (
      <p class="govuk-body">
        No child is found for “{data.asked}”. Try fewer letters, an earlier name, or the child ID.
        {ctx.can('new-child').allow && (
          <>
            {' '}
            If nobody knows the child yet,{' '}
            <a class="govuk-link" href="/new-child">
              start a file
            </a>
            .
          </>
        )}
      </p>
    )
  const link = (n: number) => `/find?q=${encodeURIComponent(data.asked)}&page=${n}`
  return (
    <>
      <MojScrollablePane label="Children found">
        <Table
          caption={`${data.total} ${data.total === 1 ? 'child' : 'children'} found`}
          captionSize="s"
          head={['Name', 'Born', 'Child ID', 'Worker']}
          rows={data.children.map(c => [
            {
              text: (
                <>
                  <a class="govuk-link" href={`/child/${c.code}`}>
                    {calledBy(c, c.code)}
                  </a>
                  {c.otherNames && <span class="gt-quiet"> also {c.otherNames}</span>}
                </>
              ),
            },
            c.born ? `${longDay(c.born)} (${ageWords(c, ctx.today)})` : 'Not recorded',
            c.code,
            c.worker ?? 'Nobody',
          ])}
        />
      </MojScrollablePane>
      <Paging number={data.number} pages={data.pages} link={link} />
    </>
  )
}

const findPage = page({
  path: '/find',
  permission: 'find',
  audit: 'search for a child',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: data.asked ? `Find a child: ${data.asked}` : 'Find a child',
    section: 'find',
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">Find a child</h1>
        <search>
          <form method="get" class="gt-inline-form">
            <TextInput
              name="q"
              label="Name, earlier name, child ID, NHS number or UPN"
              value={data.asked}
              width={20}
              type="search"
            />
            <Button>Find</Button>
          </form>
        </search>
        <Results data={data} ctx={ctx} />
      </>
    ),
  }),
})

async function submitNew(ctx: Ctx<Db>): Promise<Outcome> {
  const { typed } = ctx
  const id = textOf(typed, '_subject')
  if (!isId(id))
    return {
      again: {
        typed: { ...typed, _subject: '' },
        faults: { asOf: 'This form was not whole when it came. Check it, and send it again.' },
      },
    }
  const before = await findSubject(ctx.tx, id)
  if (before) return { go: `/child/${before.code}` }
  const read = parse(personDetails, typed, { today: ctx.today, born: null, unborn: false })
  if (!read.ok) return { again: { typed, faults: read.error } }
  const subject = { id, kind: 'child' as const, code: newChildCode() }
  await startFile(ctx.tx, subject, ctx.now)
  await append(ctx.tx, subject, [
    newEntry({
      id: newId(ctx.now),
      subject: id,
      type: personDetails,
      answers: read.value,
      author: ctx.viewer.id,
      now: ctx.now,
      today: ctx.today,
    }),
  ])
  return { go: `/child/${subject.code}` }
}

const newChildPage = page({
  path: '/new-child',
  permission: 'new-child',
  audit: 'start a file',
  load: async () => found(null),
  submit: submitNew,
  render: (_data, ctx: Ctx<Db>, returned) => ({
    title: 'Start a file',
    section: 'find',
    body: (
      <>
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Start a file</h1>
        <p class="govuk-body">
          Search first: a child with two files is a child whose story nobody sees. You will be asked for a
          reason to open it until the child is allocated.
        </p>
        <Form csrf={ctx.csrf}>
          <input
            type="hidden"
            name="_subject"
            value={textOf(returned?.typed ?? {}, '_subject') || newId(ctx.now)}
          />
          <RecordFields
            type={personDetails}
            typed={returned?.typed ?? {}}
            faults={returned?.faults ?? {}}
            today={ctx.today}
            fresh={!returned}
            people={[]}
          />
          <Button>Start the file</Button>
        </Form>
      </>
    ),
  }),
})

export const findPages: readonly Page<Db>[] = [findPage, newChildPage]
