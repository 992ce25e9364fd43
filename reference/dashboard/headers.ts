// The headers that hold a browser to the dashboard.
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Pages show customers' data, so no copy of them is kept; a style sheet says its own. */
export function makeHeaders(known: Readonly<Record<string, unknown>>): Record<string, string> {
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    ...(known['cache-control'] === undefined ? { 'cache-control': 'no-store' } : {}),
  }
}
