import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openStore, type Store } from '../../src/store/connection.ts'

async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** Drops a database. The server takes a moment to see that a connection was closed, and drops none that has one. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await asOwner(url, `drop database ${name}`)
    } catch (error) {
      if (tries === 100) throw error
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }
}

/** A database of its own on the tests' server, dropped when it is closed. */
export async function openServerCopy(url: string): Promise<Store & { readonly url: string }> {
  const name = `t_${randomBytes(6).toString('hex')}`
  await asOwner(url, `create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const store = await openStore({ url: own.href })
  const close = async () => {
    await store.close()
    await dropDatabase(url, name)
  }
  return { ...store, url: own.href, close }
}
