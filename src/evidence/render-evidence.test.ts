// Written piece by piece, it must still be one JSON document that its own schema accepts.
import { expect, test } from 'vitest'
import { emptyEvidence, problem, sampleEvidence } from '../../test/acceptance/sample-evidence.ts'
import { evidenceSchema } from './evidence.ts'
import { renderEvidence } from './render-evidence.ts'

test.each([
  ['with cases', sampleEvidence({ problems: [problem('file-added', 'a "quoted" name')] })],
  ['without any', emptyEvidence()],
])('evidence %s reads back as it was', (_name, evidence) => {
  const text = [...renderEvidence(evidence)].join('')
  expect(evidenceSchema.parse(JSON.parse(text))).toEqual(evidence)
})

test('what is no list of many stands on one line', () => {
  const evidence = sampleEvidence()
  const text = [...renderEvidence(evidence)].join('')
  expect(evidence.tenants.length).toBeGreaterThan(0)
  expect(text).toContain(`"tenants": ${JSON.stringify(evidence.tenants)}`)
})

test('each case has a line of its own', () => {
  const text = [...renderEvidence(sampleEvidence())].join('')
  expect(text.split('\n').filter((line) => line.startsWith(' {"id":"case-'))).toHaveLength(2)
})
