import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { counting } from './counting.ts'
import { crawl, type Target } from './crawl.ts'

/**
 * Attacks a demonstration that runs on this machine with the distribution's wapiti and sqlmap, signed in as several people
 * one after the other, and prints what was run, how much was asked and what was found. Only a loopback address is taken.
 * Usage: node bench/attack/run.ts http://127.0.0.1:PORT [wapiti|sqlmap|both] [SECONDS OF EACH] [PEOPLE, such as 0,3,6] [PAGES TO OPEN]
 */
const [address = '', which = 'both', long = '300', roles = '1,3,6', most = '150'] = process.argv.slice(2)
const to = new URL(address)
if (!['127.0.0.1', 'localhost', '[::1]'].includes(to.hostname)) {
  console.error('This attacks what it is pointed at, so it takes an address of this machine only.')
  process.exit(2)
}
const seconds = Number(long)
const folder = mkdtempSync(join(tmpdir(), 'attack-'))
const proxy = await counting(to, 0)
const heard = proxy.server.address()
const port = typeof heard === 'object' && heard !== null ? heard.port : 0
const at = `http://127.0.0.1:${port}`

/** Runs a program to its end, or stops it some seconds after its time. */
function run(program: string, args: readonly string[], within: number): Promise<string> {
  console.log(`\n$ ${program} ${args.map(a => a.replaceAll(folder, 'FOLDER')).join(' ')}`)
  return new Promise(resolve => {
    const child = spawn(program, [...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    child.stdout.on('data', part => {
      out += String(part)
    })
    child.stderr.on('data', part => {
      out += String(part)
    })
    // Some ask what to do when they are stopped, and nobody is there to say.
    const timer = setTimeout(() => child.kill('SIGINT'), (within + 120) * 1000)
    const end = setTimeout(() => child.kill('SIGKILL'), (within + 140) * 1000)
    child.on('error', error => resolve(`${program} could not be started: ${error.message}`))
    child.on('exit', () => {
      clearTimeout(timer)
      clearTimeout(end)
      resolve(out)
    })
  })
}

function told(): void {
  const { statuses, faults } = proxy.take()
  const all = [...statuses.values()].reduce((a, b) => a + b, 0)
  const each = [...statuses].sort(([a], [b]) => a - b).map(([s, n]) => `${s}: ${n}`)
  console.log(`${all} requests (${each.join(', ')})`)
  for (const [place, url] of faults) console.log(`  a fault of ours: ${place}, at ${url.slice(0, 300)}`)
}

/** A cookie of the demonstration's nth person. */
async function signIn(
  n: number,
): Promise<{ readonly name: string; readonly cookie: string; readonly csrf: string }> {
  const page = await (await fetch(`${at}/sign-in`)).text()
  const person = [...page.matchAll(/name="person" value="([^"]+)"[^>]*>([\s\S]*?)<\/button>/g)][n]
  const reply = await fetch(`${at}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ person: person?.[1] ?? '' }).toString(),
  })
  const cookie = (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const home = await (await fetch(`${at}/`, { headers: { cookie } })).text()
  return {
    csrf: /name="_csrf" value="([^"]+)"/.exec(home)?.[1] ?? '',
    name: (person?.[2] ?? `person ${n}`)
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    cookie,
  }
}

const LINE = '======================================================'

/** Requests as a proxy logs them, which sqlmap reads. */
const asLog = (targets: readonly Target[], cookie: string): string =>
  targets
    .map(({ method, path, body }) => {
      const head = [`${method} ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, `Cookie: ${cookie}`]
      const form = ['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`]
      const lines = method === 'POST' ? [...head, ...form, '', body] : [...head, '', '']
      return `${LINE}\n12:00:00  http://127.0.0.1:${port}  [127.0.0.1]\n${LINE}\n${lines.join('\n')}\n${LINE}\n\n`
    })
    .join('\n')

async function wapiti(cookie: string, starts: readonly string[]): Promise<void> {
  const report = join(folder, 'wapiti.json')
  const out = await run(
    'wapiti',
    ['-u', `${at}/`, ...starts.flatMap(s => ['-s', `${at}${s}`]), '-H', `Cookie: ${cookie}`].concat(
      ['-d', '1', '--max-links-per-page', '40', '--max-files-per-dir', '10', '--max-parameters', '60'],
      ['-m', 'cookieflags,csp,http_headers,csrf,redirect,crlf,file,exec,sql,xss,permanentxss,blindsql'],
      [
        '--max-scan-time',
        String(Math.round(seconds / 6)),
        '--max-attack-time',
        String(Math.round(seconds / 20)),
      ],
      [
        '-t',
        '20',
        '--flush-session',
        '--store-session',
        folder,
        '--no-bugreport',
        '-f',
        'json',
        '-o',
        report,
      ],
    ),
    seconds,
  )
  console.log(/found \d+ URLs and forms/.exec(out)?.[0] ?? out.slice(-600))
  if (!existsSync(report)) return console.log(`wapiti wrote no report: ${out.slice(-1500)}`)
  const made = JSON.parse(readFileSync(report, 'utf8')) as {
    vulnerabilities: Record<string, { method: string; path: string; info: string; parameter: string }[]>
    anomalies: Record<string, { method: string; path: string; info: string; parameter: string }[]>
  }
  for (const [kind, found] of [...Object.entries(made.vulnerabilities), ...Object.entries(made.anomalies)])
    for (const f of found) console.log(`  wapiti: ${kind}: ${f.method} ${f.path} ${f.parameter}: ${f.info}`)
}

async function sqlmap(targets: readonly Target[], cookie: string): Promise<void> {
  const log = join(folder, 'targets.log')
  writeFileSync(log, asLog(targets, cookie))
  const out = await run(
    'sqlmap',
    [
      '-l',
      log,
      '--batch',
      '--ignore-stdin',
      '--smart',
      '--skip=_csrf',
      '--skip-waf',
      '--dbms=PostgreSQL',
      '--level=2',
      '--risk=1',
    ].concat([
      '--timeout=20',
      '--retries=0',
      '--disable-coloring',
      '--flush-session',
      '--output-dir',
      folder,
    ]),
    seconds,
  )
  const tried = new Set([...out.matchAll(/(?:GET|POST) (http:\S+)/g)].map(m => m[1]))
  if (tried.size === 0) console.log(out.slice(-1500))
  console.log(`${tried.size} of ${targets.length} targets come to in the time`)
  for (const [line] of out.matchAll(
    /.*(?:is vulnerable|appears to be .*injectable|might be injectable|identified the following).*/g,
  ))
    console.log(`  sqlmap: ${line}`)
  console.log(
    `  ${[...out.matchAll(/does not seem to be injectable|skipping .*parameter/g)].length} parameters put aside`,
  )
}

try {
  for (const n of roles.split(',').map(Number)) {
    const { name, cookie, csrf } = await signIn(n)
    const { opened, targets } = await crawl(at, cookie, Number(most))
    console.log(`\n── as ${name}: ${opened} pages opened, ${targets.length} forms and questions found`)
    told()
    if (which !== 'sqlmap') {
      await wapiti(
        cookie,
        ['/find?q=sam', ...targets.filter(t => t.method === 'GET').map(t => t.path)].slice(0, 40),
      )
      told()
    }
    if (which !== 'wapiti') {
      // A scan may have ended the session.
      const again = await signIn(n)
      await sqlmap(
        targets.map(t => ({ ...t, body: t.body.replaceAll(csrf, again.csrf) })),
        again.cookie,
      )
      told()
    }
  }
} finally {
  proxy.server.close()
  proxy.server.closeAllConnections()
  rmSync(folder, { recursive: true, force: true })
}
