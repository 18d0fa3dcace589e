import { longDay, shortDay } from '../../../domain/kernel/day.ts'
import { sectionElevenStandards } from '../../../domain/quality/section-11-standards.ts'
import { keptDocument } from '../../../domain/records/kinds/documents.ts'
import { textOf } from '../../../domain/records/parse.ts'
import { agencyChased, agencyLeft } from '../../../domain/records/types/section-11.ts'
import type { Db } from '../../../store/connection.ts'
import { newId } from '../../../store/ids.ts'
import { namesOf } from '../../../store/people.ts'
import { readAgency } from '../../../store/queries/section-11.ts'
import { Form, Once, Problems } from '../../../web/form/form.tsx'
import {
  BackLink,
  Button,
  Details,
  InsetText,
  NotificationBanner,
  TextInput,
} from '../../../web/govuk/index.ts'
import { Heading } from '../../../web/layout/layout.tsx'
import { type Ctx, type DataOf, found, type Outcome, page, type Returned } from '../../../web/page.ts'
import { AuditFrame } from '../frame.tsx'
import { newCode } from './ask.ts'
import { lettersPage } from './letters.tsx'
import { loadRound, roundHref, sameAgency, standing } from './load.ts'
import { StandardView } from './standard.tsx'
import { submitStandard } from './standard-submit.ts'
import { writeForm } from './write.ts'

async function load(ctx: Ctx<Db>) {
  const came = await loadRound(ctx)
  if ('missing' in came) return came
  const file = await readAgency(ctx.tx, (ctx.params.agency ?? '').toUpperCase())
  const { round, previous } = came.found
  if (!file || file.answer.round !== round.code)
    return { missing: 'This round has no such agency. Open the round and choose one there.' }
  const { answer } = file
  return found({
    round,
    answer,
    earlier: previous ? (sameAgency(previous.agencies, answer) ?? null) : null,
    names: await namesOf(ctx.tx, [
      ...[...answer.challenges.values()].map(c => c.by),
      ...answer.chased.map(c => c.by),
    ]),
  })
}

export type AgencyData = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, data: AgencyData): Promise<Outcome> {
  const { answer, round } = data
  const subject = { id: answer.id, kind: 'agency-audit' as const, code: answer.code }
  const go: Outcome = { go: `${roundHref(round, `/${answer.code}`)}?done=yes` }
  switch (textOf(ctx.typed, '_do')) {
    case 'chase':
      return (await writeForm(ctx, subject, agencyChased, { at: 'how' })) ?? go
    case 'leave':
      return (await writeForm(ctx, subject, agencyLeft, { at: 'why' })) ?? { go: roundHref(round) }
    case 'letter':
      return round.closed === null && answer.left === null
        ? { shown: await lettersPage(ctx, round, [await newCode(ctx, answer)]) }
        : go
    default:
      return (await submitStandard(ctx, data)) ?? go
  }
}

function Keep({ data, ctx, returned }: { data: AgencyData; ctx: Ctx<Db>; returned: Returned | null }) {
  const { answer, round } = data
  if (round.closed !== null || answer.left) return null
  const once = <Once typed={returned?.typed} id={newId(ctx.now)} seq={answer.seq} />
  const fault = (name: string) => (returned?.faults[name] ? { error: returned.faults[name] } : {})
  return (
    <div class="gt-not-printed">
      {!answer.finished && (
        <Details summary="Record a reminder" open={returned?.faults.how !== undefined}>
          <Form csrf={ctx.csrf}>
            {once}
            <TextInput
              name="how"
              label="How, and what was said?"
              hint="Such as: rang Pat Wren, promised by Friday"
              value={textOf(returned?.typed ?? {}, 'how')}
              {...fault('how')}
            />
            <Button variant="secondary" name="_do" value="chase">
              Record
            </Button>
          </Form>
        </Details>
      )}
      <Details summary="Make a new letter with a new code">
        <p class="govuk-body">The code of the letter before stops working. What they have saved stays.</p>
        <Form csrf={ctx.csrf}>
          <Button variant="secondary" name="_do" value="letter" preventDoubleClick>
            Make a new letter
          </Button>
        </Form>
      </Details>
      {!answer.finished && (
        <Details summary="Do not ask them any more">
          <Form csrf={ctx.csrf}>
            {once}
            <TextInput name="why" id="leave-why" label="Why?" hint="Such as: the service ended" value="" />
            <Button variant="warning" name="_do" value="leave">
              Do not ask them any more
            </Button>
          </Form>
        </Details>
      )}
    </div>
  )
}

/** The answer of one agency, for the board’s team: to read, to challenge, to chase, and to follow to done. */
export const agencyPage = page({
  path: '/audits/section-11/:round/:agency',
  permission: 'audit-draw',
  audit: 'a section 11 answer',
  load,
  submit,
  render: (data: AgencyData, ctx: Ctx<Db>, returned) => {
    const { answer, round } = data
    return {
      title: `${answer.agency}: ${round.title}`,
      section: 'audits',
      wide: true,
      body: (
        <AuditFrame ctx={ctx} at="/audits/section-11">
          <BackLink href={roundHref(round)}>{round.title}</BackLink>
          <Problems faults={returned?.faults} />
          {ctx.query.done && <NotificationBanner type="success">Recorded.</NotificationBanner>}
          <Heading over={`Reference ${answer.code}`}>{answer.agency}</Heading>
          <p class="govuk-body-l">
            {answer.finished
              ? `Finished by ${answer.finished.by} on ${longDay(answer.finished.on)}`
              : `${standing(answer, round, ctx.today)}, to answer by ${longDay(round.due)}`}
            . Asked: {answer.contact}
            {answer.email ? `, ${answer.email}` : ''}.
          </p>
          {answer.left && <InsetText>Not asked any more: {answer.left.why}</InsetText>}
          {answer.chased.length > 0 && (
            <ul class="govuk-list govuk-list--bullet">
              {answer.chased.map(c => (
                <li>
                  Reminded on {shortDay(c.on)} by {data.names.get(c.by) ?? 'somebody who has left'}: {c.how}
                </li>
              ))}
            </ul>
          )}
          <Keep data={data} ctx={ctx} returned={returned} />
          {returned?.conflict}
          {answer.documents.length > 0 && (
            <>
              <h2 class="govuk-heading-m">Documents they sent</h2>
              <ul class="govuk-list">
                {answer.documents.map(d => {
                  const kept = keptDocument(d.value)
                  return (
                    <li>
                      <a
                        class="govuk-link"
                        href={roundHref(round, `/${answer.code}/file/${kept?.hash ?? ''}`)}
                      >
                        {kept?.name}
                      </a>
                      , {d.by}, {shortDay(d.on)}
                    </li>
                  )
                })}
              </ul>
            </>
          )}
          {answer.finished ? (
            sectionElevenStandards.map(s => <StandardView s={s} data={data} ctx={ctx} returned={returned} />)
          ) : (
            <p class="govuk-body">
              What they write is read here once they have finished; until then it is theirs.{' '}
              {answer.answers.size > 0 && `Saved last by ${answer.lastBy}.`}
            </p>
          )}
        </AuditFrame>
      ),
    }
  },
})
