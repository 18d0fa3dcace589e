import { type Alike, type Part as OwnPart, sameWords } from '../../../domain/assessment/own-parts.ts'
import { type Section, sections } from '../../../domain/assessment/sections.ts'
import { type Typed, textOf } from '../../../domain/records/parse.ts'
import { partOf } from '../../../domain/records/parts.ts'
import { assessment } from '../../../domain/records/types/assessment.ts'
import type { Db } from '../../../store/connection.ts'
import { newId } from '../../../store/ids.ts'
import { Begun, Form, Problems } from '../../../web/form/form.tsx'
import { RecordFields } from '../../../web/form/record-fields.tsx'
import { type ChildCtx, childPage, type Returned } from '../../../web/page.ts'
import { ChildFrame, childTitle } from '../frame.tsx'
import { namesIn } from './alike.ts'
import { AssessmentClocks } from './clocks.tsx'
import { Contents, EnterRecords, isConfidential, isYoung, Part, Sending } from './form.tsx'
import { Choose } from './together-choose.tsx'
import {
  type Assessed,
  loadTogether,
  ownQuestions,
  prefixOf,
  sharedQuestions,
  TOGETHER,
  type TogetherData,
} from './together-load.ts'
import { submitTogether, typedOf } from './together-submit.ts'
import { Under } from './under.tsx'

const shared: readonly Section[] = sections
  .map(s => ({ ...s, fields: s.fields.filter(f => sharedQuestions.includes(f)) }))
  .filter(s => s.fields.length > 0)

interface FormProps {
  readonly ctx: ChildCtx<Db>
  readonly data: TogetherData
  readonly typed: Typed
  readonly returned: Returned | null
}

/** Where one child's part says the same as another's, told while it is written. It stands in nobody's way yet. */
function alikeWith(of: Assessed, { data, typed }: FormProps): readonly Alike[] {
  const parts = data.children.map(
    (c): OwnPart => ({ child: c.child.id, names: namesIn(c.view.file.person), answers: typedOf(typed, c) }),
  )
  const mine = parts.find(p => p.child === of.child.id)
  return mine ? sameWords(assessment, mine, parts) : []
}

function Own({ of, ...form }: FormProps & { of: Assessed }) {
  const { ctx, data, typed, returned } = form
  const prefix = prefixOf(of.child)
  const own = partOf(typed, prefix)
  const alike = alikeWith(of, form)
  const called = (id: string) => data.children.find(c => c.child.id === id)?.child.called ?? ''
  const at = { ...ctx, child: of.child }
  return (
    <section class="gt-assess-child" id={`part-${of.child.code}`} aria-labelledby={`title-${of.child.code}`}>
      <h2 class="govuk-heading-m" id={`title-${of.child.code}`}>
        {of.child.called}
      </h2>
      <AssessmentClocks view={of.view} ctx={at} />
      <input type="hidden" name={`${prefix}_entry`} value={textOf(own, '_entry') || newId(ctx.now)} />
      <input type="hidden" name={`${prefix}_basis`} value={textOf(own, '_basis') || of.view.seq} />
      {own._seen !== undefined && (
        <input type="hidden" name={`${prefix}_seen`} value={textOf(own, '_seen')} />
      )}
      <RecordFields
        type={assessment}
        typed={typed}
        faults={returned?.faults ?? {}}
        today={ctx.today}
        fresh={false}
        people={[]}
        only={ownQuestions}
        prefix={prefix}
        young={isYoung(of.view.file, ctx.today)}
        under={name => (
          <>
            {alike
              .filter(a => a.field === name)
              .map(a => (
                <p class="gt-assess-same govuk-body">
                  This says the same as {called(a.with)}’s. Say what is true of {of.child.called} before it
                  can be signed off.
                </p>
              ))}
            <Under name={name} view={of.view} ctx={at} typed={own} />
          </>
        )}
      />
    </section>
  )
}

function TogetherForm(form: FormProps) {
  const { ctx, data, typed, returned } = form
  const at = `/child/${ctx.child.code}/${TOGETHER}`
  return (
    <Form csrf={ctx.csrf} action={at} draft={`${at}?keep=script`} class="gt-assess">
      <EnterRecords />
      {data.children.slice(1).map(c => (
        <input type="hidden" name="_with" value={c.child.code} />
      ))}
      {returned?.conflict}
      {shared.map(part => (
        <Part part={part}>
          <RecordFields
            type={assessment}
            typed={typed}
            faults={returned?.faults ?? {}}
            today={ctx.today}
            fresh={!returned && !data.draft}
            people={[]}
            only={part.fields}
          />
        </Part>
      ))}
      {data.children.map(of => (
        <Own {...form} of={of} />
      ))}
      <Sending ctx={ctx} confidential={isConfidential(typed)} />
    </Form>
  )
}

const parts = ({ children }: TogetherData) => [
  ...shared,
  ...children.map(({ child }) => ({ code: child.code, title: child.called })),
]

/** Brothers and sisters assessed together: what they share is written once, and each has a part of their own. */
export const togetherPage = childPage({
  path: `/child/:child/${TOGETHER}`,
  permission: assessment.permission,
  audit: 'assess brothers and sisters together',
  load: loadTogether,
  submit: submitTogether,
  render: (data: TogetherData, ctx: ChildCtx<Db>, returned) => {
    const typed = returned?.typed ?? data.draft?.typed ?? data.start
    return {
      title: childTitle(ctx, 'Assessment of brothers and sisters'),
      section: 'find',
      wide: true,
      body: (
        <ChildFrame ctx={ctx} file={data.view.file} tab="record" on={ctx.today}>
          <Problems faults={returned?.faults} />
          <h1 class="govuk-heading-l">Assessment of brothers and sisters</h1>
          {data.children.length < 2 ? (
            <Choose ctx={ctx} data={data} />
          ) : (
            <>
              {!returned && <Begun draft={data.draft} />}
              <p class="govuk-body">
                Each child gets an assessment in their own file.{' '}
                <a class="govuk-link" href={`/child/${ctx.child.code}/${TOGETHER}?choose=again`}>
                  Choose other children
                </a>
              </p>
              <Contents parts={parts(data)} />
              <TogetherForm ctx={ctx} data={data} typed={typed} returned={returned} />
            </>
          )}
        </ChildFrame>
      ),
    }
  },
})
