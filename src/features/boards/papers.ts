import type { Db } from '../../store/connection.ts'
import type { Ctx } from '../../web/page.ts'

/** Titles of the papers that this reader may open, by code: drafts only for those who write them. */
export async function papersFor(_ctx: Ctx<Db>): Promise<ReadonlyMap<string, string>> {
  return new Map()
}
