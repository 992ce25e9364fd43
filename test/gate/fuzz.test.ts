// No input makes the gate throw, and nothing that was handed in is lost without a word, however spoilt it is.
import * as fc from 'fast-check'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseJunit } from '../../src/evidence/other-suites/parse-junit.ts'
import { parsePlaywright } from '../../src/evidence/other-suites/parse-playwright.ts'
import { makeJunit, makePlaywright } from '../acceptance/report-files.ts'
import { judgeFiles } from './judge-files.ts'
import { makeMutants, readSources, type SourceFile } from './mutants.ts'

/** A hundred thousand results, and as many reports of other suites as take the same time. */
const resultRuns = { batches: 1000, perBatch: 100 }
const reportRuns = 10_000
const seed = 20261120

const sources = readSources(join(import.meta.dirname, '../fixtures/allure-results'))

test(
  'a hundred thousand spoilt results are judged, and each is counted or named',
  { timeout: 300_000 },
  () => {
    const { batches, perBatch } = resultRuns
    const files = fc.array(makeMutants(sources), { minLength: perBatch, maxLength: perBatch })
    fc.assert(
      fc.property(files, (spoilt) => {
        const named = spoilt.map(({ name, bytes }, at) => ({ path: `${at}-${name}`, text: bytes }))
        const { verdict, evidence } = judgeFiles(named)
        const told = new Set([
          ...evidence.problems.map(({ subject }) => subject),
          ...evidence.cases.flatMap(({ attempts }) => attempts.map(({ file }) => file)),
        ])
        const results = named.filter(({ path }) => path.endsWith('-result.json'))
        expect(results.filter(({ path }) => !told.has(path))).toEqual([])
        expect(['pass', 'block', 'inconclusive']).toContain(verdict.verdict)
      }),
      { numRuns: batches, seed, endOnFailure: true },
    )
  },
)

const report = (name: string, text: string): SourceFile => ({ name, bytes: Buffer.from(text) })

test.each([
  ['JUnit', parseJunit, report('unit.xml', makeJunit())],
  [
    'Playwright',
    parsePlaywright,
    report(
      'playwright.json',
      makePlaywright([
        { title: 'pays', results: ['failed', 'passed'] },
        { title: 'adds', results: ['passed'] },
      ]),
    ),
  ],
])('%s reports that are spoilt are read or refused', { timeout: 300_000 }, (_, parse, source) => {
  fc.assert(
    fc.property(makeMutants([source]), ({ name, bytes }) => {
      const { results, problems } = parse({ path: name, bytes })
      expect(results.length + problems.length).toBeGreaterThan(0)
    }),
    { numRuns: reportRuns, seed, endOnFailure: true },
  )
})
