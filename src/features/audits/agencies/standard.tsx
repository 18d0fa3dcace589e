import { shortDay } from '../../../domain/kernel/day.ts'
import {
  actionDue,
  challengeViews,
  RATINGS,
  ratingNow,
  ratings,
  type SectionElevenStandard,
} from '../../../domain/quality/section-11.ts'
import { textOf } from '../../../domain/records/parse.ts'
import { newId } from '../../../store/ids.ts'
import { Form, Once } from '../../../web/form/form.tsx'
import { Button, Details, Radios, SummaryList, Tag, Textarea, TextInput } from '../../../web/govuk/index.ts'
import type { Ctx, Returned } from '../../../web/page.ts'
import type { AgencyData } from './agency.tsx'
import { named } from './standard-submit.ts'

interface Props {
  readonly s: SectionElevenStandard
  readonly data: AgencyData
  readonly ctx: Ctx<unknown>
  readonly returned: Returned | null
}

const typedFor = ({ s, returned }: Props) =>
  returned && textOf(returned.typed, 'standard') === s.code ? returned : null

const field = (props: Props, name: string) => {
  const own = typedFor(props)
  const at = named(props.s.code, name)
  const error = own?.faults[at]
  return { name: at, value: own ? textOf(own.typed, at) : '', ...(error ? { error } : {}) }
}

function Challenge(props: Props) {
  const { s, data, ctx } = props
  const own = typedFor(props)
  const mine = own !== null && textOf(own.typed, '_do') === 'challenge'
  return (
    <Details
      summary={data.answer.challenges.has(s.code) ? 'Look at it again' : 'Agree with it, or challenge it'}
      open={mine}
    >
      <Form csrf={ctx.csrf}>
        <Once typed={own?.typed} id={newId(ctx.now)} seq={data.answer.seq} />
        <input type="hidden" name="standard" value={s.code} />
        <Radios
          {...field(props, 'view')}
          legend="What do you say of their own rating?"
          small
          items={Object.entries(challengeViews).map(([value, text]) => ({ value, text }))}
        />
        <Radios
          {...field(props, 'agreed')}
          legend="Which rating stands?"
          small
          items={RATINGS.map(r => ({ value: r, text: ratings[r] }))}
        />
        <Textarea {...field(props, 'why')} label="Why?" rows={3} />
        <TextInput
          {...field(props, 'who')}
          label="Who looked at it?"
          hint="Somebody of another agency, or of the board’s team. Such as: Pat Wren of the police, for the board"
        />
        <Button variant="secondary" name="_do" value="challenge">
          Record<span class="govuk-visually-hidden">: {s.title}</span>
        </Button>
      </Form>
    </Details>
  )
}

function Seen(props: Props) {
  const { s, data, ctx } = props
  const own = typedFor(props)
  const action = data.answer.actions.get(s.code)
  if (!action || action.state === 'done') return null
  const mine = own !== null && textOf(own.typed, '_do') === 'seen'
  return (
    <Details summary="Look whether it is done" open={mine}>
      <Form csrf={ctx.csrf}>
        <Once typed={own?.typed} id={newId(ctx.now)} seq={data.answer.seq} />
        <input type="hidden" name="standard" value={s.code} />
        <Radios
          {...field(props, 'done')}
          legend="Is it done?"
          small
          inline
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
        />
        <Textarea {...field(props, 'what')} label="What did you see?" rows={2} />
        <TextInput
          {...field(props, 'again')}
          label="If not: by when now?"
          hint="Such as 31/3/2027"
          width={10}
        />
        <Button variant="secondary" name="_do" value="seen">
          Record<span class="govuk-visually-hidden">: {s.title}</span>
        </Button>
      </Form>
    </Details>
  )
}

const STATE = { open: 'Open', said: 'Said to be done', done: 'Done' } as const

/** One standard of an agency’s answer: what it says, what was said to that, and what it does. */
export function StandardView(props: Props) {
  const { s, data, ctx } = props
  const { answer, earlier } = data
  const own = answer.answers.get(s.code)
  const now = ratingNow(answer, s.code)
  const was = earlier ? ratingNow(earlier, s.code) : null
  const challenge = answer.challenges.get(s.code)
  const action = answer.actions.get(s.code)
  const due = actionDue(answer, s.code)
  return (
    <section class="gt-audit-standard" id={`standard-${s.code}`}>
      <h2 class="govuk-heading-m">{s.title}</h2>
      <SummaryList
        rows={[
          {
            key: 'They say',
            value: `${own?.rating ? ratings[own.rating] : ''}${was ? ` (the round before: ${ratings[was].toLowerCase()})` : ''}`,
          },
          { key: 'What shows it', value: <span class="gt-prose">{own?.evidence}</span> },
          challenge !== undefined && {
            key: 'Looked at',
            value: (
              <span class="gt-prose">
                {challengeViews[challenge.view]}. Stands as: {now ? ratings[now].toLowerCase() : ''}.{' '}
                {challenge.why} ({challenge.who}, written by{' '}
                {data.names.get(challenge.by) ?? 'somebody who has left'}, {shortDay(challenge.on)})
              </span>
            ),
          },
          own?.action != null && {
            key: 'What they do',
            value: (
              <span class="gt-prose">
                {own.action} ({own.owner}
                {due ? `, by ${shortDay(due)}` : ''}). {action ? STATE[action.state] : ''}
                {action?.words ? `: ${action.words}` : ''}{' '}
                {action?.state === 'open' && due !== null && due < ctx.today && (
                  <Tag colour="yellow">Late</Tag>
                )}
              </span>
            ),
          },
        ]}
      />
      <div class="gt-not-printed">
        <Challenge {...props} />
        <Seen {...props} />
      </div>
    </section>
  )
}
