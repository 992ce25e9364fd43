import { expect, it } from 'vitest'
import { UndoList } from './undo-list.ts'

it('puts right all that was changed, the newest first, also where one fails, and says what failed', async () => {
  const undo = new UndoList()
  const done: string[] = []
  const fail = async (what: string) => Promise.reject(new Error(`${what} is not there`))
  undo.add(async () => done.push('clock'))
  undo.add(() => fail('tenant'))
  undo.add(async () => done.push('outage'))
  await expect(undo.run()).rejects.toThrow('tenant is not there')
  expect(done).toEqual(['outage', 'clock'])
  await undo.run()
  expect(done).toHaveLength(2)
})

it('one that fails before it has begun keeps no other from being done either', async () => {
  const done: string[] = []
  const undo = new UndoList()
  undo.add(async () => done.push('first'))
  undo.add(() => {
    throw new Error('no such tenant')
  })
  await expect(undo.run()).rejects.toThrow('no such tenant')
  expect(done).toEqual(['first'])
})
