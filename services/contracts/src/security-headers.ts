/** What the headers depend on: the only foreign origins that pages may use, and how shoppers come. */
export interface PageSurroundings {
  /** The payment broker's script for browsers. */
  brokerScriptUrl: string
  /** The payment broker's API: card numbers go there and nowhere else. */
  brokerUrl: string
  /** Off only where shoppers come over plain HTTP, as on one machine. */
  https: boolean
}

/** Pages of a shop need none of these of a device. */
const noDevices = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

/** The headers of every answer, whoever serves it: the gateway, or the web server of a cluster. */
export function securityHeaders(surroundings: PageSurroundings): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(surroundings),
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': noDevices,
    'referrer-policy': 'no-referrer',
    ...(surroundings.https && overHttpsOnly),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-xss-protection': '0',
  }
}

/** Browsers do not heed these otherwise, and complain of the first. */
const overHttpsOnly = {
  'cross-origin-opener-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
}

function contentSecurityPolicy({ brokerScriptUrl, brokerUrl, https }: PageSurroundings): string {
  const script = new URL(brokerScriptUrl).origin
  const api = new URL(brokerUrl).origin
  return [
    "default-src 'self'",
    `script-src 'self' ${script}`,
    `frame-src ${script}`,
    `connect-src 'self' ${api}`,
    "img-src 'self' data:",
    "style-src 'self'",
    // Positions computed by the dialog library are style attributes.
    "style-src-attr 'unsafe-inline'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join(';')
}

/** The same as a file that nginx includes. */
export const securityHeadersForNginx = (surroundings: PageSurroundings): string =>
  Object.entries(securityHeaders(surroundings))
    .map(([name, value]) => `add_header ${name} ${quoted(value)} always;\n`)
    .join('')

/** nginx reads `$` as a variable and knows no escape for it; none of the values may hold one. */
function quoted(value: string): string {
  if (/[$\n]/.test(value)) throw new Error(`nginx cannot send this header: ${value}`)
  return `"${value.replaceAll(/["\\]/g, '\\$&')}"`
}
