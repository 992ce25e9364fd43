// A ledger that somebody was at shows it, whatever they did; but for its end, which shows by the head alone.
import { hash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeLedgerText, parseLedger, type Told } from './ledger-line.ts'

const told = (at: number): Told => ({
  at: `2026-11-19T10:00:0${at}Z`,
  release: '2026.24',
  version: '7.7.0',
  kind: 'notice',
  tenant: 'maple',
  channel: 'smtp',
  revision: 0,
  window: { start: '2026-11-30T03:00:00Z', end: '2026-11-30T04:00:00Z' },
  contentSha256: 'a',
  messageId: '<a@b.example>',
  answer: '250 OK',
  accepted: ['x'],
  refused: [],
})
const text = makeLedgerText([0, 1, 2].map(told))
const lines = text.trimEnd().split('\n')

test('reads what was written, and knows its head', () => {
  const { entries, head, flaw } = parseLedger(text)
  expect(entries.map(({ at }) => at)).toEqual([0, 1, 2].map((at) => told(at).at))
  expect(head).toBe(hash('sha256', lines[2] ?? ''))
  expect(flaw).toBeNull()
  expect(parseLedger('')).toEqual({ entries: [], head: null, flaw: null })
})

test('any byte that is another one is a flaw, also in the last line', () => {
  const any = fc.record({
    at: fc.nat(text.length - 1),
    byte: fc.constantFrom('0', 'a', '"', '{', '}', ',', ' ', '\n'),
  })
  fc.assert(
    fc.property(any, ({ at, byte }) => {
      const changed = `${text.slice(0, at)}${byte}${text.slice(at + 1)}`
      expect(parseLedger(changed).flaw === null).toBe(changed === text)
    }),
  )
})

test('lines in another order, or fewer of them, are a flaw; without the last one only the head differs', () => {
  const join = (order: readonly number[]): string => order.map((at) => `${lines[at] ?? ''}\n`).join('')
  for (const order of [
    [1, 0, 2],
    [0, 2],
    [1, 2],
    [0, 1, 1, 2],
    [2, 1, 0],
  ])
    expect(parseLedger(join(order)).flaw, String(order)).toMatch(/^line \d/)
  const shorter = parseLedger(join([0, 1]))
  expect(shorter.flaw).toBeNull()
  expect(shorter.head).not.toBe(parseLedger(text).head)
})
