import { describe, expect, it } from 'vitest'
import { findTooShort, makeRedactor } from './make-redactor.ts'

const secret = 'p"ss wörd+1'

describe('makeRedactor', () => {
  it.each([
    ['plain', secret],
    ['inside JSON', JSON.stringify({ password: secret })],
    ['inside a URL', `http://h/?p=${encodeURIComponent(secret)}`],
    ['inside a URL with low escapes', encodeURIComponent(secret).replaceAll(/%../g, (x) => x.toLowerCase())],
    ['as base64', Buffer.from(secret).toString('base64')],
    ['as base64url', Buffer.from(secret).toString('base64url')],
  ])('takes a secret out that is %s', (_, text) => {
    const redacted = makeRedactor([secret])(`before ${text} after`)
    expect(redacted).toContain('[redacted]')
    expect(redacted).not.toContain('wörd')
    expect(redacted).toMatch(/^before .* after$/)
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
