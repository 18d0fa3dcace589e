import type { Day } from '../../domain/kernel/day.ts'
import { shortDay } from '../../domain/kernel/day.ts'
import { momentWords } from '../../domain/kernel/london.ts'
import type { Request } from '../../domain/readiness/visit.ts'
import { textOf } from '../../domain/records/parse.ts'
import { readForm, without } from '../../domain/records/read-form.ts'
import { requestAnswered } from '../../domain/records/types/visit.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { keepTyped } from '../../store/kept.ts'
import { readEntries } from '../../store/ledger.ts'
import { namesOf } from '../../store/people.ts'
import { readDocument } from '../../store/queries/documents.ts'
import { visitByCode } from '../../store/queries/visits.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { Files, type Names, notWritten } from '../../web/form/written.tsx'
import { Button, Tag } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { VisitFrame } from './frame.tsx'
import { NO_VISIT } from './visit-form.tsx'
import { fileOfVisit, write } from './write.ts'

const asked = without(requestAnswered, 'request')

async function load(ctx: Ctx<Db>) {
  const visit = await visitByCode(ctx.tx, ctx.params.visit ?? '')
  if (!visit) return { missing: NO_VISIT }
  const people = visit.requests.flatMap(r => [r.by, ...r.answers.map(a => a.by)])
  return found({ visit, names: await namesOf(ctx.tx, people) })
}

type Data = DataOf<typeof load>

interface RequestProps {
  readonly request: Request
  readonly names: Names
  readonly on: Day
  /** Under which address its files are found. */
  readonly files: string
}

/** What was asked, when, by when it is wanted, and what was answered. */
export function RequestWords({ request: r, names, on, files }: RequestProps) {
  const late = r.answers.length === 0 && r.wanted !== null && r.wanted < on
  return (
    <>
      <p class="govuk-body gt-prose">{r.what}</p>
      <p class="govuk-body-s gt-quiet">
        {names.get(r.by) ?? 'An inspector'}, {momentWords(r.at)}
        {r.wanted && `. Wanted by ${shortDay(r.wanted)}`}{' '}
        {r.answers.length === 0 ? (
          <Tag colour={late ? 'red' : 'yellow'}>{late ? 'Late' : 'Open'}</Tag>
        ) : (
          <Tag colour="green">Answered</Tag>
        )}
      </p>
      {r.answers.map(a => (
        <div class="gt-ready-answer">
          <p class="govuk-body gt-prose">{a.words}</p>
          {a.link && (
            <p class="govuk-body">
              <a class="govuk-link" href={a.link}>
                {a.link}
              </a>
            </p>
          )}
          {a.documents.length > 0 && <Files answer={a.documents} at={files} />}
          <p class="govuk-body-s gt-quiet">
            {names.get(a.by) ?? 'Somebody who has left'}, {momentWords(a.at)}
          </p>
        </div>
      ))}
    </>
  )
}

async function submit(ctx: Ctx<Db>, { visit }: Data): Promise<Outcome> {
  const request = textOf(ctx.typed, '_request')
  const subject = fileOfVisit(visit)
  const kept = await keepTyped(ctx.tx, visit.id, asked, ctx.typed, ctx.uploads, ctx.now)
  const { typed } = kept
  const read = readForm(ctx, asked, typed)
  const faults = {
    ...(read.ok ? {} : read.error),
    ...kept.faults,
    ...(visit.requests.some(r => r.id === request)
      ? {}
      : { answer: 'That request is not on this visit. Open the page again, and answer it from there.' }),
  }
  if (!read.ok || Object.keys(faults).length > 0) return { again: { typed, faults } }
  const written = await write(
    { ...ctx, typed },
    subject,
    requestAnswered,
    { request, ...read.value },
    e => e.type === requestAnswered.code && e.answers.request === request,
  )
  const again = await notWritten(written, { typed, at: 'answer', namesOf: ids => namesOf(ctx.tx, ids) })
  return again ?? { go: `/inspection/${visit.code}/requests#request-${request}` }
}

/** What the inspectors asked for, and what was answered. */
export const requestsPage = page({
  path: '/inspection/:visit/requests',
  permission: 'ready',
  audit: 'the requests of inspectors',
  takesFile: true,
  load,
  submit,
  render: ({ visit, names }: Data, ctx: Ctx<Db>, returned) => {
    const chosen = textOf(returned?.typed ?? {}, '_request') || (ctx.query.answer ?? '')
    const at = `/inspection/${visit.code}/requests`
    const open = visit.requests.filter(r => r.answers.length === 0)
    const rest = visit.requests.filter(r => r.answers.length > 0).toReversed()
    return {
      title: `Requests, visit ${visit.code}`,
      section: 'inspection',
      body: (
        <VisitFrame code={visit.code} at={at}>
          <Problems faults={returned?.faults} />
          <h1 class="govuk-heading-l">Requests</h1>
          {visit.requests.length === 0 && (
            <p class="govuk-body">
              The inspectors have asked for nothing yet. What they ask for stands here at once.
            </p>
          )}
          {[...open, ...rest].map(r => (
            <section id={`request-${r.id}`} class="gt-ready-request">
              <RequestWords
                request={r}
                names={names}
                on={ctx.today}
                files={`/inspection/${visit.code}/file`}
              />
              {chosen === r.id ? (
                <Form csrf={ctx.csrf} action={at} takesFile>
                  <Once typed={returned?.typed} id={newId(ctx.now)} seq={visit.seq} />
                  {returned?.conflict}
                  <input type="hidden" name="_request" value={r.id} />
                  <RecordFields
                    type={asked}
                    typed={returned?.typed ?? {}}
                    faults={returned?.faults ?? {}}
                    today={ctx.today}
                    fresh={!returned}
                    people={[]}
                  />
                  <Button>Answer</Button>
                </Form>
              ) : (
                <p class="govuk-body">
                  <a class="govuk-link" href={`${at}?answer=${r.id}#request-${r.id}`}>
                    {r.answers.length === 0 ? 'Answer it' : 'Add to the answer'}
                    <span class="govuk-visually-hidden">: {r.what.slice(0, 80)}</span>
                  </a>
                </p>
              )}
            </section>
          ))}
        </VisitFrame>
      ),
    }
  },
})

/** A file that was given as an answer. */
export const visitFilePage = page({
  path: '/inspection/:visit/file/:hash',
  permission: 'ready',
  audit: 'a file given to inspectors',
  load: async (ctx: Ctx<Db>) => {
    const visit = await visitByCode(ctx.tx, ctx.params.visit ?? '')
    const file =
      visit && (await readDocument(ctx.tx, await readEntries(ctx.tx, visit.id), ctx.params.hash ?? ''))
    return file ? { file } : { missing: 'There is no such file on this visit.' }
  },
  render: () => ({ title: 'File', body: null }),
})
