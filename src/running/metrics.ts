// What Prometheus reads, in its text format (version 0.0.4). A label is a constant of the code or a pattern of it: the
// number of series is bounded, and none names a person.

export type Labels = Readonly<Record<string, string>>

export interface Metric {
  /** Its lines, with what it is. */
  lines(): readonly string[]
}

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

const series = (name: string, labels: Labels): string => {
  const told = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`)
  return told.length === 0 ? name : `${name}{${told.join(',')}}`
}

const head = (name: string, help: string, type: 'counter' | 'gauge' | 'histogram'): readonly string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
]

/** Counts up, from nothing when the process starts. */
export function counter(name: string, help: string): Metric & { add(labels: Labels): void } {
  const counts = new Map<string, number>()
  return {
    add: labels => {
      const at = series(name, labels)
      counts.set(at, (counts.get(at) ?? 0) + 1)
    },
    lines: () => [...head(name, help, 'counter'), ...[...counts].map(([at, n]) => `${at} ${n}`)],
  }
}

/**
 * Says how something stands when it is asked.
 * @param read the values there are; one that is not known is left out
 */
export function gauge(
  name: string,
  help: string,
  read: () => readonly (readonly [Labels, number | null | undefined])[],
  type: 'gauge' | 'counter' = 'gauge',
): Metric {
  return {
    lines: () => {
      const known = read().filter(([, n]) => n !== null && n !== undefined)
      if (known.length === 0) return []
      return [...head(name, help, type), ...known.map(([labels, n]) => `${series(name, labels)} ${n}`)]
    },
  }
}

/** Seconds: the budgets of pages lie between them. */
export const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

/** Counts how long things took, by the bounds they stayed under. */
export function histogram(
  name: string,
  help: string,
): Metric & { add(labels: Labels, seconds: number): void } {
  const kept = new Map<string, { labels: Labels; under: number[]; sum: number; n: number }>()
  return {
    add: (labels, seconds) => {
      const at = series(name, labels)
      const had = kept.get(at) ?? { labels, under: BUCKETS.map(() => 0), sum: 0, n: 0 }
      const under = had.under.map((n, i) => (seconds <= (BUCKETS[i] ?? 0) ? n + 1 : n))
      kept.set(at, { labels, under, sum: had.sum + seconds, n: had.n + 1 })
    },
    lines: () => [
      ...head(name, help, 'histogram'),
      ...[...kept.values()].flatMap(({ labels, under, sum, n }) => [
        ...BUCKETS.map((le, i) => `${series(`${name}_bucket`, { ...labels, le: String(le) })} ${under[i]}`),
        `${series(`${name}_bucket`, { ...labels, le: '+Inf' })} ${n}`,
        `${series(`${name}_sum`, labels)} ${Number(sum.toFixed(6))}`,
        `${series(`${name}_count`, labels)} ${n}`,
      ]),
    ],
  }
}

/** All of them, as one text. */
export const exposed = (metrics: readonly Metric[]): string =>
  `${metrics.flatMap(m => m.lines()).join('\n')}\n`
