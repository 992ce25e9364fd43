// A target file is written once and obeyed for years.
import { expect, test } from 'vitest'
import { targetSchema } from './target.ts'

const target = {
  name: 'staging',
  services: { wallet: 'https://wallet.example' },
  identity: { url: '/version', version: '$.version' },
}

test.each(['x*', '', '(', 'a|'])('%s is no pattern of what must not be written down', (pattern) => {
  const read = targetSchema.safeParse({ ...target, redact: { patterns: [pattern] } })
  expect(read.error?.issues.map(({ message }) => message)).toContain(
    'a regular expression that fits no empty text',
  )
})

test('a pattern that fits some text is one', () => {
  expect(targetSchema.safeParse({ ...target, redact: { patterns: ['tok_[a-z0-9]+'] } }).success).toBe(true)
})
