// What two bills of materials say together.
import { expect, test } from 'vitest'
import { billSchema, compareComponents, type Bill } from './compare-components.ts'

function bill(version: string, more: object = {}): Bill {
  return billSchema.parse({
    bomFormat: 'CycloneDX',
    components: [
      { 'bom-ref': 'c', group: 'acme', name: 'rounding', version },
      { 'bom-ref': 'm', name: 'money', version: '1' },
      { name: 'alone', version: '1' },
    ],
    services: [{ 'bom-ref': 'w', name: 'wallet' }, { name: 'pos' }],
    dependencies: [
      { ref: 'w', dependsOn: ['m'] },
      { ref: 'm', dependsOn: ['c'] },
    ],
    ...more,
  })
}

test('names the services that stand on a part that has changed, also through others', () => {
  const bills = { before: bill('1.0.0'), after: bill('1.0.1') }
  expect(compareComponents(bills, ['wallet', 'pos'])).toEqual([
    { name: 'acme/rounding', services: ['wallet'] },
  ])
  expect(compareComponents({ before: bill('1'), after: bill('1') }, ['wallet'])).toEqual([])
})

test('cannot tell of a part that nothing is said to depend on, and of one that came or went', () => {
  const bills = { before: bill('1', { components: [] }), after: bill('1') }
  expect(compareComponents(bills, ['wallet'])).toMatchObject([
    { name: 'acme/rounding', services: ['wallet'] },
    { name: 'alone', services: null },
    { name: 'money', services: ['wallet'] },
  ])
})

test('sees a part within another, which stands on it', () => {
  const nested = (version: string) =>
    bill('1', {
      components: [
        { name: 'shop', components: [{ name: 'pos', components: [{ name: 'printing', version }] }] },
        { 'bom-ref': 'm', name: 'money', version: '1' },
      ],
    })
  const bills = { before: nested('1'), after: nested('2') }
  expect(compareComponents(bills, ['wallet', 'pos'])).toEqual([{ name: 'printing', services: ['pos'] }])
})

test('sees a part whose version stands in its package URL alone', () => {
  const packed = (version: string) =>
    bill('1', { components: [{ name: 'money', 'bom-ref': 'm', purl: `pkg:npm/money@${version}` }] })
  const bills = { before: packed('1'), after: packed('2') }
  expect(compareComponents(bills, ['wallet'])).toEqual([{ name: 'money', services: ['wallet'] }])
})
