/** Success with a value, or failure with what went wrong. */
export type Result<V, E = string> =
  | { readonly ok: true; readonly value: V }
  | { readonly ok: false; readonly error: E }

export const ok = <V>(value: V): { readonly ok: true; readonly value: V } => ({ ok: true, value })
export const fail = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error })
