import { expect, test, vi } from 'vitest'
import { every } from './every.ts'

const work = (run: () => Promise<unknown>, patience = 60) => ({
  name: 'trying',
  title: 'Trying',
  seconds: 60,
  patience,
  run,
})

test('a job says how it stands: done, failed, or done by another process', async () => {
  const done = every(
    work(async () => 3),
    () => {},
  )
  const elsewhere = every(
    work(async () => 'elsewhere'),
    () => {},
  )
  const failed = every(
    work(async () => {
      throw new Error('no')
    }),
    () => {},
  )
  await Promise.all([done.stop(), elsewhere.stop(), failed.stop()])
  expect(done.state()).toMatchObject({
    runs: 1,
    done: expect.any(Number),
    failures: 0,
    elsewhere: 0,
    since: null,
  })
  expect(elsewhere.state()).toMatchObject({ runs: 1, done: null, elsewhere: 1, failures: 0 })
  expect(failed.state()).toMatchObject({ runs: 1, done: null, failures: 1 })
})

test('one that takes too long is said to be stuck, once, and goes on', async () => {
  const said = vi.fn()
  let end = () => {}
  const job = every(
    work(async () => {
      await new Promise<void>(resolve => {
        end = resolve
      })
    }, 0.01),
    said,
  )
  await vi.waitFor(() => expect(job.state().stuck).toBe(true))
  expect(job.state()).toMatchObject({ since: expect.any(Number), done: null })
  end()
  await job.stop()
  expect(job.state()).toMatchObject({ stuck: false, since: null, done: expect.any(Number) })
  expect(said.mock.calls).toEqual([
    ['warn', 'Trying takes longer than it should, and may be stuck', { job: 'trying', seconds: 0.01 }],
  ])
})
