const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const NOTHING = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer']
const NOR = ['microphone', 'midi', 'payment', 'usb', 'browsing-topics']

const ALWAYS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': [...NOTHING, ...NOR].map(what => `${what}=()`).join(', '),
  'x-permitted-cross-domain-policies': 'none',
}

/**
 * The headers of every answer: no script, style or frame but our own, nothing kept, nothing guessed.
 * @param overTls true where people come by https; their browser then never comes without it again
 */
export const headersFor = (overTls: boolean): Readonly<Record<string, string>> =>
  overTls ? { ...ALWAYS, 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : ALWAYS
