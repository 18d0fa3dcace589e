import { type PaperKind, paperKinds } from '../../../domain/improvement/paper-kinds.ts'
import { formDay } from '../../../domain/records/kinds/day.ts'
import { type Faults, type Typed, textOf } from '../../../domain/records/parse.ts'
import type { Db } from '../../../store/connection.ts'
import { readBoards } from '../../../store/queries/boards.ts'
import type { PlanView } from '../../../store/queries/plan.ts'
import { Radios, Select, TextInput } from '../../../web/govuk/index.ts'
import type { Ctx } from '../../../web/page.ts'
import { inspectionName } from '../frame.tsx'

/** Whom papers go to here: the boards that are kept, and the usual bodies. */
export async function bodiesOf(ctx: Ctx<Db>): Promise<readonly string[]> {
  const boards = (await readBoards(ctx.tx)).map(b => b.name)
  return [...new Set([...boards, ...Object.values(paperKinds).map(k => k.body)])]
}

interface Props {
  readonly typed: Typed
  readonly faults: Faults
  readonly view: PlanView
  readonly bodies: readonly string[]
  readonly today: Ctx<Db>['today']
  /** Asked only of a paper that is begun. */
  readonly kind?: true
}

/** The questions about a paper as a whole: which, for whom, of which days. */
export function AboutFields({ typed, faults, view, bodies, today, kind }: Props) {
  const text = (name: string) => textOf(typed, name)
  const kinds = Object.keys(paperKinds).filter((k): k is PaperKind => k in paperKinds)
  return (
    <>
      {kind && (
        <Radios
          name="kind"
          legend={{ text: 'Which paper?', size: 's' }}
          value={text('kind')}
          error={faults.kind}
          items={kinds.map(k => ({ value: k, text: paperKinds[k].title, hint: paperKinds[k].says }))}
        />
      )}
      <TextInput
        name="body"
        label={{ text: 'For whom? (optional)', size: 's' }}
        hint="Left blank, it is for the usual board of such a paper."
        value={text('body')}
        error={faults.body}
        attributes={{ list: 'bodies' }}
      />
      <datalist id="bodies">
        {bodies.map(b => (
          <option value={b} />
        ))}
      </datalist>
      <TextInput
        name="meeting"
        label={{ text: 'Day of the meeting, or of the letter', size: 's' }}
        hint="For example, 27/3/2026."
        width={10}
        value={text('meeting')}
        error={faults.meeting}
      />
      <TextInput
        name="asAt"
        label={{ text: 'Figures as at', size: 's' }}
        hint="The plan and its figures as they stood on this day."
        width={10}
        value={text('asAt') || formDay(today)}
        error={faults.asAt}
      />
      <TextInput
        name="since"
        label={{ text: 'Compared with (optional)', size: 's' }}
        hint="It is compared with the last final paper of its kind for the same body. Where there is none, with this day."
        width={10}
        value={text('since')}
        error={faults.since}
      />
      <Select
        name="inspection"
        label={{ text: 'About', size: 's' }}
        hint="A Cabinet paper or a letter is about one report: the latest, where you choose none."
        value={text('inspection')}
        error={faults.inspection}
        items={[
          { value: '', text: 'The whole plan' },
          ...view.inspections.map(i => ({ value: i.id, text: inspectionName(i) })),
        ]}
      />
    </>
  )
}
