import { longDay } from '../../../domain/kernel/day.ts'
import { textOf } from '../../../domain/records/parse.ts'
import { observationResponse } from '../../../domain/records/types/observation.ts'
import { newId } from '../../../store/ids.ts'
import { Form, Once } from '../../../web/form/form.tsx'
import { RecordForm } from '../../../web/form/record-form.tsx'
import { Button, Tag, Textarea } from '../../../web/govuk/index.ts'
import type { Ctx, Returned } from '../../../web/page.ts'
import { GradeTag } from '../file/found.tsx'
import { isTold, type ObservationData, observationHref } from './load.ts'

interface Props {
  readonly data: ObservationData
  readonly ctx: Ctx<unknown>
  readonly returned: Returned | null
}

const VIEWS: Readonly<Record<string, string>> = {
  yes: 'recognises it',
  partly: 'recognises it in part',
  no: 'does not recognise it',
}

function Actions({ data, ctx, returned }: Props) {
  const { actions } = data.o
  if (actions.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">What was agreed</h2>
      <ul class="govuk-list">
        {actions.map(a => (
          <li>
            <p class="govuk-body gt-prose">
              {a.what} By {longDay(a.by)}. {a.done ? `Done on ${longDay(a.done.on)}: ${a.done.what}` : ''}{' '}
              {!a.done && a.by < ctx.today && <Tag colour="yellow">Late</Tag>}
            </p>
            {!a.done && isTold(ctx, data.o) && (
              <Form csrf={ctx.csrf} action={observationHref(data.code)}>
                <Once id={newId(ctx.now)} seq={data.o.seq} />
                <input type="hidden" name="action" value={a.ref} />
                <Textarea
                  name="what"
                  id={`what-${a.ref}`}
                  label="What did you do, and what came of it?"
                  rows={2}
                  value={
                    textOf(returned?.typed ?? {}, 'action') === a.ref
                      ? textOf(returned?.typed ?? {}, 'what')
                      : ''
                  }
                  error={
                    textOf(returned?.typed ?? {}, 'action') === a.ref ? returned?.faults.what : undefined
                  }
                />
                <Button variant="secondary" name="_do" value="done">
                  It is done<span class="govuk-visually-hidden">: {a.what}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Response({ data, ctx, returned }: Props) {
  const { response } = data.o
  if (response)
    return (
      <>
        <h2 class="govuk-heading-m">Their answer</h2>
        <p class="govuk-body gt-prose">
          {data.names.get(data.o.observed)} {VIEWS[response.view]} ({longDay(response.on)}): {response.will}
        </p>
      </>
    )
  if (!isTold(ctx, data.o)) return <p class="govuk-body">It is not answered yet.</p>
  return (
    <>
      <h2 class="govuk-heading-m">Your answer</h2>
      <RecordForm
        ctx={ctx}
        type={observationResponse}
        id={newId(ctx.now)}
        seq={data.o.seq}
        returned={returned}
        action={observationHref(data.code)}
      >
        <Button name="_do" value="respond">
          Answer
        </Button>
      </RecordForm>
    </>
  )
}

/** What was seen, for who was observed and those who may read it: each standard, what was agreed, and the answer. */
export function Told(props: Props) {
  const { data } = props
  const { found } = data.o
  if (!found) return null
  return (
    <>
      <p class="govuk-body">
        <strong>Over all:</strong> <GradeTag grade={found.overall} />{' '}
        <span class="gt-prose">{found.overallWhy}</span>
      </p>
      {data.tool.standards.map(s => {
        const f = found.standards.find(x => x.standard === s.code)
        return (
          <section>
            <h2 class="govuk-heading-s">
              {s.title} {f?.grade && <GradeTag grade={f.grade} />}
            </h2>
            {f?.why && <p class="govuk-body gt-prose">{f.why}</p>}
            {f?.good && <p class="govuk-body gt-prose">Good practice: {f.good}</p>}
          </section>
        )
      })}
      <Actions {...props} />
      <Response {...props} />
    </>
  )
}
