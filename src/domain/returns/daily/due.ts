import type { Day } from '../../kernel/day.ts'
import { type Message, messageFor } from './changed.ts'
import { type Child, childPayload } from './payload.ts'
import { plain } from './said.ts'
import type { JsonObject } from './shape.ts'
import { type Refusal, refusalsOf } from './validate.ts'

/** What is to be done about one child today. */
export type Due =
  | { readonly is: 'nothing' }
  /** Sent to nobody: it would be refused, and a request of a hundred with it. */
  | { readonly is: 'held-back'; readonly payload: JsonObject; readonly refusals: readonly Refusal[] }
  | { readonly is: 'message'; readonly message: Message; readonly wants: JsonObject | null }

/** The payload of a child on a day; null where nothing is told of the child. */
export function payloadOf(child: Child, today: Day): JsonObject | null {
  const said = childPayload(child, today)
  return said && plain(said)
}

/**
 * What is due for one child.
 * @param wants what the Department should hold; null for nothing at all
 * @param held what it holds
 */
export function dueFor(code: string, wants: JsonObject | null, held: JsonObject | null): Due {
  const message = messageFor(code, wants, held)
  if (!message) return { is: 'nothing' }
  if (wants) {
    const refusals = refusalsOf(wants)
    if (refusals.length > 0) return { is: 'held-back', payload: wants, refusals }
  }
  return { is: 'message', message, wants }
}
