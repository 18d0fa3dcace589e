import type { Typed } from '../../domain/records/parse.ts'
import type { Db } from '../../store/connection.ts'
import type { Written } from '../../store/guarded.ts'
import { namesOf } from '../../store/people.ts'
import { notWritten } from '../../web/form/written.tsx'
import type { Ctx, Outcome } from '../../web/page.ts'
import { EntryWords } from './parts.tsx'

interface Answering {
  readonly typed: Typed
  /** The question beside which a fault of the whole form is said. */
  readonly at: string
  /** People by name, where what another wrote meanwhile may name them. */
  readonly names?: ReadonlyMap<string, string>
  /** Where to go once it is written. */
  readonly go: string
}

/** What a form of the plan is answered: on to where it leads, or back with every word kept. */
export async function answered(
  ctx: Ctx<Db>,
  tried: Written,
  { typed, at, names, go }: Answering,
): Promise<Outcome> {
  const back = await notWritten(tried, {
    typed,
    at,
    namesOf: ids => namesOf(ctx.tx, ids),
    words: entry => EntryWords({ entry, ...(names ? { names } : {}) }),
  })
  return back ?? { go }
}
