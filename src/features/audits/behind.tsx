import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { gradeIn } from '../../domain/quality/collate.ts'
import { grades, isGrade } from '../../domain/quality/grades.ts'
import { maySee } from '../../domain/quality/observation.ts'
import { observationTool } from '../../domain/quality/observations.ts'
import type { Db } from '../../store/connection.ts'
import { auditsFound } from '../../store/queries/audit-found.ts'
import { openable } from '../../store/queries/audit-openable.ts'
import { auditTasks } from '../../store/queries/audit-work.ts'
import { coveredBy } from '../../store/queries/covers.ts'
import { readObservations } from '../../store/queries/observations.ts'
import { BackLink, MojScrollablePane, Table } from '../../web/govuk/index.ts'
import { Paging } from '../../web/layout/paging.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../web/page.ts'
import { address, measured, narrowed, readAsked, years } from './asked.ts'
import { AuditFrame } from './frame.tsx'

const SIZE = 50

async function load(ctx: Ctx<Db>) {
  const asked = readAsked(ctx.query)
  const standard = measured(asked.tool).find(s => s.code === ctx.query.standard)
  if (!standard) return { missing: 'There is no such figure. Open it from what audits find.' }
  const { from, to } = years(ctx.today).now
  const only = isGrade(ctx.query.grade) ? ctx.query.grade : null
  const part = ctx.query.part ?? null
  const all = narrowed(await auditsFound(ctx.tx, from, to), asked).filter(a => {
    const grade = gradeIn(a, standard.code)
    return (
      grade !== undefined && (only === null || grade === only) && (part === null || a[asked.split] === part)
    )
  })
  const children = await openable(
    ctx.tx,
    ctx.viewer,
    ctx.now,
    all.flatMap(a => a.child ?? []),
  )
  const covers = await coveredBy(ctx.tx, ctx.viewer.id, ctx.today)
  // Who has still to grade one of them does not learn the other's grade here.
  const blind = new Set(
    (await auditTasks(ctx.tx, ctx.viewer, covers, ctx)).filter(t => t.what === 'grade').map(t => t.audit),
  )
  // An observation is read by those it concerns, also where it is about no child.
  const seen = new Set((await readObservations(ctx.tx)).filter(f => maySee(ctx.viewer, f.o)).map(f => f.o.id))
  const observed = (a: (typeof all)[number]) => observationTool(a.tool) !== undefined
  const mine = all
    .filter(a => (a.child === null || children.has(a.child)) && !blind.has(a.code))
    .filter(a => !observed(a) || seen.has(a.audit))
    .toReversed()
  const number = pageNumber(ctx.query)
  return found({
    asked,
    standard,
    only,
    part,
    total: all.length,
    mine: mine.slice((number - 1) * SIZE, number * SIZE),
    shown: mine.length,
    children,
    number,
  })
}

type Data = DataOf<typeof load>

/** The audits behind a figure: those of children whose files the viewer may open; the others are counted. */
export const behindPage = page({
  path: '/audits/behind',
  permission: 'children-behind',
  audit: 'the audits behind a figure',
  load,
  render: (data: Data, ctx: Ctx<Db>) => {
    const { asked, standard, only, part } = data
    const title = [standard.title, only && grades[only].toLowerCase(), part].filter(Boolean).join(', ')
    const more = { standard: standard.code, ...(only ? { grade: only } : {}), ...(part ? { part } : {}) }
    return {
      title: `Audits behind: ${title}`,
      section: 'audits',
      wide: true,
      body: (
        <AuditFrame ctx={ctx} at="/audits">
          <BackLink href={address('/audits', asked)}>What audits find</BackLink>
          <span class="govuk-caption-l">{asked.tool.title}, the last twelve months</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body-l">
            {data.total === 1 ? '1 audit' : `${data.total} audits`}
            {data.shown < data.total &&
              `, ${data.shown} of them of children whose files you may open${observationTool(asked.tool.code) ? ', and yours to read' : ''}. The others are counted and not listed.`}
          </p>
          {data.mine.length > 0 && (
            <MojScrollablePane label="Audits">
              <Table
                caption="Audits"
                captionClass="govuk-visually-hidden"
                rowHeaders
                head={['Audit', 'Child', 'Team', 'Finished', standard.title]}
                rows={data.mine.map(a => {
                  const child = a.child === null ? undefined : data.children.get(a.child)
                  const grade = gradeIn(a, standard.code)
                  return [
                    <a
                      class="govuk-link"
                      href={
                        observationTool(a.tool)
                          ? `/audits/observation/${a.code}`
                          : `/child/${child?.code}/audit/${a.code}`
                      }
                    >
                      {a.code}
                    </a>,
                    child ? calledBy(child, child.code) : 'No child',
                    a.team,
                    longDay(a.on),
                    grade ? grades[grade] : '',
                  ]
                })}
              />
            </MojScrollablePane>
          )}
          <Paging
            number={data.number}
            pages={Math.max(1, Math.ceil(data.shown / SIZE))}
            link={n => address('/audits/behind', asked, { ...more, page: String(n) })}
          />
        </AuditFrame>
      ),
    }
  },
})
