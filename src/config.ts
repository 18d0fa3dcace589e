import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDepartment } from './config-department.ts'
import { type RunningAt, readHostPort, readRunning } from './config-running.ts'
import { unknownSettings } from './config-settings.ts'
import { readSignIn } from './config-sign-in.ts'
import type { Department } from './jobs/department.ts'
import type { SignInAt } from './ways-in.ts'

export interface Config {
  readonly database: { readonly url: string } | { readonly folder: string }
  readonly host: string
  readonly port: number
  readonly demonstration: boolean
  /** A proxy stands in front, and says in X-Forwarded-For who asks. */
  readonly behindProxy: boolean
  /** Where files are scanned for malware (clamd, over TCP); null where they are not. */
  readonly scanner: { readonly host: string; readonly port: number } | null
  /** GOV.UK Notify, which delivers letters by email; null where they are printed. The key is never said. */
  readonly notify: { readonly key: string; readonly template: string; readonly url: string } | null
  /** The Department's daily feed; null where nothing is sent. The keys are never said. */
  readonly department: Department | null
  /** Where people come to, and the council's own sign-in. The secret is never said. */
  readonly signIn: SignInAt
  readonly running: RunningAt
}

/** Every fault of the configuration, told at once. */
export class BadConfig extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map(f => `  - ${f}`).join('\n')}`,
    )
    this.name = 'BadConfig'
  }
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])
const project = fileURLToPath(new URL('..', import.meta.url))

const flag = (value: string | undefined): boolean | undefined =>
  value === undefined || ['', '0', 'no', 'false'].includes(value)
    ? false
    : ['1', 'yes', 'true'].includes(value)
      ? true
      : undefined

/** Where an address of a database leads: what stands between user and name, which may have commas of their own. */
const hostsOf = (url: string): string => (url.split('//')[1] ?? '').split(/[/?]/)[0]?.split('@').at(-1) ?? ''

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
/** A key of Notify ends with the number of the service, and its secret. */
const KEY = new RegExp(`^.*-?${UUID}-${UUID}$`)
const NOTIFY = 'https://api.notifications.service.gov.uk'

/** Adds what is wrong to the faults; the key itself is in none of them. */
function readNotify(
  env: Readonly<Record<string, string | undefined>>,
  demonstration: boolean,
  faults: string[],
): Config['notify'] {
  const key = env.GOLDEN_THREAD_NOTIFY_KEY?.trim() ?? ''
  const template = env.GOLDEN_THREAD_NOTIFY_TEMPLATE?.trim() ?? ''
  if (key === '' && template === '') return null
  if (demonstration)
    faults.push('A demonstration sends no letters. Take GOLDEN_THREAD_NOTIFY_KEY and …_TEMPLATE away.')
  if (!KEY.test(key))
    faults.push(
      'GOLDEN_THREAD_NOTIFY_KEY must be an API key of GOV.UK Notify: name, number of the service, secret.',
    )
  if (!new RegExp(`^${UUID}$`).test(template))
    faults.push('GOLDEN_THREAD_NOTIFY_TEMPLATE must be the ID of an email template in GOV.UK Notify.')
  const url = (env.GOLDEN_THREAD_NOTIFY_URL?.trim() || NOTIFY).replace(/\/$/, '')
  if (!/^https:\/\/|^http:\/\/(127\.0\.0\.1|localhost)[:/]?/.test(url))
    faults.push('GOLDEN_THREAD_NOTIFY_URL must begin with https://.')
  return { key, template, url }
}

/**
 * Reads the settings: every one of `config-settings.ts`, which says what each means.
 * @param demo true where the command line asks for the demonstration
 * @throws BadConfig with every fault
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, demo = false): Config {
  const faults: string[] = [...unknownSettings(env)]
  const url = env.DATABASE_URL
  if (url && !/^postgres(ql)?:\/\/.+/.test(url))
    faults.push('DATABASE_URL must begin with postgres://, such as postgres://user@host/name.')
  if (url && hostsOf(url).includes(','))
    faults.push(
      'DATABASE_URL names several servers. Give it one address that leads to the one that takes writing: docs/operate.md, Standby.',
    )
  if (url && env.GOLDEN_THREAD_DATA)
    faults.push('Set DATABASE_URL or GOLDEN_THREAD_DATA, not both: it is one database or the other.')
  const port = Number(env.PORT?.trim() || '3000')
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    faults.push(`PORT must be a number from 0 to 65535, not “${env.PORT}”.`)
  const asked = flag(env.GOLDEN_THREAD_DEMO)
  if (asked === undefined)
    faults.push(`GOLDEN_THREAD_DEMO must be yes or no, not “${env.GOLDEN_THREAD_DEMO}”.`)
  const demonstration = demo || asked === true
  const behindProxy = flag(env.GOLDEN_THREAD_PROXY)
  if (behindProxy === undefined)
    faults.push(`GOLDEN_THREAD_PROXY must be yes or no, not “${env.GOLDEN_THREAD_PROXY}”.`)
  const asksScan = env.GOLDEN_THREAD_SCANNER?.trim() || undefined
  const scanner = asksScan === undefined ? null : (readHostPort(asksScan) ?? undefined)
  if (scanner === undefined)
    faults.push(
      `GOLDEN_THREAD_SCANNER must be host:port of clamd, such as localhost:3310, not “${asksScan}”.`,
    )
  const host = env.HOST?.trim() || '127.0.0.1'
  if (demonstration && !LOOPBACK.has(host))
    faults.push(
      `The demonstration lets anybody in, so it runs only on loopback. Take HOST=${host} away, or leave the demonstration.`,
    )
  const notify = readNotify(env, demonstration, faults)
  const department = readDepartment(env, demonstration, faults)
  const signIn = readSignIn(env, demonstration, faults)
  const running = readRunning(env, demonstration, faults)
  if (faults.length > 0) throw new BadConfig(faults)
  const folder = resolve(
    env.GOLDEN_THREAD_DATA || `${project}.golden-thread/${demonstration ? 'demonstration' : 'data'}`,
  )
  return {
    database: url ? { url } : { folder },
    host,
    port,
    demonstration,
    behindProxy: behindProxy === true,
    scanner: scanner ?? null,
    notify,
    department,
    signIn,
    running,
  }
}
