import type { NewEntry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { parse } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import type { Ctx } from '../../web/page.ts'

export const readForm = (ctx: Ctx<Db>, type: RecordType) =>
  parse(type, ctx.typed, { today: ctx.today, born: null, unborn: false })

/** An entry of a board's file by whoever sends the form. */
export const entryBy = (
  { viewer, now, today }: Ctx<Db>,
  subject: string,
  type: RecordType,
  answers: Answers,
): NewEntry => newEntry({ id: newId(now), subject, type, answers, author: viewer.id, now, today })
