import { createServer, type Server } from 'node:http'
import { afterAll } from 'vitest'
import { type App, appWith } from '../../../test/support/app.ts'
import { listen } from '../../../test/support/listen.ts'

// The council's own sign-in: once against a provider that others wrote and had certified, and once against one that lies.

export const CLIENT = 'golden-thread'
export const SECRET = 'a secret between the two of them, long enough'
export const BASE = 'http://localhost:3999'

/** What the staff file says: this worker alone has an account, at this address. */
export const declare = async (app: App, worker: string, email: string) => {
  await app.store.db.deleteFrom('account').execute()
  const username = email.split('@')[0] ?? ''
  await app.store.db.insertInto('account').values({ worker, username, email, password: null }).execute()
}

/** Goes from our sign-in to the provider. */
export async function start(app: App, then = '/help') {
  const sent = await app.server.inject({ url: `/sign-in/organisation?then=${encodeURIComponent(then)}` })
  const step = sent.cookies.find(c => c.name === 'gt_step')?.value ?? ''
  return { to: new URL(String(sent.headers.location)), step }
}

/** Comes back from the provider, with what it sent. */
export async function back(app: App, query: string, step: string) {
  const sent = await app.server.inject({
    url: `/sign-in/organisation/back?${query}`,
    headers: { cookie: `gt_step=${step}` },
  })
  return {
    status: sent.statusCode,
    to: sent.headers.location,
    text: sent.body,
    gt: sent.cookies.find(c => c.name === 'gt')?.value,
  }
}

/** Providers that a test makes, and products that take people from one; both are ended with the file. */
export function organisation() {
  const apps: App[] = []
  const closing: Server[] = []
  const serving = async (make: (address: string) => Parameters<typeof createServer>[1]) => {
    let handle: Parameters<typeof createServer>[1]
    const server = createServer((request, reply) => handle?.(request, reply))
    const address = await listen(server)
    closing.push(server)
    handle = make(address)
    return address
  }

  const reports: string[] = []
  const appAt = async (issuer: string, claim: 'email' | 'preferred_username' = 'email'): Promise<App> => {
    const app = await appWith([], [], undefined, {
      signIn: {
        address: new URL(BASE),
        provider: {
          issuer: new URL(issuer),
          clientId: CLIENT,
          clientSecret: SECRET,
          name: 'Thimble account',
          claim,
          report: why => void reports.push(why),
        },
      },
    })
    apps.push(app)
    return app
  }
  afterAll(async () => {
    for (const app of apps) await app.close()
    for (const server of closing) {
      server.closeAllConnections()
      server.close()
    }
  })

  return { serving, appAt, reports }
}
