import { maySee, type Observation } from '../../../domain/quality/observation.ts'
import { observationTool } from '../../../domain/quality/observations.ts'
import { gradingType } from '../../../domain/quality/tools.ts'
import { knownRecordType } from '../../../domain/records/registry.ts'
import type { Db } from '../../../store/connection.ts'
import { readDraft } from '../../../store/drafts.ts'
import { readEntries } from '../../../store/ledger.ts'
import { namesOf } from '../../../store/people.ts'
import { openable } from '../../../store/queries/audit-openable.ts'
import { readObservations } from '../../../store/queries/observations.ts'
import { type Ctx, type DataOf, found } from '../../../web/page.ts'

export const observationHref = (code: string): string => `/audits/observation/${code}`

const MISSING = {
  missing: 'There is no such observation for you to read. Open it from the list of observations.',
}

/** One observation, for those whom it concerns; where it is about a child, for those of them who may open that child. */
export async function loadObservation(ctx: Ctx<Db>) {
  const code = (ctx.params.observation ?? '').toUpperCase()
  const file = (await readObservations(ctx.tx)).find(f => f.code === code)
  const tool = file && observationTool(file.o.tool)
  if (!file || !tool || !maySee(ctx.viewer, file.o)) return MISSING
  const { o } = file
  const child = o.child ? (await openable(ctx.tx, ctx.viewer, ctx.now, [o.child])).get(o.child) : undefined
  const mine = o.calledOff === null && o.found === null && ctx.viewer.id === o.observer
  // Whoever writes up late has no longer the file to read, and still their own words to give.
  if (o.child && !child && !mine)
    return {
      refused:
        o.found && ctx.viewer.id === o.observer
          ? 'You have finished this observation, so the child’s file is closed to you again. Who was observed has your words.'
          : 'This is about a meeting of a child whose file you may not open.',
    }
  const type = knownRecordType(gradingType(tool.code))
  return found({
    code,
    o,
    tool,
    type,
    child: child ?? null,
    mine,
    entries: await readEntries(ctx.tx, o.id),
    draft: mine ? await readDraft(ctx.tx, ctx.viewer.id, o.id, type.code) : undefined,
    names: await namesOf(ctx.tx, [o.observer, o.observed]),
  })
}

export type ObservationData = DataOf<typeof loadObservation>

/** True where the viewer is the one who was observed, and it is written up. */
export const isTold = (ctx: Ctx<unknown>, o: Observation): boolean =>
  o.found !== null && ctx.viewer.id === o.observed
