import { type Day, daysBetween, shortDay } from '../../../domain/kernel/day.ts'
import { actionDue, answered, isLate, roundThemes } from '../../../domain/quality/section-11.ts'
import {
  sectionElevenStandard,
  sectionElevenStandards,
} from '../../../domain/quality/section-11-standards.ts'
import type { Db } from '../../../store/connection.ts'
import { MojScrollablePane, Table, Tag } from '../../../web/govuk/index.ts'
import type { Ctx } from '../../../web/page.ts'
import { type RoundData, roundHref, standing } from './load.ts'

/** Who was asked, and how each stands. */
export function Agencies({ data, ctx }: { data: RoundData; ctx: Ctx<Db> }) {
  const { round, agencies } = data
  return (
    <MojScrollablePane label="Agencies">
      <Table
        caption="Agencies"
        captionSize="m"
        rowHeaders
        head={['Agency', 'Who is asked', 'How it stands', 'Answered', 'Reminded']}
        rows={agencies.map(a => {
          const last = a.chased.at(-1)
          return [
            data.may ? (
              <a class="govuk-link" href={roundHref(round, `/${a.code}`)}>
                {a.agency}
              </a>
            ) : (
              a.agency
            ),
            a.contact,
            <>
              {standing(a, round, ctx.today)}{' '}
              {isLate(a, round, ctx.today) && (
                <Tag colour="yellow">{daysBetween(round.due, ctx.today)} days over</Tag>
              )}
            </>,
            `${answered(a)} of ${sectionElevenStandards.length}`,
            last ? `${a.chased.length}, last on ${shortDay(last.on)}` : 'Never',
          ]
        })}
      />
    </MojScrollablePane>
  )
}

const STATE = { open: 'Open', said: 'Said to be done', done: 'Done' } as const

const dueTag = (state: keyof typeof STATE, due: Day | null, on: Day) =>
  state === 'open' && due !== null && due < on ? <Tag colour="yellow">Late</Tag> : null

/** What agencies said they would do, those open first. */
export function AgencyActions({ data, ctx }: { data: RoundData; ctx: Ctx<Db> }) {
  const rows = data.agencies
    .filter(a => a.finished !== null)
    .flatMap(a =>
      [...a.actions].map(([standard, action]) => ({ a, standard, action, due: actionDue(a, standard) })),
    )
    .toSorted(
      (x, y) =>
        Number(x.action.state === 'done') - Number(y.action.state === 'done') ||
        ((x.due ?? '') < (y.due ?? '') ? -1 : 1),
    )
  if (rows.length === 0) return null
  const done = rows.filter(r => r.action.state === 'done').length
  return (
    <MojScrollablePane label="Actions of agencies">
      <Table
        caption={`Actions of agencies: ${done} of ${rows.length} done`}
        captionSize="m"
        rowHeaders
        head={['Action', 'Agency', 'Standard', 'Who', 'By', 'How it stands']}
        rows={rows.map(({ a, standard, action, due }) => [
          data.may ? (
            <a class="govuk-link" href={roundHref(data.round, `/${a.code}#standard-${standard}`)}>
              {a.answers.get(standard)?.action}
            </a>
          ) : (
            (a.answers.get(standard)?.action ?? '')
          ),
          a.agency,
          sectionElevenStandard(standard)?.title ?? standard,
          a.answers.get(standard)?.owner ?? '',
          due ? shortDay(due) : '',
          <>
            {STATE[action.state]} {dueTag(action.state, due, ctx.today)}
          </>,
        ])}
      />
    </MojScrollablePane>
  )
}

/** What several agencies fall short of, the weakest first, and the way from there into the plan. */
export function RoundThemes({ data, ctx }: { data: RoundData; ctx: Ctx<Db> }) {
  const themes = roundThemes(
    data.agencies.filter(a => a.finished !== null),
    sectionElevenStandards,
  )
  if (themes.length === 0) return null
  const plan = ctx.can('plan-edit').allow
  const href = (t: (typeof themes)[number]) =>
    `/plan/source/new?${new URLSearchParams({
      kind: 'audit-theme',
      title: `${data.round.title}: ${t.standard.title.toLowerCase()}`.slice(0, 150),
      body: 'Section 11 audit',
      text: `${t.standard.title}: met in full by ${t.met} of ${t.of} agencies.`,
      link: roundHref(data.round),
    })}`
  return (
    <MojScrollablePane label="Themes">
      <Table
        caption="Themes: what agencies fall short of, the weakest first"
        captionSize="m"
        rowHeaders
        head={[
          'Standard',
          'Met in full',
          ...(data.named ? ['Who falls short'] : []),
          ...(plan ? ['Plan'] : []),
        ]}
        rows={themes.map(t => [
          t.standard.title,
          `${t.met} of ${t.of}`,
          ...(data.named ? [t.short.map(a => a.agency).join(', ')] : []),
          ...(plan
            ? [
                <a class="govuk-link" href={href(t)}>
                  Make this a source of the plan
                  <span class="govuk-visually-hidden">: {t.standard.title}</span>
                </a>,
              ]
            : []),
        ])}
      />
    </MojScrollablePane>
  )
}
