import type { RecordType } from './record-type.ts'

/** That a question is asked only where an earlier one has one of these answers. */
export interface Dependence {
  readonly on: string
  readonly values: readonly string[]
}

/**
 * The answer on which a question depends, found by trying each choice of each earlier question, so that a page can say
 * or do it without the rule being written twice. Undefined where the question is always asked.
 */
export function dependence(type: RecordType, name: string): Dependence | undefined {
  const when = type.fields[name]?.options.when
  if (!when) return undefined
  for (const [on, field] of Object.entries(type.fields)) {
    if (on === name) return undefined
    const choices = Object.keys(field.kind.choices ?? {})
    const values = choices.filter(code => {
      const read = field.kind.parse(code, { today: field.kind.example as never, born: null, unborn: false })
      return read.ok && when({ [on]: read.value })
    })
    // Any answer at all may be what is waited for, where the earlier question may be left blank.
    if (values.length > 0 && (values.length < choices.length || !when({}))) return { on, values }
  }
  return undefined
}
