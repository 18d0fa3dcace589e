import { longDay, parseDay } from '../../domain/kernel/day.ts'
import { parse, textOf } from '../../domain/records/parse.ts'
import { withdrawal } from '../../domain/records/types/about-entries.ts'
import { cover } from '../../domain/records/types/supervision.ts'
import { coverFault, isCovered } from '../../domain/workload/cover.ts'
import { mayArrangeCover } from '../../domain/workload/staff-rights.ts'
import { loadWords } from '../../domain/workload/words.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { namesOf } from '../../store/people.ts'
import { coversOf } from '../../store/queries/covers.ts'
import { workload } from '../../store/queries/workload.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { MISSING, meet, memberOf } from './load.ts'
import { seqOf, writeStaff } from './write.ts'

async function load(ctx: Ctx<Db>) {
  const member = await memberOf(ctx)
  if (!member) return MISSING
  if (!isCovered(member.role) || !member.working)
    return { refused: `${member.name} works with no children here, so there is nothing to cover.` }
  if (!mayArrangeCover(ctx.viewer, member))
    return { refused: `Cover for ${member.name} is arranged by the manager of their team, or a director.` }
  const people = (await workload(ctx.tx, {}, ctx.today)).filter(
    w => coverFault(member, w, false) === undefined,
  )
  return found({
    member,
    people,
    covers: await coversOf(ctx.tx, member.id, ctx.today),
    seq: await seqOf(ctx.tx, member.id),
  })
}

type Data = DataOf<typeof load>

/** Takes cover off that was arranged: as of it never having been; what was done under it stays. */
async function takeOff(ctx: Ctx<Db>, data: Data, entry: string): Promise<Outcome> {
  const { typed } = ctx
  if (!data.covers.some(c => c.entry === entry))
    return {
      again: { typed, faults: { from: 'That cover is over or taken off already. Open the page again.' } },
    }
  const answers = { why: 'Cover is no longer needed.' }
  const written = await writeStaff(ctx, data.member, { type: withdrawal, answers, amends: entry })
  const kept = await notWritten(written, { typed, at: 'from', namesOf: ids => namesOf(ctx.tx, ids) })
  return kept ?? { go: `/staff/${data.member.code}?done=cover` }
}

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { typed, today, tx } = ctx
  const off = textOf(typed, '_off')
  if (off !== '') return await takeOff(ctx, data, off)
  const read = parse(cover, typed, { today, born: null, unborn: false })
  if (!read.ok) return { again: { typed, faults: read.error } }
  const [from, to] = [read.value.from, read.value.to].map(v => parseDay(String(v)))
  if (!from || !to) return { again: { typed, faults: { from: 'Enter both days again.' } } }
  if (to <= today)
    return {
      again: { typed, faults: { to: 'They would be back already. Enter the day they will be back.' } },
    }
  const [by] = await workload(tx, { ids: [textOf(typed, 'by')], left: true }, today)
  if (!by) return { again: { typed, faults: { by: 'Choose a member of staff from the list.' } } }
  const theirs = await coversOf(tx, by.id, today)
  const fault = coverFault(
    data.member,
    by,
    theirs.some(c => meet(c, { from, to })),
  )
  if (fault) return { again: { typed, faults: { by: fault } } }
  const twice = data.covers.find(c => c.by === by.id && meet(c, { from, to }))
  if (twice && twice.entry !== textOf(typed, '_entry'))
    return {
      again: {
        typed,
        faults: {
          by: `${by.name} covers from ${longDay(twice.from)} already. Take that off first, or choose other days.`,
        },
      },
    }
  const written = await writeStaff(ctx, data.member, { type: cover, answers: read.value })
  const kept = await notWritten(written, { typed, at: 'from', namesOf: ids => namesOf(tx, ids) })
  return kept ?? { go: `/staff/${data.member.code}?done=cover` }
}

/** What is arranged already, and the way to take it off. */
function Arranged({ data, ctx }: { data: Data; ctx: Ctx<Db> }) {
  if (data.covers.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">Arranged already</h2>
      {data.covers.map(c => (
        <Form csrf={ctx.csrf} class="gt-inline-form">
          <Once id={newId(ctx.now)} seq={data.seq} />
          <span>
            {c.byName}, from {longDay(c.from)}
            {c.to && `, until ${longDay(c.to)}`}
          </span>
          <Button variant="secondary" name="_off" value={c.entry}>
            Take off
          </Button>
        </Form>
      ))}
    </section>
  )
}

/** Arranges who stands in for a member of staff while they are away. It ends by itself on the day they are back. */
export const coverPage = page({
  path: '/staff/:code/cover',
  permission: 'cover',
  audit: 'arrange cover',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const { member } = data
    const title = `Cover for ${member.name}`
    return {
      title,
      section: 'team',
      body: (
        <>
          <Problems faults={returned?.faults} />
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">
            Whoever covers sees {member.name}’s work among their own, and may open and write in those files,
            until the day {member.name} is back. It then ends by itself.
          </p>
          <Arranged data={data} ctx={ctx} />
          <Form csrf={ctx.csrf}>
            <Once typed={returned?.typed} id={newId(ctx.now)} seq={data.seq} />
            {returned?.conflict}
            <RecordFields
              type={cover}
              typed={returned?.typed ?? {}}
              faults={returned?.faults ?? {}}
              today={ctx.today}
              fresh={!returned}
              people={data.people.map(p => ({
                value: p.id,
                text: `${p.name}${p.team ? `, ${p.team}` : ''}: ${loadWords(p)}${p.away ? ', away' : ''}`,
              }))}
            />
            <div class="govuk-button-group">
              <Button>Arrange cover</Button>
              <a class="govuk-link" href={`/staff/${member.code}`}>
                Back to {member.name}
              </a>
            </div>
          </Form>
        </>
      ),
    }
  },
})
