// An error of the browser's is laid at the door of whoever opened it, unless nobody did.
import { AsyncLocalStorage } from 'node:async_hooks'
import { expect, test } from 'vitest'
import { outsideOfCases } from './outside-of-cases.ts'

test('what is begun outside of cases knows of none, also later', async () => {
  const running = new AsyncLocalStorage<string>()
  const found = await running.run('a case', async () =>
    outsideOfCases(async () => {
      await new Promise((resolve) => setImmediate(resolve))
      return running.getStore()
    }),
  )
  expect(found).toBeUndefined()
})
