import { strataBy } from '../../../domain/quality/draw-record.ts'
import { type Typed, textOf } from '../../../domain/records/parse.ts'
import type { Db } from '../../../store/connection.ts'
import { BROKEN } from '../../../store/guarded.ts'
import { isId, newId } from '../../../store/ids.ts'
import { appendAll, findSubject } from '../../../store/ledger.ts'
import { makeDraw } from '../../../store/queries/audit-draw.ts'
import { Form, NewFile, Problems } from '../../../web/form/form.tsx'
import { Button, Checkboxes, Details, Radios, Select, TextInput } from '../../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../../web/page.ts'
import { AuditFrame } from '../frame.tsx'
import { choicesFor, conditions, personChoice } from './asking.ts'
import { readDraw } from './read.ts'

const load = async (ctx: Ctx<Db>) => found(await choicesFor(ctx))
type Data = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, choices: Data): Promise<Outcome> {
  const { typed } = ctx
  const id = textOf(typed, '_subject')
  if (!isId(id)) return { again: { typed, faults: { tool: BROKEN } } }
  const before = await findSubject(ctx.tx, id)
  if (before) return { go: before.kind === 'sample' ? `/audits/sample/${before.code}` : '/audits/samples' }
  const read = readDraw(typed, choices, ctx)
  if (!read.ok) return { again: { typed, faults: read.error } }
  // The sample's own file has the id of the form, so that a form sent twice draws once.
  const ids = [id]
  const made = await makeDraw(ctx.tx, read.value, {
    author: ctx.viewer.id,
    now: ctx.now,
    today: ctx.today,
    id: () => ids.pop() ?? newId(ctx.now),
  })
  if (!made.ok) return { again: { typed, faults: { tool: made.error } } }
  await appendAll(ctx.tx, made.value.subjects, made.value.entries)
  return { go: `/audits/sample/${made.value.code}` }
}

const ticked = (typed: Typed, name: string) => (textOf(typed, name) === 'yes' ? ['yes'] : [])
const many = (typed: Typed, name: string): readonly string[] => [typed[name] ?? []].flat()

/** Draws a sample of files, and gives them to auditors. */
export const sampleNewPage = page({
  path: '/audits/sample/new',
  permission: 'audit-draw',
  audit: 'draw a sample',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const typed = returned?.typed ?? {
      way: 'random',
      by: 'team',
      size: '12',
      second: '5',
      auditors: data.auditors.filter(a => a.role === 'auditor').map(a => a.id),
    }
    const faults = returned?.faults ?? {}
    const value = (name: string) => textOf(typed, name)
    const none = { value: '', text: 'Any' }
    return {
      title: 'Draw a sample',
      section: 'audits',
      body: (
        <AuditFrame ctx={ctx} at="/audits/samples">
          <Problems faults={returned?.faults} />
          <h1 class="govuk-heading-l">Draw a sample</h1>
          <p class="govuk-body">
            Files are drawn by lot, and the draw is kept so that anybody can make it again. Restricted files
            are left out unless an auditor is named on them; so are files audited in the last twelve months.
            Nobody gets a file that they work on, manage, review or have written in.
          </p>
          <Form csrf={ctx.csrf}>
            <NewFile typed={typed} id={newId(ctx.now)} />
            <Radios
              name="tool"
              legend={{ text: 'Which audit?', size: 's' }}
              value={value('tool')}
              error={faults.tool}
              small
              items={data.tools.map(t => ({ value: t.code, text: t.title, hint: t.use }))}
            />
            <TextInput
              name="title"
              label={{ text: 'What is it called? (optional)', size: 's' }}
              hint="Such as Practice week, June"
              value={value('title')}
            />
            <Radios
              name="way"
              legend={{ text: 'How is it drawn?', size: 's' }}
              value={value('way')}
              error={faults.way}
              small
              items={[
                {
                  value: 'random',
                  text: 'At random',
                  hint: 'In proportion from each team, age or kind of plan.',
                },
                {
                  value: 'targeted',
                  text: 'Targeted',
                  hint: 'At random among children whom a condition is true of.',
                },
                { value: 'dip', text: 'Dip', hint: 'A few of one team, or one worker.' },
              ]}
            />
            <TextInput
              name="size"
              label={{ text: 'How many files?', size: 's' }}
              value={value('size')}
              error={faults.size}
              width={3}
              inputmode="numeric"
            />
            <Select
              name="by"
              label={{ text: 'In proportion', size: 's' }}
              value={value('by')}
              items={Object.entries(strataBy).map(([code, text]) => ({ value: code, text }))}
            />
            <Select
              name="condition"
              label={{ text: 'For a targeted sample: of whom?', size: 's' }}
              value={value('condition')}
              error={faults.condition}
              items={[{ value: '', text: 'Choose' }, ...conditions]}
            />
            <Select
              name="team"
              label={{ text: 'Of one team', size: 's' }}
              value={value('team')}
              error={faults.team}
              items={[none, ...data.teams.map(t => ({ value: t, text: t }))]}
            />
            <Select
              name="worker"
              label={{ text: 'Of one worker', size: 's' }}
              value={value('worker')}
              items={[none, ...data.workers.map(personChoice)]}
            />
            <Checkboxes
              name="auditors"
              legend={{ text: 'Who audits?', size: 's' }}
              hint="Files are shared out evenly among them."
              error={faults.auditors}
              items={data.auditors.map(personChoice)}
              values={many(typed, 'auditors')}
              small
            />
            <Select
              name="second"
              label={{ text: 'Graded a second time, blind', size: 's' }}
              value={value('second')}
              items={[
                { value: '5', text: 'One in five' },
                { value: '10', text: 'One in ten' },
                { value: '2', text: 'Every other' },
                { value: '1', text: 'All' },
                { value: '0', text: 'None' },
              ]}
            />
            <Details
              summary="More choices"
              open={value('seed') !== '' || value('families') !== '' || value('again') !== ''}
            >
              <Checkboxes
                name="families"
                items={[{ value: 'yes', text: 'Brothers and sisters may be drawn together' }]}
                values={ticked(typed, 'families')}
                small
              />
              <Checkboxes
                name="again"
                items={[{ value: 'yes', text: 'Also those audited lately' }]}
                values={ticked(typed, 'again')}
                small
              />
              <TextInput
                name="seed"
                label="Seed of the lot (optional)"
                hint="Agreed with others beforehand, if you like: the same seed and children give the same files."
                value={value('seed')}
                width={20}
              />
            </Details>
            <Button preventDoubleClick>Draw, and give the files out</Button>
          </Form>
        </AuditFrame>
      ),
    }
  },
})
