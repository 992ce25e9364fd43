import { describe, expect, it } from 'vitest'
import { makeRedactor } from './make-redactor.ts'

const secret = 'p"ss wörd+1'

describe('makeRedactor', () => {
  it.each([
    ['plain', secret],
    ['inside JSON', JSON.stringify({ password: secret })],
    ['inside a URL', `http://h/?p=${encodeURIComponent(secret)}`],
    ['as base64', Buffer.from(secret).toString('base64')],
  ])('takes a secret out that is %s', (_, text) => {
    const redacted = makeRedactor([secret])(`before ${text} after`)
    expect(redacted).toContain('[redacted]')
    expect(redacted).not.toContain('wörd')
    expect(redacted).toMatch(/^before .* after$/)
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
  })
})
