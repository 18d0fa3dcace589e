import { longDay, shortDay } from '../../../domain/kernel/day.ts'
import { actionDue, challengeViews, ratingNow, ratings } from '../../../domain/quality/section-11.ts'
import { sectionElevenStandards } from '../../../domain/quality/section-11-standards.ts'
import { type Faults, type Typed, textOf } from '../../../domain/records/parse.ts'
import { Form, Problems } from '../../../web/form/form.tsx'
import { Button, NotificationBanner, SummaryList, Textarea, TextInput } from '../../../web/govuk/index.ts'
import { Heading } from '../../../web/layout/layout.tsx'
import type { Html } from '../../../web/page.ts'
import { AT, Pass } from './public-form.tsx'
import type { Opened } from './public-open.ts'

const STATE = {
  open: 'Open',
  said: 'You said it is done; the board’s team looks',
  done: 'Done, and seen',
} as const

function Standard({ opened, code }: { opened: Opened; code: string }) {
  const { answer } = opened
  const a = answer.answers.get(code)
  const challenge = answer.challenges.get(code)
  const action = answer.actions.get(code)
  const due = actionDue(answer, code)
  const now = ratingNow(answer, code)
  return (
    <SummaryList
      rows={[
        { key: 'You said', value: a?.rating ? ratings[a.rating] : '' },
        a?.evidence != null && { key: 'What shows it', value: <span class="gt-prose">{a.evidence}</span> },
        challenge !== undefined && {
          key: 'The board’s answer',
          value: (
            <span class="gt-prose">
              {challengeViews[challenge.view]}. Stands as: {now ? ratings[now] : ''}. {challenge.why}
            </span>
          ),
        },
        a?.action != null && {
          key: 'What you do',
          value: (
            <span class="gt-prose">
              {a.action} ({a.owner}
              {due ? `, by ${shortDay(due)}` : ''}). {action ? STATE[action.state] : ''}
              {action?.state === 'open' && action.words ? `: ${action.words}` : ''}
            </span>
          ),
        },
      ]}
    />
  )
}

function SayDone({ opened, typed, faults }: { opened: Opened; typed: Typed; faults: Faults }) {
  const open = sectionElevenStandards.filter(s => opened.answer.actions.get(s.code)?.state === 'open')
  const [first] = open
  if (!first) return null
  return (
    <>
      <h2 class="govuk-heading-m">Say that something is done</h2>
      {open.map(s => (
        <Form csrf="" action={AT} class="gt-s11-done">
          <Pass typed={typed} />
          <input type="hidden" name="standard" value={s.code} />
          <h3 class="govuk-heading-s">{opened.answer.answers.get(s.code)?.action}</h3>
          <Textarea
            name="what"
            id={`what-${s.code}`}
            label="What was done?"
            rows={2}
            value={textOf(typed, 'standard') === s.code ? textOf(typed, 'what') : ''}
            {...(faults[`what-${s.code}`] ? { error: faults[`what-${s.code}`] } : {})}
          />
          <TextInput
            name="by"
            id={`by-${s.code}`}
            label="Your name and post"
            value={textOf(typed, 'by')}
            autocomplete="off"
            {...(faults[`by-${s.code}`] ? { error: faults[`by-${s.code}`] } : {})}
          />
          <Button variant="secondary" name="_do" value="done" preventDoubleClick>
            It is done<span class="govuk-visually-hidden">: {s.title}</span>
          </Button>
        </Form>
      ))}
    </>
  )
}

/** What the agency sent, and what the board’s team says to it: its own, and no other’s. */
export function sentPage(opened: Opened, typed: Typed, faults: Faults, said: string | null): Html {
  const { answer, round } = opened
  return {
    title: `${round.title}: ${answer.agency}`,
    body: (
      <>
        <Problems faults={faults} />
        {said && <NotificationBanner type="success">{said}</NotificationBanner>}
        <Heading over={answer.agency}>{round.title}</Heading>
        {answer.finished && (
          <p class="govuk-body-l">
            Finished by {answer.finished.by} on {longDay(answer.finished.on)}. Come back with the same
            reference and code to see what the board says, and to tell it what is done.
          </p>
        )}
        <SayDone opened={opened} typed={typed} faults={faults} />
        {sectionElevenStandards.map(s => (
          <>
            <h2 class="govuk-heading-s">{s.title}</h2>
            <Standard opened={opened} code={s.code} />
          </>
        ))}
      </>
    ),
  }
}
