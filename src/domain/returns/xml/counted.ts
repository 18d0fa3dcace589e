/** Things to say of a file, each once with how often it came up. A file may be strange all over: the first are told. */
export interface Counted {
  readonly note: (text: string) => void
  readonly all: () => readonly string[]
}

const MOST = 50

export function countedNotes(): Counted {
  const times = new Map<string, number>()
  return {
    note: text => {
      const before = times.get(text)
      if (before !== undefined || times.size < MOST) times.set(text, (before ?? 0) + 1)
    },
    all: () => [...times].map(([text, n]) => (n > 1 ? `${text} (${n} times)` : text)),
  }
}
