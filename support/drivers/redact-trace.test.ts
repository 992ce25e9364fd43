// What a page sent and got is in its trace, whatever form it had; none of it may be a secret.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { redactTrace } from './redact-trace.ts'
import { makeRedactor } from './redactor.ts'

const redactor = makeRedactor({ headers: ['X-Key'], jsonPaths: ['$..pin'] })

const redact = (name: string, body: string): string => {
  const made = redactTrace(zipSync({ [name]: strToU8(body) }), redactor)
  return strFromU8(unzipSync(made)[name] ?? new Uint8Array())
}

const secret = 'open-sesame'

test.each([
  ['a header', { headers: [{ name: 'x-key', value: secret }] }],
  ['a cookie', { cookies: [{ name: 'session', value: secret, httpOnly: true }] }],
  ['a set-cookie header', { headers: [{ name: 'Set-Cookie', value: `session=${secret}; HttpOnly` }] }],
  ['a JSON body', { postData: { text: `{"pin":"${secret}"}` } }],
  ['a form', { postData: { text: `user=a&password=${secret}` } }],
  ['a form as pairs', { postData: { params: [{ name: 'password', value: secret }] } }],
  ['an address', { url: `http://127.0.0.1/a?pin=${secret}` }],
  ['a cookie without attributes', { cookies: [{ name: 'session', value: secret }] }],
  ['an address in a sentence', { message: `navigating to "http://h/?pin=${secret}", waiting` }],
  ['an input of the page', { html: ['INPUT', { name: 'pin', __playwright_value_: secret }] }],
  ['an address of the page', { html: ['FORM', { action: `/a?pin=${secret}` }] }],
  ['a field of a record', { params: { password: secret } }],
])('%s is covered in the records', (_what, record) => {
  const text = redact('trace.network', `${JSON.stringify({ type: 'resource-snapshot', snapshot: record })}\n`)
  expect(text).not.toContain(secret)
  expect(text).toContain('[redacted]')
})

test('a kept answer is covered as the body it is', () => {
  expect(redact('resources/1.json', `{"a":1,"pin":"${secret}"}`)).not.toContain(secret)
})

test('a kept page is covered in its inputs, addresses and scripts', () => {
  const page = `<a href="/x?pin=${secret}">x</a><input type="hidden" name="pin" value="${secret}">
<script>fetch('/a', { headers: { 'X-Key': '${secret}' } })</script>`
  expect(redact('resources/1.html', page)).not.toContain(secret)
})

test('records stay records, and what is no secret stays', () => {
  const line = JSON.stringify({ type: 'before', title: 'Click', headers: [{ name: 'accept', value: '*/*' }] })
  expect(redact('trace.trace', `${line}\n`)).toBe(`${line}\n`)
})
