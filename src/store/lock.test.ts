import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { givenFile } from '../../test/support/children.ts'
import { openStore } from './connection.ts'
import { appendAll, readEntries } from './ledger.ts'
import { FolderInUse, takeLock } from './lock.ts'

const home = mkdtempSync(join(tmpdir(), 'golden-thread-lock-'))
const folder = (name: string) => join(home, name)
const lockIn = (name: string) => join(folder(name), 'in-use')
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** Leaves a lock as another process would have. */
function leave(name: string, text: string): void {
  takeLock(folder(name))()
  writeFileSync(lockIn(name), text)
}

test('a folder is taken, and given back', () => {
  const giveBack = takeLock(folder('a'))
  expect(readFileSync(lockIn('a'), 'utf8').split(' ')[0]).toBe(String(process.pid))
  giveBack()
  expect(existsSync(lockIn('a'))).toBe(false)
})

test('a folder in use by a living process is refused: by which, and what to do', () => {
  leave('b', String(process.ppid))
  expect(() => takeLock(folder('b'))).toThrow(FolderInUse)
  expect(() => takeLock(folder('b'))).toThrow(
    new RegExp(`already in use by process ${process.ppid}. Stop that one first, or set GOLDEN_THREAD_DATA`),
  )
  expect(readFileSync(lockIn('b'), 'utf8')).toBe(String(process.ppid))
})

test('twice in one process is twice', () => {
  const giveBack = takeLock(folder('c'))
  expect(() => takeLock(folder('c'))).toThrow(FolderInUse)
  giveBack()
  takeLock(folder('c'))()
})

test('a lock left by a process that died is taken over', () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  leave('d', String(dead))
  const giveBack = takeLock(folder('d'))
  expect(readFileSync(lockIn('d'), 'utf8').split(' ')[0]).toBe(String(process.pid))
  giveBack()
})

test('a lock left before a restart, whose number another process has now, is taken over', () => {
  leave('g', `${process.ppid} 1`)
  takeLock(folder('g'))()
})

test.each(['', 'not a number', '-5', String(process.pid)])('a lock that says “%s” is nobody’s', text => {
  leave('e', text)
  takeLock(folder('e'))()
})

test('an embedded database refuses a second opening, and keeps what was written for the next', async () => {
  const file = givenFile()
  const store = await openStore({ folder: folder('f') })
  await store.db.transaction().execute(tx => appendAll(tx, [file.subject], file.entries))
  await expect(openStore({ folder: folder('f') })).rejects.toThrow(FolderInUse)
  await store.close()
  const again = await openStore({ folder: folder('f') })
  const read = await readEntries(again.db, file.subject.id)
  await again.close()
  expect(read.map(e => e.id)).toEqual(file.entries.map(e => e.id))
})
