import type { NewEntry } from '../../src/domain/records/entry.ts'
import type { Held } from '../care/allocations.ts'
import type { Child } from '../population/child.ts'
import type { Rand } from '../random.ts'
import type { N } from '../time.ts'
import { writeAllocations } from './allocations.ts'
import { writeAround } from './around.ts'
import { writeAskedYearly } from './asked-yearly.ts'
import { writeAssessments } from './assessment.ts'
import { writeCareLeaver } from './care-leavers.ts'
import type { Case } from './case.ts'
import { writeEarlyHelp } from './early-help.ts'
import { writeEducation } from './education.ts'
import { writeEnquiries } from './enquiry.ts'
import { entriesOf, newFile } from './file.ts'
import { writeFostering } from './fostering.ts'
import { writeHealth } from './health.ts'
import { writeIdentity, writePupilNumber, writeRelationships } from './identity.ts'
import { writeStay } from './looked-after.ts'
import { writeMissing } from './missing.ts'
import { writeNotes } from './notes.ts'
import { writePathway } from './pathway.ts'
import { writePlan } from './protection.ts'
import { writeReferrals } from './referral.ts'
import type { Setting } from './setting.ts'
import { writeCaseSupervision } from './supervision.ts'
import { writeUntidiness } from './untidy.ts'

interface Planned {
  readonly child: Child
  readonly held: readonly Held[]
  readonly decided: ReadonlyMap<N, N>
  /** Ids of staff to whom alone the file is open. */
  readonly named: readonly string[] | null
  /** Is missing today. */
  readonly missingNow: boolean
  /** Holds the one entry that was written in the wrong child's file. */
  readonly strayVisit: boolean
}

/** Everything in one child's file, in the order in which it was recorded. */
export function childEntries(planned: Planned, setting: Setting, ids: Rand): NewEntry[] {
  const { child, held, decided } = planned
  const rand = child.rand.fork('writing')
  const file = newFile({
    start: setting.start,
    today: setting.today,
    born: child.born,
    rand: child.rand.fork('recorded'),
    late: on => setting.slips.rate('recording', on),
  })
  const begins = [
    ...child.referrals.map(r => r.on),
    ...[...child.plans, ...child.stays, ...child.fostering].map(s => s.from),
  ]
  const c: Case = { child, file, setting, held, decided, rand, first: Math.min(...begins), dealt: new Map() }
  writeIdentity(c)
  writeReferrals(c)
  writeRelationships(c)
  writeAllocations(c)
  for (const plan of child.plans) writePlan(c, plan)
  for (const stay of child.stays) {
    writeStay(c, stay)
    writeHealth(c, stay)
  }
  writeFostering(c)
  writeMissing(c, planned.missingNow)
  writeNotes(c)
  writeUntidiness(c, planned.named, planned.strayVisit)
  // These came later to the generator: with chance of their own, so that they disturb nothing that stood before.
  const later: Case = { ...c, rand: child.rand.fork('oversight') }
  writeAssessments(later)
  writeCaseSupervision(later)
  writeEarlyHelp(later)
  writeAround(later)
  writeEnquiries({ ...c, rand: child.rand.fork('enquiries'), dealt: new Map() })
  writePupilNumber(c)
  for (const stay of child.stays) writeAskedYearly(c, stay)
  writeCareLeaver(c)
  const learning: Case = { ...c, rand: child.rand.fork('learning'), dealt: new Map() }
  for (const stay of child.stays) writeEducation(learning, stay)
  writePathway({ ...learning, rand: child.rand.fork('pathway') })
  return entriesOf(child.id, file, ids)
}
