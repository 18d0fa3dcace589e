import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Target } from './crawl.ts'

/** Whom a scanner goes as, and where: a folder of its own, and the proxy that counts. */
export interface Going {
  readonly at: string
  readonly cookie: string
  readonly folder: string
  readonly seconds: number
  begin(html: string | null): void
}

export interface Told {
  /** How many of the targets were come to in the time. */
  readonly attacked: number
  readonly findings: readonly string[]
}

/** How often, in seconds, it is looked whether a program's time is over. */
const BEAT = 3

/** Runs a program to its end, or has it stop and report when its time is over. */
function run(program: string, args: readonly string[], within: number): Promise<string> {
  return new Promise(resolve => {
    const child = spawn(program, [...args], { stdio: 'pipe' })
    let out = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', part => {
        out += String(part)
      })
    // Whoever is stopped asks what to do: report. One of the two asks at each of its modules.
    child.stdin.on('error', () => {})
    child.stdin.write('r\n'.repeat(50))
    // Its time is counted by beats, so that a pause of the whole machine is none of it.
    let over = -within
    const timer = setInterval(() => {
      over += BEAT
      if (over > 0) child.kill(over > 90 ? 'SIGKILL' : 'SIGINT')
    }, BEAT * 1000)
    child.on('error', error => resolve(`${program} could not be started: ${error.message}`))
    child.on('exit', () => {
      clearInterval(timer)
      resolve(out)
    })
  })
}

const text = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** A page with nothing but the targets, so that the scanner attacks these and finds no others. */
function listed(targets: readonly Target[]): string {
  const one = (t: Target): string => {
    if (t.method === 'GET') return `<a href="${text(t.path)}">x</a>`
    const inputs = [...new URLSearchParams(t.body)].map(
      ([name, value]) => `<input type="hidden" name="${text(name)}" value="${text(value)}">`,
    )
    const files = t.files.map(name => `<input type="file" name="${text(name)}">`)
    const how = t.files.length > 0 ? ' enctype="multipart/form-data"' : ''
    return `<form method="post" action="${text(t.path)}"${how}>${[...inputs, ...files].join('')}</form>`
  }
  return `<!doctype html><html><body>${targets.map(one).join('\n')}</body></html>`
}

// What asks of whole answers is asked of addresses alone; the database is left to the other scanner.
const MODULES = {
  GET: [
    'cookieflags',
    'csp',
    'http_headers',
    'redirect',
    'crlf',
    'file',
    'exec',
    'sql',
    'xss',
    'permanentxss',
  ],
  POST: ['csrf', 'file', 'exec', 'sql', 'xss', 'permanentxss'],
} as const

type Found = Readonly<
  Record<string, readonly Readonly<Record<'method' | 'path' | 'info' | 'parameter', string>>[]>
>

/** Attacks addresses, or forms, with wapiti. */
export async function wapiti(
  method: 'GET' | 'POST',
  targets: readonly Target[],
  { at, cookie, folder, seconds, begin }: Going,
): Promise<Told> {
  if (targets.length === 0) return { attacked: 0, findings: [] }
  begin(listed(targets))
  const report = join(folder, 'wapiti.json')
  rmSync(report, { force: true })
  const modules = MODULES[method]
  const each = Math.max(2, Math.round((seconds * 0.75) / modules.length))
  const out = await run(
    'wapiti',
    ['-u', `${at}/`, '-d', '1', '-S', 'insane', '-m', modules.join(',')].concat(
      cookie === '' ? [] : ['-H', `Cookie: ${cookie}`],
      ['--skip', '_csrf', '--max-links-per-page', '10000', '--max-parameters', '100', '-t', '20'],
      ['--max-scan-time', String(Math.round(seconds / 4)), '--max-attack-time', String(each)],
      ['--flush-session', '--store-session', folder, '--no-bugreport', '-f', 'json', '-o', report],
    ),
    seconds * 1.25 + 15,
  )
  begin(null)
  // The page that lists them is one of those that are found; so is an address without its question.
  const attacked = Math.min(targets.length, Number(/found (\d+) URLs and forms/.exec(out)?.[1] ?? 1) - 1)
  if (!existsSync(report)) return { attacked, findings: [`wapiti wrote no report: ${out.slice(-800)}`] }
  const { vulnerabilities = {}, anomalies = {} }: { vulnerabilities?: Found; anomalies?: Found } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  const findings = [vulnerabilities, anomalies].flatMap(kinds =>
    Object.entries(kinds).flatMap(([kind, found]) =>
      found.map(f => `wapiti: ${kind}: ${f.method} ${f.path} ${f.parameter}: ${f.info}`),
    ),
  )
  return { attacked, findings }
}

