import { longDay } from '../../domain/kernel/day.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { assessment } from '../../domain/records/types/assessment.ts'
import { findSeries } from '../../domain/timescales/table.ts'
import type { Db } from '../../store/connection.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { NoteWords } from '../../web/form/notes.tsx'
import { AnswerList, WrittenBy } from '../../web/form/written.tsx'
import { Button, Details, InsetText, TextInput } from '../../web/govuk/index.ts'
import { type ChildCtx, childPage } from '../../web/page.ts'
import { AboutAssessment, AfterSigning } from './assessment/about.tsx'
import { AssessmentAnswers } from './assessment/reading.tsx'
import { ChronologyLink } from './chronology-choice.tsx'
import { Asked, History } from './entry-history.tsx'
import { type EntryData, loadEntry } from './entry-load.ts'
import { DecideLink, Hidden, Signing } from './entry-signing.tsx'
import { submitAbout } from './entry-submit.ts'
import { filesAt } from './files.ts'
import { ChildFrame, childTitle } from './frame.tsx'
import { mayChange } from './write.ts'

/** One entry: what it says, what it met, who wrote and changed it, and what can be done about it. */
export const entryPage = childPage({
  path: '/child/:child/entry/:entry',
  permission: 'open',
  audit: 'an entry',
  load: loadEntry,
  submit: submitAbout,
  render: (data: EntryData, ctx: ChildCtx<Db>, returned) => {
    const type = knownRecordType(data.entry.type)
    const may = mayChange(ctx, type)
    return {
      title: childTitle(ctx, type.title),
      section: 'find',
      body: (
        <ChildFrame ctx={ctx} file={data.view.file} tab="record" on={ctx.today}>
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">{longDay(data.entry.happened)}</span>
          <h1 class="govuk-heading-l">{type.title}</h1>
          {data.entry.withdrawn && (
            <InsetText>This was withdrawn. It is kept here, and counts nowhere.</InsetText>
          )}
          <DecideLink ctx={ctx} data={data} />
          <AboutAssessment ctx={ctx} data={data} />
          {type === assessment ? (
            <AssessmentAnswers view={data.view} entry={data.entry} />
          ) : (
            <AnswerList type={type} answers={data.entry.answers} names={data.names} files={filesAt(ctx)} />
          )}
          <WrittenBy entry={data.entry} names={data.names} />
          <NoteWords notes={data.notes} />
          {data.met.map(c => (
            <p class="govuk-body">
              It met:{' '}
              <a class="govuk-link" href={`/child/${ctx.child.code}/clock/${c.series}/${c.due}`}>
                {findSeries(c.series)?.title}
              </a>
              , due {longDay(c.due)}
            </p>
          ))}
          <ChronologyLink ctx={ctx} entry={data.entry} />
          <Signing ctx={ctx} data={data} returned={returned} />
          <AfterSigning ctx={ctx} data={data} />
          {may && !data.entry.withdrawn && (
            <>
              <Button href={`/child/${ctx.child.code}/amend/${data.entry.id}`} variant="secondary">
                Amend
              </Button>
              <Details summary="Withdraw it" open={returned?.faults.why !== undefined}>
                <Form csrf={ctx.csrf}>
                  <Hidden ctx={ctx} seq={data.view.seq} />
                  <TextInput
                    name="why"
                    label="Why should it not count?"
                    hint="It stays on the file, struck out."
                    error={returned?.faults.why}
                  />
                  <Button variant="warning" name="_do" value="withdrawal">
                    Withdraw
                  </Button>
                </Form>
              </Details>
            </>
          )}
          <History data={data} files={filesAt(ctx)} />
          <Asked words={data.words} entry={data.entry} />
        </ChildFrame>
      ),
    }
  },
})
