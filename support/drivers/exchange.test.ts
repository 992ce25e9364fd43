// An exchange is read by whoever has to find out what went wrong, and repeated by whoever does not believe it.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { renderExchanges, type Exchange } from './exchange.ts'
import { makeRedactor } from './redactor.ts'

const exchange: Exchange = {
  operation: 'updateWallet',
  tenant: 'maple',
  method: 'PATCH',
  url: 'http://127.0.0.1:1/wallet/5?a=b',
  requestHeaders: { 'X-EES-AUTH-HASH': 'canary-hash' },
  requestBody: '{"friendlyName":"O\'Neill"}',
  status: 409,
  responseHeaders: { 'x-ees-called-unique-id': 'call-1', date: 'today' },
  responseBody: '{"errorCode":"WALLET_TERMINATED"}',
  tookMs: 7,
  error: '',
}

const redactor = makeRedactor({ headers: ['x-ees-auth-hash'], jsonPaths: ['$..pin'] })

test('what is secret in it is covered wherever it stands', () => {
  const asked: Exchange = {
    ...exchange,
    url: 'http://127.0.0.1:1/wallet/5?pin=canary-query',
    requestBody: '{"pin":"canary-body"}',
    responseHeaders: { 'set-cookie': 'canary-cookie' },
    responseBody: '{"list":[{"pin":"canary-answer"}]}',
  }
  const text = renderExchanges([asked], redactor)
  expect(text).not.toContain('canary')
  expect(text).toContain('> X-EES-AUTH-HASH: [redacted]')
  expect(text).toContain('< set-cookie: [redacted]')
  expect(text).toContain('<       "pin": "[redacted]"')
})

test('the newest stands first, with status, time, call id and bodies', () => {
  const unanswered = { ...exchange, operation: 'getWallet', status: null, error: 'reset' }
  const text = renderExchanges([exchange, unanswered], redactor)
  expect(text.split('\n\n').map((one) => one.split('\n')[0])).toEqual([
    '2. getWallet for maple: PATCH http://127.0.0.1:1/wallet/5?a=b → no answer: reset',
    '1. updateWallet for maple: PATCH http://127.0.0.1:1/wallet/5?a=b → 409 after 7 ms',
  ])
  expect(text).toContain('< x-ees-called-unique-id: call-1')
  expect(text).toContain('<   "errorCode": "WALLET_TERMINATED"')
  expect(text).not.toContain('today')
})

test('the command that repeats it signs the same bytes that it sends', () => {
  const [, command = ''] = /Repeat it: (.*)/.exec(renderExchanges([exchange], redactor)) ?? []
  // A curl that only says what it was given.
  const script = `curl() { printf '%s\\n' "$@"; }; ${command}`
  const args = execFileSync('bash', ['-c', script], {
    env: { PATH: process.env['PATH'], MAPLE_CLIENT_ID: 'client', MAPLE_SECRET: 'secret' },
    encoding: 'utf8',
  }).split('\n')
  const body = `{"friendlyName":"O'Neill"}`
  const hash = createHash('sha256').update(`/wallet/5?a=b${body}secret`).digest('hex')
  expect(args).toContain(body)
  expect(args).toContain('X-EES-AUTH-CLIENT-ID: client')
  expect(args).toContain(`X-EES-AUTH-HASH: ${hash}`)
})
