import { parseDay } from '../../kernel/day.ts'
import type { JsonObject } from './shape.ts'
import type { Path } from './validate.ts'

/** Something the Department would ask about. It is sent all the same: nothing in its schema refuses it. */
export interface Query {
  readonly path: Path
  readonly says: string
  readonly todo: string
}

const PAIRS = [
  ['start_date', 'end_date'],
  ['start_date', 'authorisation_date'],
  ['referral_date', 'closure_date'],
  ['start_date', 'icpc_date'],
] as const

/** Every block of a payload, with where it is. */
function* blocks(value: unknown, path: Path): Generator<readonly [Readonly<Record<string, unknown>>, Path]> {
  if (Array.isArray(value)) for (const [i, v] of value.entries()) yield* blocks(v, [...path, i])
  else if (typeof value === 'object' && value !== null) {
    yield [{ ...value }, path]
    for (const [name, v] of Object.entries(value)) yield* blocks(v, [...path, name])
  }
}

const dayAt = (block: Readonly<Record<string, unknown>>, name: string) => {
  const v = block[name]
  return typeof v === 'string' ? parseDay(v) : undefined
}

function orders(payload: JsonObject): readonly Query[] {
  return [...blocks(payload, [])].flatMap(([block, path]) =>
    PAIRS.flatMap(([first, second]) => {
      const [a, b] = [dayAt(block, first), dayAt(block, second)]
      return a && b && b < a
        ? [{ path: [...path, second], says: `${b} is before ${a}.`, todo: 'Check both days.' }]
        : []
    }),
  )
}

function details(payload: JsonObject): readonly Query[] {
  const d = payload.child_details
  const has = (name: string) => typeof d === 'object' && name in d
  const lacks = (name: string, says: string, todo: string): readonly Query[] =>
    has(name) ? [] : [{ path: ['child_details', name], says, todo }]
  return [
    ...(has('expected_date_of_birth')
      ? []
      : lacks('date_of_birth', 'There is no date of birth.', 'Record it in the person details.')),
    ...(has('unique_pupil_number_unknown_reason')
      ? []
      : lacks(
          'unique_pupil_number',
          'There is no pupil number, and no reason why.',
          'Ask the school, or record why there is none.',
        )),
    ...lacks('ethnicity', 'There is no ethnicity.', 'Ask the family, and record it in the person details.'),
    ...lacks(
      'disabilities',
      'It is not said whether, and how, the child is disabled.',
      'Answer it in the person details.',
    ),
    ...lacks(
      'postcode',
      'There is no home postcode.',
      'Add the postcode to the home address in the person details.',
    ),
  ]
}

function episodes(payload: JsonObject): readonly Query[] {
  const list = payload.social_care_episodes
  return Array.isArray(list)
    ? list.flatMap((e: JsonObject, i) => {
        const path = ['social_care_episodes', i]
        return [
          ...(e.referral_source === undefined
            ? [
                {
                  path: [...path, 'referral_source'],
                  says: 'There is no referral from which this work began.',
                  todo: 'Record the referral, with who made it.',
                },
              ]
            : []),
          ...(e.closure_date !== undefined && e.closure_reason === undefined
            ? [
                {
                  path: [...path, 'closure_reason'],
                  says: 'The case is closed without a reason.',
                  todo: 'Amend the closing of the case.',
                },
              ]
            : []),
        ]
      })
    : []
}

/** What is missing or contradicts itself in a payload that is otherwise as the schema has it. */
export const queriesOf = (payload: JsonObject): readonly Query[] => [
  ...details(payload),
  ...episodes(payload),
  ...orders(payload),
]
