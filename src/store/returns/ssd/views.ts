import type { Field } from '../../../domain/returns/ssd/field.ts'
import { model } from '../../../domain/returns/ssd/model.ts'
import { authorityViews } from './authority.ts'
import { careViews } from './care.ts'
import { conferenceViews } from './conferences.ts'
import type { View } from './fragments.ts'
import { frontDoorViews } from './front-door.ts'
import { healthViews } from './health.ts'
import { identifierViews } from './identifiers.ts'
import { inNeedViews } from './in-need.ts'
import { permanenceViews } from './permanence.ts'
import { personViews } from './person.ts'
import { protectionViews } from './protection.ts'

/** How each object is read from our tables; one that the record knows nothing of is not here. */
export const views: Readonly<Record<string, View>> = {
  ...personViews,
  ...identifierViews,
  ...frontDoorViews,
  ...inNeedViews,
  ...conferenceViews,
  ...protectionViews,
  ...careViews,
  ...healthViews,
  ...permanenceViews,
  ...authorityViews,
}

const expression = (field: Field, from: string | undefined): string => `(${from ?? 'null'})::${field.type}`

/** The query of an object: every field of the dataset, in order. An object without a source has no rows. */
export function selectOf(object: string): string {
  const view = views[object]
  const fields = Object.entries(model[object] ?? {}).map(
    ([name, field]) => `${expression(field, view?.fields[name])} as ${name}`,
  )
  return `select ${fields.join(',\n  ')}\n${view ? view.rows : 'where false'}`
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The statements that make an object’s view, with a word on each field that has no source. */
export const viewStatements = (object: string): readonly string[] => [
  `create view ssd.${object} as ${selectOf(object)}`,
  ...Object.entries(model[object] ?? {}).flatMap(([name, field]) =>
    field.without
      ? [`comment on column ssd.${object}.${name} is ${quoted(`Always null. ${field.without}`)}`]
      : [],
  ),
]
