import { type Allegation, isOpen } from '../../domain/allegations/allegation.ts'
import { type NextStep, nextSteps } from '../../domain/allegations/next.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import { momentWords } from '../../domain/kernel/london.ts'
import { dueWords } from '../../domain/timescales/words.ts'
import type { Db } from '../../store/connection.ts'
import { Button, Details, Table } from '../../web/govuk/index.ts'
import { AllegationsFrame } from '../../web/layout/allegations-frame.tsx'
import { type Ctx, page } from '../../web/page.ts'
import { Clocks } from './clocks.tsx'
import { Facts } from './facts.tsx'
import { type AllegationData, loadAllegation } from './load.ts'
import { allegationHref } from './said.tsx'
import { EverythingWritten } from './written.tsx'

const stepHref = (a: Allegation, s: NextStep): string =>
  allegationHref(a, s.action ? `/action/${s.action}` : `/record/${s.record}`)

function Next({ allegation: a, today }: { allegation: Allegation; today: Day }) {
  const steps = nextSteps(a, today)
  return (
    <section aria-labelledby="next">
      <h2 class="govuk-heading-m" id="next">
        What comes next
      </h2>
      {steps.length === 0 ? (
        <p class="govuk-body">
          {isOpen(a) ? 'Nothing waits.' : `Nothing: it was over on ${longDay(a.closed ?? a.received)}.`}
        </p>
      ) : (
        <ul class="govuk-list govuk-list--spaced">
          {steps.map(s => (
            <li>
              <a class="govuk-link" href={stepHref(a, s)}>
                {s.words}
              </a>
              {s.due && (
                <span class={s.due < today ? 'gt-line gt-overdue' : 'gt-line gt-quiet'}>
                  {dueWords(s.due, today)}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What can be written now, beside what comes next. */
const OFFERED: readonly (readonly [
  code: string,
  text: string,
  when: 'open' | 'managed' | 'over' | 'always',
])[] = [
  ['allegation-note', 'Write a note', 'always'],
  ['allegation-meeting', 'Record a meeting or review', 'open'],
  ['allegation-action', 'Add an action', 'open'],
  ['allegation-outcome', 'Record the outcome', 'managed'],
  ['allegation-referral', 'Record a referral to a barring service or regulator', 'always'],
  ['allegation-reopened', 'Take it up again', 'over'],
]

const offers = (a: Allegation, when: (typeof OFFERED)[number][2]): boolean =>
  when === 'always' ||
  (when === 'open' && isOpen(a)) ||
  (when === 'managed' && a.state === 'managed') ||
  (when === 'over' && !isOpen(a))

const Ways = ({ a }: { a: Allegation }) => (
  <>
    <h2 class="govuk-heading-m">Write in this file</h2>
    <ul class="govuk-list govuk-list--spaced">
      {OFFERED.filter(([, , when]) => offers(a, when)).map(([code, text]) => (
        <li>
          <a class="govuk-link" href={allegationHref(a, `/record/${code}`)}>
            {text}
          </a>
        </li>
      ))}
      <li>
        <a class="govuk-link" href="/allegations/holds">
          Place a legal hold
        </a>
      </li>
    </ul>
  </>
)

const Looked = ({ data }: { data: AllegationData }) => (
  <Details summary="Who opened this file last">
    {data.looks.length === 0 ? (
      <p class="govuk-body">Nobody before you.</p>
    ) : (
      <Table
        caption="Who opened this file last"
        captionClass="govuk-visually-hidden"
        head={['When', 'Who']}
        rows={data.looks.map(l => [momentWords(l.at), l.name ?? 'Somebody who has left'])}
      />
    )}
  </Details>
)

/** One allegation: what comes next, how it stands, its timescales, and everything that was written. */
export const allegationPage = page({
  path: '/allegations/file/:file',
  permission: 'allegations',
  audit: 'an allegation',
  load: loadAllegation,
  render: (data: AllegationData, ctx: Ctx<Db>) => {
    const { allegation: a } = data
    const [step] = nextSteps(a, ctx.today)
    return {
      title: `Allegation ${a.code}`,
      section: 'allegations',
      wide: true,
      body: (
        <AllegationsFrame at="/allegations/file">
          <span class="govuk-caption-l">Allegation {a.code}</span>
          <h1 class="govuk-heading-l">{a.adult}</h1>
          {step && a.state === 'deciding' && (
            <Button href={allegationHref(a, '/record/allegation-considered')}>Decide on the threshold</Button>
          )}
          <div class="gt-columns">
            <div>
              <Facts data={data} today={ctx.today} />
            </div>
            <div>
              <Next allegation={a} today={ctx.today} />
              <Ways a={a} />
              <Clocks allegation={a} today={ctx.today} />
            </div>
          </div>
          <EverythingWritten data={data} />
          <Looked data={data} />
        </AllegationsFrame>
      ),
    }
  },
})
