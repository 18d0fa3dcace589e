/** Whence somebody signs in: no address is kept whole. */
export interface From {
  /** Tells one address from another, and says none: see `sealed`. */
  readonly address: string
  /** The address without its end, for its owner to recognise. */
  readonly near: string
  /** The browser and what it runs on, in words. */
  readonly device: string
  /** The token of a device that was here before. */
  readonly known: string | undefined
  /** The session there was, which ends when another begins. */
  readonly session: string | undefined
}

const BROWSERS = [
  ['Edge', /Edg\//],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrome\//],
  ['Safari', /Safari\//],
] as const

const SYSTEMS = [
  ['an iPhone', /iPhone/],
  ['an iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['a Mac', /Macintosh|Mac OS X/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux/],
] as const

/** A browser in words that its owner knows: "Firefox on Windows". What it says of itself is not kept. */
export function deviceWords(agent: string): string {
  const browser = BROWSERS.find(([, sign]) => sign.test(agent))?.[0] ?? 'A browser'
  const system = SYSTEMS.find(([, sign]) => sign.test(agent))?.[0]
  return system ? `${browser} on ${system}` : browser
}

/** An address without its end: enough to tell the office from home. */
export function nearWords(address: string): string {
  const four = /(?:^|:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(address)
  if (four) return `${four[1]}.${four[2]}.${four[3]}.…`
  const parts = address.split(':')
  return parts.length > 2 ? `${parts.slice(0, 3).join(':')}:…` : ''
}
