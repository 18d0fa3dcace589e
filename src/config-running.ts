import { FORMATS, type Format, LEVELS, type Level } from './running/say.ts'

type Env = Readonly<Record<string, string | undefined>>

/** How the product runs, and what it says of itself. */
export interface RunningAt {
  readonly logLevel: Level
  readonly logFormat: Format
  /** Where Prometheus asks; nowhere, where it is not said. */
  readonly metrics: { readonly host: string; readonly port: number } | null
  /** Seconds that requests under way are given when it stops. */
  readonly stopSeconds: number
  /** The most connections of one process to a server. */
  readonly connections: number
  /** Seconds that a connection to a server is waited for. */
  readonly patience: number
}

/** "host:port", or "[address]:port". */
export function readHostPort(text: string): { readonly host: string; readonly port: number } | undefined {
  const [, six, four, port] = /^(?:\[([\da-f:]+)\]|([\w.-]+)):(\d{1,5})$/i.exec(text) ?? []
  const host = six ?? four
  return host !== undefined && Number(port) > 0 && Number(port) < 65536
    ? { host, port: Number(port) }
    : undefined
}

const choice = <T extends string>(all: readonly T[], said: string): T | undefined => all.find(a => a === said)

function whole(
  env: Env,
  name: string,
  otherwise: number,
  least: number,
  most: number,
  faults: string[],
): number {
  const said = env[name]?.trim() ?? ''
  const n = said === '' ? otherwise : Number(said)
  if (Number.isInteger(n) && n >= least && n <= most) return n
  faults.push(`${name} must be a whole number from ${least} to ${most}, not “${said}”.`)
  return otherwise
}

/**
 * Reads how it runs: GOLDEN_THREAD_LOG_LEVEL, …_LOG_FORMAT, …_METRICS, …_STOP_SECONDS, …_CONNECTIONS,
 * …_CONNECT_SECONDS. Adds what is wrong to the faults.
 */
export function readRunning(env: Env, demonstration: boolean, faults: string[]): RunningAt {
  const said = (name: string) => env[`GOLDEN_THREAD_${name}`]?.trim() ?? ''
  const level = said('LOG_LEVEL') || (demonstration ? 'warn' : 'info')
  const logLevel = choice(LEVELS, level)
  if (!logLevel) faults.push(`GOLDEN_THREAD_LOG_LEVEL must be ${LEVELS.join(', ')}, not “${level}”.`)
  const format = said('LOG_FORMAT') || (demonstration ? 'text' : 'json')
  const logFormat = choice(FORMATS, format)
  if (!logFormat) faults.push(`GOLDEN_THREAD_LOG_FORMAT must be ${FORMATS.join(' or ')}, not “${format}”.`)
  const asked = said('METRICS')
  const metrics = asked === '' ? null : readHostPort(asked)
  if (metrics === undefined)
    faults.push(
      `GOLDEN_THREAD_METRICS must be host:port to answer at, such as 127.0.0.1:9464, not “${asked}”.`,
    )
  if (metrics && demonstration && !['127.0.0.1', '::1', 'localhost'].includes(metrics.host))
    faults.push('The demonstration tells its metrics only on loopback: GOLDEN_THREAD_METRICS=127.0.0.1:9464.')
  return {
    logLevel: logLevel ?? 'info',
    logFormat: logFormat ?? 'json',
    metrics: metrics ?? null,
    stopSeconds: whole(env, 'GOLDEN_THREAD_STOP_SECONDS', 20, 1, 600, faults),
    connections: whole(env, 'GOLDEN_THREAD_CONNECTIONS', 10, 4, 200, faults),
    patience: whole(env, 'GOLDEN_THREAD_CONNECT_SECONDS', 10, 1, 120, faults),
  }
}
