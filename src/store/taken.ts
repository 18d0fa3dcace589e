/**
 * True of a fault that came of an entry with the ID of one that stands already, in whatever file. A form of ours carries an
 * ID that nothing has, and what was sent twice is known before it is written: somebody else made this form.
 */
export const isTaken = (error: unknown): boolean =>
  error instanceof Error &&
  ((error as { constraint?: unknown }).constraint === 'entry_pkey' ||
    (error.cause !== undefined && isTaken(error.cause)))
