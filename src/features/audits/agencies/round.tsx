import { longDay } from '../../../domain/kernel/day.ts'
import { isLate } from '../../../domain/quality/section-11.ts'
import { textOf } from '../../../domain/records/parse.ts'
import { roundClosed } from '../../../domain/records/types/section-11.ts'
import type { Db } from '../../../store/connection.ts'
import { newId } from '../../../store/ids.ts'
import { Form, Once, Problems } from '../../../web/form/form.tsx'
import { Button, Details, InsetText, NotificationBanner, Textarea } from '../../../web/govuk/index.ts'
import { Heading } from '../../../web/layout/layout.tsx'
import { type Ctx, type Outcome, page, type Returned } from '../../../web/page.ts'
import { AuditFrame } from '../frame.tsx'
import { askAgencies } from './ask.ts'
import { readAgencyLines } from './asked-agencies.ts'
import { AgencyHeat, Counts } from './heat.tsx'
import { lettersPage } from './letters.tsx'
import { loadRound, type RoundData, roundHref } from './load.ts'
import { Agencies, AgencyActions, RoundThemes } from './round-parts.tsx'
import { writeForm } from './write.ts'

async function submit(ctx: Ctx<Db>, data: RoundData): Promise<Outcome> {
  const { round, may, agencies } = data
  if (!may) return { refused: 'Whoever shares out audits keeps the rounds. Ask them.' }
  const go = { go: roundHref(round) }
  if (round.closed !== null) return go
  if (textOf(ctx.typed, '_do') === 'close') {
    const subject = { id: round.id, kind: 'section-11' as const, code: round.code }
    return (
      (await writeForm(ctx, subject, roundClosed, { at: 'why' })) ?? { go: `${roundHref(round)}?done=yes` }
    )
  }
  const lines = readAgencyLines(
    textOf(ctx.typed, 'agencies'),
    agencies.map(a => a.agency),
  )
  if ('fault' in lines) return { again: { typed: ctx.typed, faults: { agencies: lines.fault } } }
  return { shown: await lettersPage(ctx, round, await askAgencies(ctx, round.code, lines.agencies)) }
}

function Keep({ data, ctx, returned }: { data: RoundData; ctx: Ctx<Db>; returned: Returned | null }) {
  if (!data.may || data.round.closed !== null) return null
  const error = returned?.faults.agencies
  return (
    <div class="gt-not-printed">
      <Details summary="Ask more agencies" open={error !== undefined}>
        <Form csrf={ctx.csrf}>
          <Textarea
            name="agencies"
            label="Which agencies?"
            hint="One a line: agency; who is asked; email"
            rows={3}
            value={textOf(returned?.typed ?? {}, 'agencies')}
            {...(error ? { error } : {})}
          />
          <Button variant="secondary" name="_do" value="ask" preventDoubleClick>
            Make the letters
          </Button>
        </Form>
      </Details>
      <Details summary="Close the round">
        <p class="govuk-body">
          Its codes stop working: agencies can neither answer nor say what is done. What they said stays, and
          you can still record what you see.
        </p>
        <Form csrf={ctx.csrf}>
          <Once typed={returned?.typed} id={newId(ctx.now)} seq={data.round.seq} />
          <Textarea name="why" label="What is to be said of it? (optional)" rows={2} value="" />
          <Button variant="warning" name="_do" value="close" preventDoubleClick>
            Close the round
          </Button>
        </Form>
      </Details>
    </div>
  )
}

/** One round: who has answered, how far each standard is met, what agencies do about it. Members see counts alone. */
export const roundPage = page({
  path: '/audits/section-11/:round',
  permission: 'audit-read',
  audit: 'a section 11 round',
  load: loadRound,
  submit,
  render: (data: RoundData, ctx: Ctx<Db>, returned) => {
    const { round, agencies, board, previous } = data
    const finished = agencies.filter(a => a.finished !== null).length
    const late = agencies.filter(a => isLate(a, round, ctx.today)).length
    return {
      title: round.title,
      section: 'audits',
      wide: true,
      body: (
        <AuditFrame ctx={ctx} at="/audits/section-11">
          <Problems faults={returned?.faults} />
          {ctx.query.done && <NotificationBanner type="success">Recorded.</NotificationBanner>}
          <Heading over="Section 11 audit">{round.title}</Heading>
          <p class="govuk-body-l">
            {finished} of {agencies.length} agencies have finished
            {late > 0 && `, ${late} ${late === 1 ? 'is' : 'are'} late`}. Sent out on {longDay(round.sent)},{' '}
            {round.closed === null
              ? `to be answered by ${longDay(round.due)}.`
              : `closed on ${longDay(round.closed)}.`}
          </p>
          <p class="govuk-body">
            {board && (
              <>
                It reports to the{' '}
                <a class="govuk-link" href={`/boards/board/${board.code}`}>
                  {board.name}
                </a>
                .{' '}
              </>
            )}
            {previous && (
              <>
                Compared with{' '}
                <a class="govuk-link" href={roundHref(previous.round)}>
                  {previous.round.title}
                </a>
                .{' '}
              </>
            )}
            {data.may && (
              <a class="govuk-link" href={roundHref(round, '/answers.csv')} download>
                The answers as a file (CSV)
              </a>
            )}
          </p>
          {data.left.length > 0 && data.named && (
            <InsetText>Not asked any more: {data.left.map(a => a.agency).join(', ')}.</InsetText>
          )}
          {data.named && <Agencies data={data} ctx={ctx} />}
          <Keep data={data} ctx={ctx} returned={returned} />
          {finished === 0 ? (
            <p class="govuk-body">What agencies say is shown here as soon as one has finished.</p>
          ) : (
            <>
              <Counts data={data} />
              {data.named && <AgencyHeat data={data} />}
              <RoundThemes data={data} ctx={ctx} />
              {data.named && <AgencyActions data={data} ctx={ctx} />}
            </>
          )}
        </AuditFrame>
      ),
    }
  },
})
