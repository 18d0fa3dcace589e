/** A setting of the environment, as it is told to whoever runs the product. */
export interface Setting {
  readonly name: string
  readonly means: string
  readonly otherwise: string
}

export interface SettingsOf {
  readonly title: string
  readonly settings: readonly Setting[]
}

const setting = (name: string, means: string, otherwise: string): Setting => ({ name, means, otherwise })

/** Every setting there is. `config.ts` reads these and no others, and a test holds the two together. */
export const settings: readonly SettingsOf[] = [
  {
    title: 'Database',
    settings: [
      setting('DATABASE_URL', 'A PostgreSQL server: `postgres://user@host/name`.', 'The embedded database.'),
      setting(
        'GOLDEN_THREAD_DATA',
        'The folder of the embedded database. Not together with `DATABASE_URL`.',
        '`.golden-thread/data` in the project; `.golden-thread/demonstration` for the demonstration.',
      ),
      setting(
        'GOLDEN_THREAD_CONNECTIONS',
        'The most connections of one process to a server, from 4 to 200.',
        '10',
      ),
      setting(
        'GOLDEN_THREAD_CONNECT_SECONDS',
        'How long a connection to a server is waited for, whether it does not answer or all are in use, from 1 to 120. Then the page says that the record can’t be reached just now.',
        '10',
      ),
    ],
  },
  {
    title: 'Where it answers',
    settings: [
      setting('HOST', 'The address to listen at.', '`127.0.0.1`'),
      setting('PORT', 'The port; 0 takes a free one.', '3000'),
      setting(
        'GOLDEN_THREAD_URL',
        'The address by which people come, such as `https://golden-thread.example`: for passkeys and the council’s own sign-in.',
        'Neither is offered.',
      ),
      setting(
        'GOLDEN_THREAD_PROXY',
        '`yes` where a proxy stands in front and says in `X-Forwarded-For` who asks.',
        '`no`',
      ),
      setting('GOLDEN_THREAD_DEMO', '`yes` for the demonstration: invented people, loopback only.', '`no`'),
      setting(
        'GOLDEN_THREAD_STOP_SECONDS',
        'How long requests under way are given when it is told to stop, from 1 to 600.',
        '20',
      ),
    ],
  },
  {
    title: 'What it says of itself',
    settings: [
      setting(
        'GOLDEN_THREAD_LOG_LEVEL',
        '`error`, `warn`, `info` (a line for each request) or `debug` (also for files and for questions whether it is well).',
        '`info`; `warn` for the demonstration.',
      ),
      setting(
        'GOLDEN_THREAD_LOG_FORMAT',
        '`json`, a line each, or `text`.',
        '`json`; `text` for the demonstration.',
      ),
      setting(
        'GOLDEN_THREAD_METRICS',
        'Where Prometheus is answered, as `host:port`, such as `127.0.0.1:9464`. Keep it off every network that people are on.',
        'Nowhere.',
      ),
    ],
  },
  {
    title: 'The council’s own sign-in, by OpenID Connect',
    settings: [
      setting('GOLDEN_THREAD_OIDC_ISSUER', 'Address of the provider.', 'People sign in here.'),
      setting(
        'GOLDEN_THREAD_OIDC_CLIENT',
        'What the provider calls this product.',
        'Needed with the issuer.',
      ),
      setting('GOLDEN_THREAD_OIDC_SECRET', 'The secret that the provider gave.', 'Needed with the issuer.'),
      setting('GOLDEN_THREAD_OIDC_NAME', 'What people call that account.', '“your work account”'),
      setting(
        'GOLDEN_THREAD_OIDC_CLAIM',
        'By what people are known: `email` or `preferred_username`.',
        '`email`',
      ),
    ],
  },
  {
    title: 'Other services',
    settings: [
      setting(
        'GOLDEN_THREAD_SCANNER',
        'clamd, as `host:port`: files are looked at for viruses before they are kept. When it does not answer, no file is kept, and the sender is told.',
        'Files are kept without it.',
      ),
      setting(
        'GOLDEN_THREAD_NOTIFY_KEY',
        'An API key of GOV.UK Notify: letters to referrers go by email.',
        'Letters are printed.',
      ),
      setting(
        'GOLDEN_THREAD_NOTIFY_TEMPLATE',
        'The ID of an email template there, whose subject is `((subject))` and whose message is `((body))`.',
        'Needed with the key.',
      ),
      setting('GOLDEN_THREAD_NOTIFY_URL', 'Another address of Notify, for trying out.', 'Notify’s own.'),
    ],
  },
  {
    title: 'The Department’s daily feed',
    settings: [
      setting(
        'GOLDEN_THREAD_DFE_URL',
        'Its address, up to `/children_social_care_data`.',
        'Nothing is sent.',
      ),
      setting(
        'GOLDEN_THREAD_DFE_KEY',
        'The key that the Department gave (sent as `SupplierKey`).',
        'Needed with the address.',
      ),
      setting(
        'GOLDEN_THREAD_DFE_LA_CODE',
        'The council’s number, three figures.',
        'Needed with the address.',
      ),
      setting(
        'GOLDEN_THREAD_DFE_TOKEN_URL',
        'Where to get a token first (OAuth 2, client credentials).',
        'The key alone.',
      ),
      setting('GOLDEN_THREAD_DFE_CLIENT', 'The client of the token.', 'Needed with its address.'),
      setting('GOLDEN_THREAD_DFE_SECRET', 'The secret of the token.', 'Needed with its address.'),
      setting('GOLDEN_THREAD_DFE_SCOPE', 'The scope of the token.', 'Needed with its address.'),
    ],
  },
]

export const settingNames: readonly string[] = settings.flatMap(s => s.settings.map(({ name }) => name))

/** Set by the product’s own start, for itself. */
const OURS: ReadonlySet<string> = new Set(['GOLDEN_THREAD_OWN_NODE'])

/** How many letters have to be put in, taken out or changed to make one name of another (Levenshtein). */
const apart = (a: string, b: string): number => {
  const row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    let corner = row[0] ?? 0
    row[0] = i
    for (let j = 1; j <= b.length; j += 1) {
      const above = row[j] ?? 0
      row[j] = Math.min(above + 1, (row[j - 1] ?? 0) + 1, corner + (a[i - 1] === b[j - 1] ? 0 : 1))
      corner = above
    }
  }
  return row[b.length] ?? 0
}

/** A fault for each setting of ours that is none: one letter wrong would leave a scanner or a feed out unseen. */
export function unknownSettings(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.keys(env)
    .filter(name => name.startsWith('GOLDEN_THREAD_') && !settingNames.includes(name) && !OURS.has(name))
    .map(name => {
      const [near] = settingNames.toSorted((a, b) => apart(a, name) - apart(b, name))
      return `${name} is no setting.${near && apart(near, name) < 6 ? ` Is it ${near}?` : ''} They are in docs/tables/settings.md.`
    })
}
