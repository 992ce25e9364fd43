// One step for every way in which user code is known to bring a runner down or make it say green.
import { After, Before, Given, type IWorld } from '@cucumber/cucumber'
import assert from 'node:assert/strict'

type Nasty = IWorld & { caseId: string; parameters: { cases: Record<string, { attempt: number }> } }

Before(function (this: Nasty, { pickle }) {
  this.caseId = pickle.id
})

Before('@before-fails', function () {
  throw new Error('the Before hook gave up')
})

After('@after-fails', function () {
  throw new Error('the After hook gave up')
})

Given('a step that passes', function () {
  assert.ok(true)
})

Given('a step that passes with {string}', function (value: string) {
  assert.equal(value, 'same')
})

Given('a step that fits twice', function () {
  assert.ok(true)
})

Given(/^a step that fits (.*)$/, function (_how: string) {
  assert.ok(true)
})

Given('a step that is pending', function () {
  return 'pending'
})

Given('a step that expects {int} and finds {int}', function (expected: number, found: number) {
  assert.equal(found, expected)
})

Given('a step that throws', function () {
  throw new TypeError('cannot read properties of nothing')
})

Given('a step that skips', function () {
  return 'skipped'
})

Given('a step that calls exit 0', function () {
  // oxlint-disable-next-line unicorn/no-process-exit -- this is what is tested
  process.exit(0)
})

Given('a step that spins', function () {
  for (;;) Math.hypot(1, 2)
})

Given('a step that takes all memory', function () {
  const taken: number[][] = []
  for (;;) taken.push(Array<number>(1_000_000).fill(taken.length))
})

Given('a step that fails at the first attempt', function (this: Nasty) {
  assert.ok((this.parameters.cases[this.caseId]?.attempt ?? 0) > 0, 'only the first attempt fails')
})

Given('a step that throws a word', function () {
  // oxlint-disable-next-line typescript/only-throw-error -- this is what is tested
  throw 'word'
})

Given('a step that leaves a rejection behind', async function () {
  void Promise.reject(new Error('left behind'))
  await new Promise((resolve) => setImmediate(resolve))
})
