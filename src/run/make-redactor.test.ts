import { describe, expect, it } from 'vitest'
import { findTooShort, makeRedactor, redactJson } from './make-redactor.ts'

const secret = 'p"ss wörd+1'
const odd = `a/b'c"d\\e!f <wörd> g`

describe('makeRedactor', () => {
  it.each([
    ['plain', secret],
    ['inside JSON', JSON.stringify({ password: secret })],
    ['inside a URL', `http://h/?p=${encodeURIComponent(secret)}`],
    ['inside a URL with low escapes', encodeURIComponent(secret).replaceAll(/%../g, (x) => x.toLowerCase())],
    ['as base64', Buffer.from(secret).toString('base64')],
    ['as hexadecimal', Buffer.from(secret).toString('hex')],
    ['as hexadecimal in capitals', Buffer.from(secret).toString('hex').toUpperCase()],
    ['as UTF-16', Buffer.from(secret, 'utf16le').toString('latin1').slice(0, -1)],
    ['as base64url', Buffer.from(secret).toString('base64url')],
  ])('takes a secret out that is %s', (_, text) => {
    const redacted = makeRedactor([secret])(`before ${text} after`)
    expect(redacted).toContain('[redacted]')
    expect(redacted).not.toContain('wörd')
    expect(redacted).toMatch(/^before .* after$/)
  })

  it.each([
    ['inside JSON', JSON.stringify(odd)],
    ['inside JSON within JSON', JSON.stringify(JSON.stringify({ odd }))],
    ['inside JSON with slashes escaped', JSON.stringify(odd).replaceAll('/', String.raw`\/`)],
    ['inside JSON of nothing but ASCII', JSON.stringify(odd).replaceAll('ö', String.raw`\u00f6`)],
    ['inside a form', new URLSearchParams({ odd }).toString()],
    ['on a page', odd.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
  ])('takes a secret of many signs out that is %s', (_, text) => {
    const redacted = makeRedactor([odd])(text)
    expect(redacted).toContain('[redacted]')
    expect(redacted).not.toContain('rd')
  })

  it('takes out what is left of one that was cut', () => {
    const redact = makeRedactor(['secret-of-maple', 'seseseses-x'])
    expect(redact('found "key=secret-of-map…", or secret… and secre…')).toBe(
      'found "key=[redacted]…", or [redacted]… and secre…',
    )
    expect(redact('seseseses…')).toBe('[redacted]…')
    expect(redact('secret-of-oak… secret-of-ma')).toBe('secret-of-oak… secret-of-ma')
  })

  it.each(['u', 'us', 'use', 'user'])('takes a secret out of the base64 of %s:secret', (user) => {
    const text = Buffer.from(`${user}:${secret}:end`).toString('base64')
    const redacted = makeRedactor([secret])(text)
    expect(redacted).toContain('[redacted]')
    const left = Buffer.from(redacted.replace('[redacted]', ''), 'base64').toString('latin1')
    expect(left).not.toContain('rd+')
  })

  it('takes the longer of two out when one begins with the other', () => {
    expect(makeRedactor(['secret', 'secret-of-maple'])('x secret-of-maple y secret')).toBe(
      'x [redacted] y [redacted]',
    )
  })

  it('takes out what looks as a pattern says', () => {
    const redact = makeRedactor(['secret-of-maple'], ['tok_[a-z0-9]+', '4\\d{15}'])
    expect(redact('tok_a1b2 secret-of-maple 4111111111111111')).toBe('[redacted] [redacted] [redacted]')
  })

  it('leaves text alone when there is nothing worth hiding', () => {
    expect(makeRedactor(['', 'abc'])('abc')).toBe('abc')
    expect(findTooShort(['', 'abc', 'abcdef'])).toEqual(['abc'])
  })
})

describe('redactJson', () => {
  it('leaves JSON, whatever a pattern takes and wherever a secret stands', () => {
    const redact = makeRedactor(['17959516'], ['token=.*'])
    const value = {
      seconds: 1795951678,
      'the 17959516': ['token=abc "d"', { text: 'pin 17959516' }],
      end: null,
    }
    expect(JSON.parse(redactJson(value, redact))).toEqual({
      seconds: 1795951678,
      'the [redacted]': ['[redacted]', { text: 'pin [redacted]' }],
      end: null,
    })
  })

  it('is what JSON.stringify makes where there is nothing to take out', () => {
    const value = { a: [1, undefined], b: undefined }
    expect(redactJson(value, makeRedactor(['secret']), 1)).toBe(JSON.stringify(value, null, 1))
  })
})
