import { parseDay } from '../../kernel/day.ts'
import { childSchema } from './schema.ts'
import type { Shape } from './shape.ts'

/** Where something is in a payload: names, and places in lists. */
export type Path = readonly (string | number)[]

/** A reason for which the Department would refuse a child, and what to do about it. */
export interface Refusal {
  readonly path: Path
  readonly says: string
  readonly todo: string
}

const at = (path: Path, says: string, todo: string): readonly Refusal[] => [{ path, says, todo }]
const isObject = (v: unknown): v is Readonly<Record<string, unknown>> =>
  typeof v === 'object' && v !== null && !Array.isArray(v)

type TextShape = Extract<Shape, { kind: 'text' }>

function text(shape: TextShape, value: unknown, path: Path): readonly Refusal[] {
  if (typeof value !== 'string') return at(path, `${shape.says}: it must be text.`, 'Correct the entry.')
  const length = [...value].length
  if (shape.most !== undefined && length > shape.most)
    return at(
      path,
      `${shape.says}: “${value}” has ${length} characters, and ${shape.most} is the most.`,
      'Shorten it where it is recorded.',
    )
  if (shape.least !== undefined && length < shape.least)
    return at(
      path,
      `${shape.says}: “${value}” has ${length} characters, and must have ${shape.least}.`,
      'Complete it where it is recorded.',
    )
  if (shape.pattern && !shape.pattern.test(value))
    return at(
      path,
      `${shape.says}: “${value}” has a character that may not stand in it.`,
      'Write it in letters and figures alone.',
    )
  if (shape.codes && !Object.hasOwn(shape.codes, value))
    return at(path, `${shape.says}: “${value}” is not a national code.`, 'Choose one of the codes offered.')
  return []
}

function list(
  value: unknown,
  most: number,
  says: string,
  path: Path,
  each: (item: unknown, path: Path) => readonly Refusal[],
): readonly Refusal[] {
  if (!Array.isArray(value)) return at(path, `${says}: it must be a list.`, 'Correct the entry.')
  const many =
    value.length > most
      ? at(path, `${says}: ${value.length} are too many; ${most} may be sent.`, 'Take some away.')
      : []
  return [...many, ...value.flatMap((item, i) => each(item, [...path, i]))]
}

function inside(
  fields: Readonly<Record<string, Shape>>,
  required: readonly string[],
  value: unknown,
  says: string,
  path: Path,
): readonly Refusal[] {
  if (!isObject(value)) return at(path, `${says}: it must hold fields.`, 'Correct the entry.')
  return [
    ...required.flatMap(name =>
      value[name] === undefined ? at([...path, name], `${says}: it has no ${name}.`, 'Record it.') : [],
    ),
    ...Object.entries(value).flatMap(([name, v]) => {
      if (v === undefined) return []
      const shape = Object.hasOwn(fields, name) ? fields[name] : undefined
      if (shape) return check(shape, v, [...path, name])
      return at([...path, name], `${says}: the Department does not take “${name}”.`, 'Leave it out.')
    }),
  ]
}

/** Everything by which a value breaks its shape. */
export function check(shape: Shape, value: unknown, path: Path = []): readonly Refusal[] {
  switch (shape.kind) {
    case 'text':
      return text(shape, value, path)
    case 'day':
      return typeof value === 'string' && parseDay(value)
        ? []
        : at(path, `${shape.says}: “${String(value)}” is not a day.`, 'Correct the date.')
    case 'flag':
      return typeof value === 'boolean' ? [] : at(path, `${shape.says}: it must be yes or no.`, 'Answer it.')
    case 'whole':
      return Number.isInteger(value)
        ? []
        : at(path, `${shape.says}: “${String(value)}” is not a whole number.`, 'Correct the number.')
    case 'many': {
      const twice = Array.isArray(value) && new Set(value).size < value.length
      return [
        ...list(value, shape.most, shape.says, path, (v, p) => check(shape.of, v, p)),
        ...(twice ? at(path, `${shape.says}: one of them stands twice.`, 'Take one of the two away.') : []),
      ]
    }
    case 'block':
      return inside(shape.fields, shape.required, value, shape.says, path)
    case 'blocks':
      return list(value, Number.POSITIVE_INFINITY, shape.says, path, (v, p) => check(shape.of, v, p))
  }
}

/** Everything for which the Department’s schema, or its codes, would have one child’s payload refused. */
export const refusalsOf = (payload: unknown): readonly Refusal[] => check(childSchema, payload)
