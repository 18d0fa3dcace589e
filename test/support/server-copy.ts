import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openStore, type Store } from '../../src/store/connection.ts'

/** A database of its own on the tests' server, dropped when it is closed. */
export async function openServerCopy(url: string): Promise<Store & { readonly url: string }> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await admin(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const store = await openStore({ url: own.href })
  const close = async () => {
    await store.close()
    // The server takes a moment to see that a connection was closed, and drops no database that has one.
    for (let tries = 0; ; tries += 1) {
      try {
        return await admin(`drop database ${name}`)
      } catch (error) {
        if (tries === 100) throw error
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    }
  }
  return { ...store, url: own.href, close }
}
