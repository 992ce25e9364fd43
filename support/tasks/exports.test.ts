// A file that leaves the house must hold what it should, and nothing besides.
import { expect, test } from 'vitest'
import { Memory } from '../memory.ts'
import type { AirlockWorld } from '../world.ts'
import { assertFile, files } from './exports.ts'

function makeWorld(...lines: readonly string[]): AirlockWorld {
  const memory = new Memory()
  memory.keep(files, 'last', { name: 'ledger.csv', text: ['When,Event,Value', ...lines, ''].join('\r\n') })
  return { memory } as unknown as AirlockWorld
}

test('entries of a kind that the table does not name are told', () => {
  const own = ['1,CREATE,0', '2,CREDIT,300', '3,CREDIT,50']
  const table = [['credit', '2', '350']]
  expect(() => assertFile(makeWorld(...own), table)).not.toThrow()
  expect(() => assertFile(makeWorld(...own, '4,SPEND,20'), table)).toThrow('spend')
})

test('a kind that is not in the file is told', () => {
  expect(() => assertFile(makeWorld('1,CREATE,0'), [['credit', '1', '5']])).toThrow('expected')
})
