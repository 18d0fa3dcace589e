import { trueOn } from '../../domain/casework/file.ts'
import { headingOf } from '../../domain/casework/heading.ts'
import { ageWords, calledBy } from '../../domain/casework/person.ts'
import { aroundChild, placeOf } from '../../domain/family/around.ts'
import { layOut } from '../../domain/family/layout.ts'
import { familyPlan } from '../../domain/family/plan.ts'
import { writes } from '../../domain/records/record-type.ts'
import { relationship } from '../../domain/records/types/relationship.ts'
import type { Db } from '../../store/connection.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { relativesFor } from '../../store/queries/relatives.ts'
import { staffReach } from '../../store/queries/staff-reach.ts'
import { InsetText } from '../../web/govuk/index.ts'
import { childTitle, FileFrame } from '../../web/layout/file-frame.tsx'
import { type ChildCtx, childPage, type DataOf, found } from '../../web/page.ts'
import { AddSomebody } from './add.tsx'
import { AroundTable } from './around.tsx'
import { Differing } from './differing.tsx'
import { Household } from './household.tsx'
import { Picture } from './picture.tsx'
import { RelativesTable } from './table.tsx'

async function load(ctx: ChildCtx<Db>) {
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const file = trueOn(view.file, ctx.today)
  const relatives = await relativesFor(ctx, file, ctx.today)
  const workers = file.spells.flatMap(s => (typeof s.facts.worker === 'string' ? [s.facts.worker] : []))
  const around = aroundChild(file, relatives, await staffReach(ctx.tx, workers), ctx.today)
  const { person } = file
  const self = {
    key: ctx.child.id,
    called: calledBy(person, ctx.child.code),
    sex: person.sex,
    unborn: person.unborn,
    born: person.born,
    age: ageWords(person, ctx.today),
  }
  const drawing = layOut(familyPlan(self, relatives, placeOf(file, ctx.today)))
  return found({ view, file, relatives, around, drawing })
}

type Data = DataOf<typeof load>

/** The whole family and everybody around the child: as a picture, and as words. */
export const familyPage = childPage({
  path: '/child/:child/family',
  permission: 'open',
  audit: 'the family',
  load,
  render: (data: Data, ctx: ChildCtx<Db>) => {
    const { relatives } = data
    const family = relatives.filter(r => r.kind !== 'professional')
    const may = ctx.can(relationship.permission).allow && writes(relationship, ctx.viewer.role)
    return {
      title: childTitle(ctx, 'Family'),
      section: 'find',
      wide: true,
      body: (
        <FileFrame ctx={ctx} heading={headingOf(data.file, ctx.child, ctx.today)} tab="family">
          <h1 class="govuk-heading-l">Family</h1>
          {data.view.kept > 0 && (
            <InsetText>Some entries are confidential, so somebody may be missing here for you.</InsetText>
          )}
          <Differing relatives={relatives} code={ctx.child.code} />
          <div class="gt-family">
            <Picture drawing={data.drawing} empty={family.length === 0} />
            <RelativesTable relatives={family} code={ctx.child.code} />
          </div>
          {may && <AddSomebody code={ctx.child.code} />}
          <Household relatives={family} file={data.file} on={ctx.today} code={ctx.child.code} />
          <AroundTable around={data.around} code={ctx.child.code} />
        </FileFrame>
      ),
    }
  },
})
