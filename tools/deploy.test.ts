import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { watch } from '../src/running/watch.ts'

// What stands in deploy/ and docs/operate.md is held to the code, and to the tools that read it where the machine has them.

const project = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string): string => readFileSync(join(project, file), 'utf8')
const web = read('deploy/golden-thread@.service')
const verify = read('deploy/golden-thread-verify.service')
const hasPromtool = spawnSync('promtool', ['--version']).status === 0
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0

/** Every metric that the product may tell. */
async function told(): Promise<ReadonlySet<string>> {
  const state = { since: null, done: 1, runs: 1, failures: 0, elsewhere: 0, stuck: false }
  const names = 'drafts sessions letters lettersLate uploads bytes feedDone entries looks'.split(' ')
  const over = watch({
    pool: () => ({ open: 1, idle: 1, waiting: 0 }),
    jobs: () => [{ name: 'x', state: () => state }],
    counted: async () => Object.fromEntries(names.map(n => [n, 1])),
  })
  over.answered({ method: 'GET', route: '/', status: 200, seconds: 0.1 })
  const text = await over.text()
  over.close()
  return new Set([...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name = '']) => name))
}

const named = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/\b((?:golden_thread|process|nodejs)_\w+?)(?:_bucket)?\b(?![\w@])/g)].map(
      ([, n = '']) => n,
    ),
  ),
]

/** Roles and databases of the guide have names of the same kind. */
const NOT_METRICS = /^golden_thread_(app|owner|web|analyst)$/

describe('metrics', () => {
  it('that the alerts ask for are told', async () => {
    const known = await told()
    const asked = named(read('deploy/alerts.yml'))
    expect(asked.length).toBeGreaterThan(8)
    expect(asked.filter(n => !known.has(n))).toEqual([])
  })

  it.skipIf(!hasPromtool)('raise the alerts when they should, by Prometheus’ own tool', () => {
    const tested = spawnSync('promtool', ['test', 'rules', 'deploy/alerts.test.yml'], {
      cwd: project,
      encoding: 'utf8',
    })
    expect(tested.status, `${tested.stdout}${tested.stderr}`).toBe(0)
  })

  it('are all in the guide, and the guide names no others', async () => {
    const inGuide = named(read('docs/operate.md')).filter(n => !NOT_METRICS.test(n))
    expect([...inGuide].sort()).toEqual([...(await told())].sort())
  })
})

describe('the units', () => {
  it.each([
    ['web', web],
    ['verify', verify],
  ])('the one for %s runs as a user that has nothing, on files it may not write to', (_, unit) => {
    const wanted =
      'DynamicUser=yes NoNewPrivileges=yes CapabilityBoundingSet= ProtectSystem=strict ProtectHome=yes PrivateTmp=yes PrivateDevices=yes RestrictNamespaces=yes SystemCallArchitectures=native'
    for (const line of wanted.split(' ')) expect(unit.split('\n')).toContain(line)
    expect(unit).not.toMatch(/password|:\/\/.*@|^User=root/im)
  })

  it('give a stop longer than the product takes, and start nothing again that can’t be used', () => {
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(web)?.[1])).toBeGreaterThan(20)
    expect(web).toMatch(/^RestartPreventExitStatus=2$/m)
  })

  it('start what there is', () => {
    for (const unit of [web, verify])
      for (const path of /^ExecStart=\/opt\/golden-thread\/(\S+) (\S+)/m.exec(unit)?.slice(1) ?? ['none'])
        expect(existsSync(join(project, path)), path).toBe(true)
  })

  it.skipIf(!hasSystemd)('are read by systemd without a word, and leave little to attack', () => {
    const folder = mkdtempSync(join(tmpdir(), 'golden-thread-units-'))
    const here = (unit: string) => unit.replaceAll('/opt/golden-thread', project.replace(/\/$/, ''))
    writeFileSync(join(folder, 'golden-thread@3001.service'), here(web))
    writeFileSync(join(folder, 'golden-thread-verify.service'), here(verify))
    writeFileSync(join(folder, 'golden-thread-verify.timer'), read('deploy/golden-thread-verify.timer'))
    const analyze = (...args: string[]) =>
      spawnSync('systemd-analyze', args, { cwd: folder, encoding: 'utf8' })
    const units = ['golden-thread@3001.service', 'golden-thread-verify.service', 'golden-thread-verify.timer']
    const verified = analyze('verify', '--man=no', ...units.map(u => `./${u}`))
    // Other units of the machine may have faults of their own.
    expect(
      `${verified.stdout}${verified.stderr}`.split('\n').filter(l => l.includes('golden-thread')),
    ).toEqual([])
    const secure = analyze('security', '--offline=true', '--threshold=20', './golden-thread@3001.service')
    expect(secure.status, secure.stdout.split('\n').at(-2)).toBe(0)
    rmSync(folder, { recursive: true, force: true })
  })
})

describe('the container', () => {
  const file = read('deploy/Containerfile')
  const steps = file.replaceAll('\\\n', ' ').split('\n')

  it('runs as nobody, stops in order, and is asked whether it is ready', () => {
    expect(steps).toContain('USER 65532:65532')
    expect(steps).toContain('STOPSIGNAL SIGTERM')
    expect(steps.find(s => s.startsWith('HEALTHCHECK'))).toContain('/ready')
    expect(steps.at(-2)).toBe('CMD ["start"]')
    expect(file).not.toMatch(/:latest|ADD |sudo|chmod 777|password/i)
  })

  it('takes only files that there are', () => {
    const copied = steps
      .filter(s => s.startsWith('COPY ') && !s.includes('--from'))
      .flatMap(s => s.split(' ').slice(1, -1))
    expect(copied.length).toBeGreaterThan(6)
    expect(copied.filter(path => !existsSync(join(project, path)))).toEqual([])
  })
})