const LINE = '======================================================'

/** Requests as a proxy logs them, which sqlmap reads. */
const asLog = (targets: readonly Target[], at: string, cookie: string): string =>
  targets
    .map(({ method, path, body }) => {
      const head = [`${method} ${path} HTTP/1.1`, `Host: ${new URL(at).host}`]
      const signed = cookie === '' ? head : [...head, `Cookie: ${cookie}`]
      const form = ['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`]
      const lines = method === 'POST' ? [...signed, ...form, '', body] : [...signed, '', '']
      return `${LINE}\n12:00:00  ${at}  [127.0.0.1]\n${LINE}\n${lines.join('\n')}\n${LINE}\n\n`
    })
    .join('\n')

/**
 * Attacks addresses that ask something, or forms, with sqlmap: of addresses every question is tried at length; of forms,
 * which have thousands, those whose answer changes at a first sign.
 * @param session whether the cookie of the session is attacked too: once is enough, as it is read in one place
 */
export async function sqlmap(
  method: 'GET' | 'POST',
  targets: readonly Target[],
  { at, cookie, folder, seconds }: Going,
  session: boolean,
): Promise<Told> {
  if (targets.length === 0) return { attacked: 0, findings: [] }
  const log = join(folder, 'targets.log')
  writeFileSync(log, asLog(targets, at, cookie))
  const out = await run(
    'sqlmap',
    ['-l', log, '--batch', '--ignore-stdin', `--skip=_csrf${session ? '' : ',gt'}`].concat(
      method === 'GET' ? ['--technique=BE'] : ['--smart'],
      ['--skip-waf', '--dbms=PostgreSQL', '--level=2', '--risk=1', '--timeout=20', '--retries=0'],
      ['--disable-coloring', '--flush-session', '--output-dir', folder],
    ),
    seconds,
  )
  const attacked = [...out.matchAll(/^\[\d+\/\d+\] URL:/gm)].length
  const told =
    /.*(?:is vulnerable|appears to be .*injectable|might be injectable|identified the following).*/g
  const findings = [...out.matchAll(told)].map(([line]) => `sqlmap: ${line}${beside(out, line)}`)
  return { attacked, findings: attacked === 0 ? [`sqlmap: ${out.slice(-800)}`] : findings }
}

/** The address that was attacked when something was said. */
const beside = (out: string, line: string): string =>
  ` (at ${[...out.slice(0, out.indexOf(line)).matchAll(/^(?:GET|POST) (http:\S+)/gm)].at(-1)?.[1] ?? 'nowhere'})`

const ELSEWHERE = '//elsewhere.example/x'
const PLANTED = {
  author: '018b280c-a81a-783e-a652-3949e550d275',
  recorded: '2001-01-01T00:00:00.000Z',
  source: 'planted',
  sensitivity: 'restricted',
  signed_by: '018b280c-a81a-783e-a652-3949e550d275',
} as const

/**
 * Sends each form as somebody with a script would: with the ids of an entry and a file that are not of it, with ways back
 * that lead to another site, and with fields that no page asks for. The proxy says what is wrong with an answer.
 * @param entry the id of an entry that is there, of whatever file
 */
export async function tampered(
  targets: readonly Target[],
  { at, cookie }: Going,
  entry: string,
): Promise<Told> {
  for (const t of targets) {
    const whole = new URLSearchParams(t.body)
    const with_ids = new URLSearchParams(t.body)
    for (const name of whole.keys()) if (/_(?:entry|subject)$/.test(name)) with_ids.set(name, entry)
    const more = new URLSearchParams(t.body)
    for (const [name, value] of whole) if (/^\/[^/]/.test(value)) more.set(name, ELSEWHERE)
    for (const [name, value] of Object.entries(PLANTED)) if (!whole.has(name)) more.set(name, value)
    for (const body of [with_ids, more]) {
      const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
      const reply = await fetch(at + t.path, {
        method: 'POST',
        redirect: 'manual',
        headers,
        body: String(body),
      })
      await reply.arrayBuffer()
    }
  }
  return { attacked: targets.length, findings: [] }
}
