import type { Finding } from '../../domain/improvement/fold-findings.ts'
import { answersTo } from '../../domain/improvement/plan.ts'
import { partsOf } from '../../domain/improvement/source.ts'
import { shortDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { refOf } from '../../store/queries/plan.ts'
import { Button } from '../../web/govuk/index.ts'
import type { Ctx, Returned } from '../../web/page.ts'
import { AreaForm, openForm } from './area-form.tsx'
import { bandTitle } from './filters.tsx'
import type { InspectionData } from './inspection.tsx'

interface AreasProps {
  readonly data: InspectionData
  readonly ctx: Ctx<Db>
  readonly returned: Returned | null
  readonly may: boolean
}

/** The form in which boxes ticked anywhere on the page are sent. */
const CONFIRM = 'confirm-ticked'

function State({ finding, data }: { finding: Finding; data: InspectionData }) {
  const who = (id: string) => data.names.get(id) ?? 'somebody who has left'
  const { confirmed, setAside } = finding
  if (setAside)
    return (
      <>
        Set aside by {who(setAside.by)}, {shortDay(setAside.on)}: {setAside.why}
      </>
    )
  if (confirmed)
    return (
      <>
        Checked by {who(confirmed.by)}, {shortDay(confirmed.on)}
      </>
    )
  return <strong>As read, not checked yet</strong>
}

function Ways({ finding, data }: { finding: Finding; data: InspectionData }) {
  const { at } = data
  const about = <span class="govuk-visually-hidden">: {finding.text}</span>
  const here = `#area-${finding.id}`
  return (
    <>
      <a class="govuk-link" href={`${at}?correct=${finding.id}${here}`}>
        Correct{about}
      </a>
      {!finding.setAside && (
        <a class="govuk-link" href={`${at}?aside=${finding.id}${here}`}>
          Set aside{about}
        </a>
      )}
      {finding.confirmed && !finding.setAside && (
        <a class="govuk-link" href={`/plan/action/new?inspection=${data.code}&finding=${finding.id}`}>
          Plan an action{about}
        </a>
      )}
    </>
  )
}

function Actions({ finding, data }: { finding: Finding; data: InspectionData }) {
  const { view, inspection } = data
  return view.actions
    .filter(a => answersTo(a).some(s => s.inspection === inspection.id && s.finding === finding.id))
    .map(a => (
      <a class="govuk-link" href={`/plan/action/${view.codes.get(a.id)}`}>
        Action {refOf(view, a)}
        <span class="govuk-visually-hidden">: {a.what}</span>
      </a>
    ))
}

function Area({ finding, number, ...props }: AreasProps & { finding: Finding; number: number }) {
  const { data, may, returned, ctx } = props
  const open = openForm(ctx, returned)
  const isOpen = may && open?.finding === finding.id
  const tick = may && !finding.confirmed && !finding.setAside
  return (
    <li class="gt-area" id={`area-${finding.id}`}>
      <p class={`govuk-body gt-area__text${finding.setAside ? ' gt-struck' : ''}`}>
        <span class="gt-area__number">{number}.</span> {finding.text}
      </p>
      <p class="gt-area__facts">
        <span>{bandTitle(finding.band)}</span>
        <span>{finding.due ? `due ${shortDay(finding.due)}` : 'no day set'}</span>
        <span>{finding.agencies.join(', ') || 'nobody named'}</span>
        {finding.paragraph && <span>paragraph {finding.paragraph}</span>}
      </p>
      <p class="gt-area__facts gt-quiet">
        <span>
          <State finding={finding} data={data} />
        </span>
        <Actions finding={finding} data={data} />
        <a class="govuk-link" href={`/plan/library/beside/${data.code}/${finding.id}`}>
          What others were told<span class="govuk-visually-hidden">: {finding.text}</span>
        </a>
        {may && !isOpen && <Ways finding={finding} data={data} />}
        {tick && !isOpen && (
          <label class="gt-tick">
            <input type="checkbox" name="right" value={finding.id} form={CONFIRM} /> It is right
            <span class="govuk-visually-hidden">: {finding.text}</span>
          </label>
        )}
      </p>
      {isOpen && open && <AreaForm {...props} finding={finding} what={open.what} />}
    </li>
  )
}

/** Every area for improvement, part by part, each with where it stands and what can be done about it. */
export function Areas(props: AreasProps) {
  const { data, ctx, may, returned } = props
  const { inspection } = data
  const unchecked = inspection.findings.filter(f => !f.confirmed && !f.setAside).length
  const adding = may && openForm(ctx, returned)?.what === 'add'
  return (
    <section aria-labelledby="areas">
      <h2 class="govuk-heading-m" id="areas">
        Areas for improvement
      </h2>
      {partsOf(inspection).sections.map(s => {
        const here = inspection.findings.map((f, i) => ({ f, n: i + 1 })).filter(x => x.f.section === s.code)
        return (
          here.length > 0 && (
            <>
              <h3 class="govuk-heading-s">{s.title}</h3>
              <ol class="gt-areas">
                {here.map(({ f, n }) => (
                  <Area {...props} finding={f} number={n} />
                ))}
              </ol>
            </>
          )
        )
      })}
      {inspection.findings.length === 0 && <p class="govuk-body">None was read from the report.</p>}
      {may && unchecked > 0 && (
        <form method="post" action={`${data.at}/areas`} id={CONFIRM} class="govuk-button-group gt-confirm">
          <input type="hidden" name="_csrf" value={ctx.csrf} />
          <Button name="_do" value="confirm-ticked">
            Confirm those ticked
          </Button>
          <Button name="_do" value="confirm-all" variant="secondary">
            All {unchecked} are right: confirm them
          </Button>
        </form>
      )}
      {adding && (
        <div class="gt-area" id="add">
          <h3 class="govuk-heading-s">Add an area</h3>
          <AreaForm {...props} finding={null} what="add" />
        </div>
      )}
    </section>
  )
}
