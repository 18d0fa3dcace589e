import type { Command } from './arguments.ts'

/** What can be typed, and which settings are read. */
export const help = (commands: readonly Command[]): string => `Golden Thread: the children's services record

${commands.map(c => `  golden-thread ${c.usage}\n      ${c.says}`).join('\n')}
  golden-thread help
      This page.

Settings, from the environment:
  DATABASE_URL         a PostgreSQL server, such as postgres://user@host/name: for real work
  GOLDEN_THREAD_DATA   the folder of the embedded database, where there is no server
  HOST, PORT           where to listen; 127.0.0.1 and 3000 where not said
  GOLDEN_THREAD_SCANNER  clamd, as host:port, to look at files for viruses before they are kept
  GOLDEN_THREAD_URL    the address by which people come, for passkeys and the council's own sign-in
  GOLDEN_THREAD_OIDC_ISSUER, _CLIENT, _SECRET, _NAME, _CLAIM  the council's own sign-in, by OpenID Connect
  GOLDEN_THREAD_NOTIFY_KEY, GOLDEN_THREAD_NOTIFY_TEMPLATE  GOV.UK Notify, to send letters by email
  GOLDEN_THREAD_LOG_LEVEL, GOLDEN_THREAD_METRICS  what it says of itself, and where Prometheus asks
  GOLDEN_THREAD_DEMO   yes for the demonstration: invented people, loopback only
All of them: docs/tables/settings.md`
