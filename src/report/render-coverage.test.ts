import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import type { CoverageEvidence } from '../evidence/contract/contract-evidence.ts'
import { renderCoverage } from './render-coverage.ts'

type Operation = CoverageEvidence['operations'][number]

function makeOperation(operationId: string, parts: Partial<Operation> = {}): Operation {
  return {
    operationId,
    method: 'GET',
    path: `/${operationId}`,
    services: ['wallet'],
    isRefusable: true,
    succeeded: ['maple'],
    refused: ['cedar'],
    ...parts,
  }
}

function render(...operations: Operation[]): string[] {
  const text = renderCoverage({ operations, violations: [], unreadable: 0 })
  return stripVTControlCharacters(text).split('\n')
}

test('operations that were seen both ways stand by service', () => {
  const lines = render(makeOperation('getWallet'), makeOperation('settle', { services: ['pos'] }))
  expect(lines).toEqual([
    'Operations: 2 of 2 seen to succeed and to refuse, by 2 tenants',
    '  pos        settle',
    '  wallet     getWallet',
  ])
})

test('what an operation lacks stands beside it', () => {
  const lines = render(
    makeOperation('a', { refused: [] }),
    makeOperation('b', { succeeded: [] }),
    makeOperation('c', { succeeded: [], refused: [] }),
    makeOperation('d', { refused: [], isRefusable: false }),
  )
  expect(lines).toEqual([
    'Operations: 1 of 4 seen to succeed and to refuse, by 2 tenants',
    '  wallet     d',
    '  a (GET /a): never seen to refuse',
    '  b (GET /b): never seen to succeed',
    '  c (GET /c): never called',
  ])
})

test('what could not be read stands below', () => {
  const unread = [{ operationId: 'GET /a', services: [], reason: 'operation: no object' }]
  const text = renderCoverage({ operations: [], violations: [], unreadable: 0, unread })
  expect(stripVTControlCharacters(text).split('\n')).toEqual([
    'Operations: 0 of 0 seen to succeed and to refuse, by 0 tenants, 1 could not be read',
    '  GET /a could not be read: operation: no object',
  ])
})

test('a long list is wrapped', () => {
  const lines = render(...Array.from({ length: 30 }, (_, at) => makeOperation(`operation${at}`)))
  expect(lines.length).toBeGreaterThan(3)
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(130)
})

test('what the candidate calls its operations stays on its line, and one tenant is one', () => {
  const lines = render(
    makeOperation('a\n::error::b', { path: '/\u001B[2K', succeeded: [], refused: ['maple'] }),
  )
  expect(lines).toEqual([
    'Operations: 0 of 1 seen to succeed and to refuse, by 1 tenant',
    expect.stringMatching(/^ {2}a.*::error::b \(GET \/.*\): never seen to succeed$/),
  ])
})

test('a name that looks like a command to CI is none, also where it begins a line', () => {
  const lines = render(makeOperation('a'.repeat(100)), makeOperation('::error::b'))
  expect(lines.at(-1)).toBe(`${' '.repeat(13)}∷error::b`)
})
