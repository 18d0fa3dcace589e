import { adopterSexes } from '../../../records/codes-care.ts'
import type { Standing } from '../../../records/entry.ts'
import type { CarePeriod } from './care-periods.ts'
import { touches } from './episodes.ts'
import {
  answer,
  entriesOf,
  row,
  type WrittenChild,
  type WrittenRow,
  within,
  written,
  type YearDays,
} from './written.ts'

const ADOPTED = new Set(['E11', 'E12'])

/** A decision that the child should be placed for adoption, with the one that ended it, where one did. */
interface Decision {
  readonly made: Standing
  readonly ended: Standing | undefined
}

function decisionsOf({ file }: WrittenChild): readonly Decision[] {
  const ends = entriesOf(file, 'adoption-decision-ended')
  const all = entriesOf(file, 'adoption-decision')
  return all.map((made, i) => {
    const next = all[i + 1]
    return {
      made,
      ended: ends.find(e => e.happened >= made.happened && (!next || e.happened <= next.happened)),
    }
  })
}

/** Decisions for adoption that stood on some day of the year, and of a period of care that did. */
export const decisionRows = (
  child: WrittenChild,
  periods: readonly CarePeriod[],
  y: YearDays,
): readonly WrittenRow[] =>
  decisionsOf(child)
    .filter(({ made, ended }) => made.happened <= y.end && (!ended || ended.happened >= y.start))
    .filter(({ made }) =>
      periods.some(p => touches(p, y) && made.happened >= p.from && (p.to === null || made.happened <= p.to)),
    )
    .map(({ made, ended }) => {
      const over = ended && ended.happened <= y.end ? ended : undefined
      return row(
        'PlacedAdoption',
        {
          CHILD: child.code,
          DOB: written(child.file.person.born),
          DATE_PLACED: written(made.happened),
          DATE_PLACED_CEASED: written(over?.happened),
          REASON_PLACED_CEASED: answer(over, 'reason'),
        },
        [made.id, over?.id],
      )
    })

/** One of a list of codes that end in one adopter's: all others are of two. */
const adopters = (sexes: string | null): string | null =>
  sexes === null || !Object.hasOwn(adopterSexes, sexes) ? null : sexes === 'M1' || sexes === 'F1' ? '1' : '2'

/** The adoption of a child who was adopted from care in the year: the decision, the match, and who the adopters are. */
export function adoptedRows(
  child: WrittenChild,
  periods: readonly CarePeriod[],
  y: YearDays,
): readonly WrittenRow[] {
  const care = periods.find(p => p.to !== null && within(p.to, y) && ADOPTED.has(p.ended ?? ''))
  if (!care?.to) return []
  const until = care.to
  const before = (e: Standing) => e.happened >= care.from && e.happened <= until
  const decision = decisionsOf(child).findLast(d => before(d.made))?.made
  const match = entriesOf(child.file, 'adoption-match').findLast(before)
  const sexes = answer(match, 'adopters')
  const carers = match?.answers.carers
  return [
    row(
      'AD1',
      {
        CHILD: child.code,
        DOB: written(child.file.person.born),
        DATE_INT: written(decision?.happened),
        DATE_MATCH: written(match?.happened),
        FOSTER_CARE: typeof carers === 'boolean' ? (carers ? '1' : '0') : null,
        NB_ADOPTR: adopters(sexes),
        SEX_ADOPTR: sexes,
        LS_ADOPTR: answer(match, 'status'),
      },
      [decision?.id, match?.id, care.closedBy],
    ),
  ]
}
