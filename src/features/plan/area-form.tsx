import type { Finding } from '../../domain/improvement/fold-findings.ts'
import { partsOf } from '../../domain/improvement/source.ts'
import { rawAnswers, type Typed, textOf } from '../../domain/records/parse.ts'
import { without } from '../../domain/records/read-form.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { findingAdded, findingConfirmed, findingSetAside } from '../../domain/records/types/plan.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { Form, Once } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { Button } from '../../web/govuk/index.ts'
import type { Ctx, Returned } from '../../web/page.ts'
import type { InspectionData } from './inspection.tsx'

export type What = 'correct' | 'aside' | 'add'

export const types: Readonly<Record<What, RecordType>> = {
  correct: without(findingConfirmed, 'finding'),
  aside: without(findingSetAside, 'finding'),
  add: findingAdded,
}

const BUTTON: Readonly<Record<What, string>> = {
  correct: 'Confirm as corrected',
  aside: 'Set it aside',
  add: 'Add it',
}

const isWhat = (text: string): text is What => Object.hasOwn(types, text)

const FEW: Readonly<Record<string, 'sections' | 'bands'>> = { section: 'sections', band: 'bands' }

/** A form offers only the parts and times that the report's own framework has. */
function offered(type: RecordType, inspection: InspectionData['inspection']): RecordType {
  const framework = partsOf(inspection)
  const fields = Object.entries(type.fields).flatMap(([name, field]) => {
    const list = FEW[name]
    if (!list) return [[name, field] as const]
    const choices = Object.fromEntries(framework[list].map(c => [c.code, c.title]))
    return framework[list].length === 0
      ? []
      : [[name, { ...field, kind: { ...field.kind, choices } }] as const]
  })
  return { ...type, fields: Object.fromEntries(fields) }
}

/** Which one form of the page is open: the one that came back, or the one asked for. */
export function openForm(
  ctx: Ctx<Db>,
  returned: Returned | null,
): { readonly what: What; readonly finding: string | null } | null {
  const sent = textOf(returned?.typed ?? {}, '_do')
  if (returned)
    return isWhat(sent) ? { what: sent, finding: textOf(returned.typed, 'finding') || null } : null
  const { correct, aside, add } = ctx.query
  if (correct) return { what: 'correct', finding: correct }
  if (aside) return { what: 'aside', finding: aside }
  return add ? { what: 'add', finding: null } : null
}

const asRead = (f: Finding): Typed =>
  rawAnswers(findingConfirmed, {
    text: f.text,
    section: f.section,
    band: f.band,
    due: f.due,
    agencies: f.agencies.join('\n'),
    paragraph: f.paragraph,
  })

interface AreaFormProps {
  readonly data: InspectionData
  readonly ctx: Ctx<Db>
  readonly returned: Returned | null
  readonly finding: Finding | null
  readonly what: What
}

/** The one open form of the page: to correct an area, set it aside, or add one. */
export function AreaForm({ data, ctx, returned, finding, what }: AreaFormProps) {
  const before = finding && what === 'correct' ? asRead(finding) : {}
  const typed = returned?.typed ?? before
  return (
    <Form csrf={ctx.csrf} action={`${data.at}/areas`} class="gt-area__form">
      <input type="hidden" name="_do" value={what} />
      <Once typed={returned?.typed} id={newId(ctx.now)} seq={data.seq} />
      {finding && <input type="hidden" name="finding" value={finding.id} />}
      {returned?.conflict}
      <RecordFields
        type={offered(types[what], data.inspection)}
        typed={typed}
        faults={returned?.faults ?? {}}
        today={ctx.today}
        fresh={!returned}
        people={[]}
      />
      <div class="govuk-button-group">
        <Button>{BUTTON[what]}</Button>
        <a class="govuk-link" href={`${data.at}${finding ? `#area-${finding.id}` : ''}`}>
          Leave it
        </a>
      </div>
    </Form>
  )
}
