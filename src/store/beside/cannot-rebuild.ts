/** The tables that are read stayed in use, in words for whoever folds again. */
export class CannotRebuild extends Error {
  constructor(cause: unknown) {
    super(
      'Everything was folded again, but the tables that people read stayed in use by long statements, so the new ones could not take their place. Nothing was changed. Try again when it is quieter, or end what holds them: docs/operate.md says how.',
      { cause },
    )
    this.name = 'CannotRebuild'
  }
}
