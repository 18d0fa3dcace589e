import { type Role, roles } from '../../domain/access/roles.ts'
import { standing } from '../../domain/casework/standing.ts'
import { formDay } from '../../domain/records/kinds/day.ts'
import { type Faults, parse, rawAnswers, type Typed } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { staffDetails } from '../../domain/records/types/staff.ts'
import { mayGive, staffRights, workFields } from '../../domain/workload/staff-rights.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { readEntries } from '../../store/ledger.ts'
import { namesOf } from '../../store/people.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { MISSING, memberOf } from './load.ts'
import { writeStaff } from './write.ts'

/** The details as a manager is asked them: what bears on the work, and from when. */
const forManagers: RecordType = {
  ...staffDetails,
  fields: Object.fromEntries(
    Object.entries(staffDetails.fields).filter(([name]) =>
      ['from', ...workFields].some(field => field === name),
    ),
  ),
}

async function load(ctx: Ctx<Db>) {
  const member = await memberOf(ctx)
  if (!member) return MISSING
  const rights = staffRights(ctx.viewer, member)
  if (rights === 'none')
    return {
      refused:
        'You may not change these details. A team manager changes those of the social workers in their team; a director or an administrator those of everybody else.',
    }
  const entries = await readEntries(ctx.tx, member.id)
  const last = standing(entries).findLast(e => e.type === staffDetails.code && !e.withdrawn)
  return found({
    member,
    type: rights === 'all' ? staffDetails : forManagers,
    now: last ? rawAnswers(staffDetails, last.answers) : {},
    seq: entries.at(-1)?.seq ?? 0,
  })
}

type Data = DataOf<typeof load>

/** What would be wrong with the details as a whole. */
function wrong(ctx: Ctx<Db>, data: Data, answers: Readonly<Record<string, unknown>>): Faults {
  const { member } = data
  const role = Object.keys(roles).find((r): r is Role => r === answers.role)
  if (role && role !== member.role && !mayGive(ctx.viewer, role))
    return { role: 'Only a director gives this role. Ask one, or leave the role as it is.' }
  const n = member.cases.length
  if (answers.working === false && n > 0)
    return {
      working: `${member.name} is the worker of ${n === 1 ? '1 child' : `${n} children`}. Move them to others first, on the page of ${member.name}.`,
    }
  const need = member.cases.filter(c => c.inNeed || c.plan || c.lookedAfter).length
  if (answers.registered !== true && member.registered && need > 0)
    return {
      registered: `${member.name} is the worker of ${need === 1 ? 'a child who needs' : `${need} children who need`} a registered social worker. Move them to others first.`,
    }
  return {}
}

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { typed, today } = ctx
  // What is not asked stays as it was, whatever is sent.
  const asked = Object.fromEntries(Object.keys(data.type.fields).map(name => [name, typed[name]]))
  const whole: Typed = { ...data.now, ...asked }
  const read = parse(staffDetails, whole, { today, born: null, unborn: false })
  const faults = read.ok ? wrong(ctx, data, read.value) : read.error
  if (!read.ok || Object.keys(faults).length > 0) return { again: { typed, faults } }
  const written = await writeStaff(ctx, data.member, { type: staffDetails, answers: read.value })
  const kept = await notWritten(written, { typed, at: 'from', namesOf: ids => namesOf(ctx.tx, ids) })
  return kept ?? { go: `/staff/${data.member.code}?done=details` }
}

/** Changes what is recorded of a member of staff, from a day on. */
export const staffDetailsPage = page({
  path: '/staff/:code/details',
  permission: 'accounts',
  audit: 'change a member of staff',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const { member } = data
    const title = `Details of ${member.name}`
    return {
      title,
      section: 'team',
      body: (
        <>
          <Problems faults={returned?.faults} />
          <h1 class="govuk-heading-l">{title}</h1>
          <Form csrf={ctx.csrf}>
            <Once typed={returned?.typed} id={newId(ctx.now)} seq={data.seq} />
            {returned?.conflict}
            <RecordFields
              type={data.type}
              typed={returned?.typed ?? { ...data.now, from: formDay(ctx.today) }}
              faults={returned?.faults ?? {}}
              today={ctx.today}
              fresh={false}
              people={[]}
            />
            <div class="govuk-button-group">
              <Button>Change</Button>
              <a class="govuk-link" href={`/staff/${member.code}`}>
                Leave them as they are
              </a>
            </div>
          </Form>
        </>
      ),
    }
  },
})
