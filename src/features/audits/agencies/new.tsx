import { addMonths } from '../../../domain/kernel/day.ts'
import { asking, NONE, picking, unpicked } from '../../../domain/records/asked.ts'
import { formDay } from '../../../domain/records/kinds/day.ts'
import { textOf } from '../../../domain/records/parse.ts'
import { readForm } from '../../../domain/records/read-form.ts'
import { roundBegun } from '../../../domain/records/types/section-11.ts'
import type { Db } from '../../../store/connection.ts'
import { entryBy } from '../../../store/entry-by.ts'
import { BROKEN } from '../../../store/guarded.ts'
import { isId, newId } from '../../../store/ids.ts'
import { findSubject } from '../../../store/ledger.ts'
import { startNumbered } from '../../../store/numbered.ts'
import { readBoards } from '../../../store/queries/boards.ts'
import { readAgencies, readRounds } from '../../../store/queries/section-11.ts'
import { Problems } from '../../../web/form/form.tsx'
import { NewFileForm } from '../../../web/form/new-file-form.tsx'
import { BackLink, Button, Textarea } from '../../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../../web/page.ts'
import { askAgencies } from './ask.ts'
import { readAgencyLines } from './asked-agencies.ts'
import { lettersPage } from './letters.tsx'

async function load(ctx: Ctx<Db>) {
  const [boards, [last]] = [await readBoards(ctx.tx), await readRounds(ctx.tx)]
  const before = (await readAgencies(ctx.tx)).filter(a => last && a.round === last.code && a.left === null)
  return found({
    boards: boards.map(b => [b.code, b.name] as const),
    before: before.map(a => [a.agency, a.contact, ...(a.email ? [a.email] : [])].join('; ')).join('\n'),
  })
}
type Data = DataOf<typeof load>

const formType = ({ boards }: Data) =>
  boards.length === 0
    ? asking(roundBegun, ['board'])
    : picking(roundBegun, { board: [[NONE, 'None'], ...boards] })

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { typed } = ctx
  const read = readForm(ctx, formType(data), typed)
  const lines = readAgencyLines(textOf(typed, 'agencies'))
  const due = read.ok ? String(read.value.due) : ctx.today
  const faults = {
    ...(read.ok ? {} : read.error),
    ...(due < ctx.today
      ? { due: 'This day has been. Choose one that agencies still have before them.' }
      : {}),
    ...('fault' in lines ? { agencies: lines.fault } : {}),
  }
  if (!read.ok || 'fault' in lines || Object.keys(faults).length > 0) return { again: { typed, faults } }
  const id = textOf(typed, '_subject')
  const before = isId(id) ? await findSubject(ctx.tx, id) : undefined
  if (before?.kind === 'section-11') return { go: `/audits/section-11/${before.code}` }
  const entries = [entryBy(ctx, id, roundBegun, unpicked(read.value))]
  const code = await startNumbered(ctx.tx, { id, kind: 'section-11', letter: 'E', entries }, ctx.now)
  if (!code) return { again: { typed: { ...typed, _subject: '' }, faults: { title: BROKEN } } }
  const told = await askAgencies(ctx, code, lines.agencies)
  const round = (await readRounds(ctx.tx)).find(r => r.code === code)
  return round ? { shown: await lettersPage(ctx, round, told) } : { go: `/audits/section-11/${code}` }
}

/** Sends a section 11 audit out: which agencies, by when, and to which board it reports. */
export const roundNewPage = page({
  path: '/audits/section-11/new',
  permission: 'audit-draw',
  audit: 'send a section 11 audit out',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const typed = returned?.typed ?? { due: formDay(addMonths(ctx.today, 2)), agencies: data.before }
    return {
      title: 'Send out a section 11 audit',
      section: 'audits',
      body: (
        <>
          <BackLink href="/audits/section-11">Section 11 audits</BackLink>
          <Problems faults={returned?.faults} />
          <h1 class="govuk-heading-l">Send out a section 11 audit</h1>
          <p class="govuk-body">
            Each agency answers without an account, with the reference and code of its letter. The letters
            come next, to be printed or put into emails.
          </p>
          <NewFileForm ctx={ctx} id={newId(ctx.now)} type={formType(data)} returned={returned} start={typed}>
            <Textarea
              name="agencies"
              label={{ text: 'Which agencies?', size: 's' }}
              hint={`One a line: agency; who is asked; email. Such as: Harbour Police; Pat Wren, superintendent; pat.wren@police.example${data.before ? '. Those of the last round are here: check who is asked.' : ''}`}
              rows={8}
              value={textOf(typed, 'agencies')}
              {...(returned?.faults.agencies ? { error: returned.faults.agencies } : {})}
            />
            <Button preventDoubleClick>Make the letters</Button>
          </NewFileForm>
        </>
      ),
    }
  },
})
