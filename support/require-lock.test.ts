import { expect, test } from 'vitest'
import { requireLock } from './require-lock.ts'

test.each([[['@smoke', '@lock:tenant']], [['@lock:*']]])('%j keep the others of the tenant away', (tags) => {
  expect(() => requireLock(tags, 'It')).not.toThrow()
})

test.each([[[]], [['@lock:tenat']], [['@lock:clock', '@needs:clock']]])('%j keep nobody away', (tags) => {
  expect(() => requireLock(tags, 'It')).toThrow('It is noticed by all cases of the tenant')
})
