import { TestStepResultStatus } from '@cucumber/messages'
import { describe, expect, it } from 'vitest'
import type { Attempt, AttemptStep } from './collect-attempts.ts'
import { isWorthRetrying, judgeAttempt } from './judge-attempt.ts'

const step = (status: TestStepResultStatus, extra: Partial<AttemptStep> = {}): AttemptStep => ({
  kind: 'step',
  text: 'a step',
  astNodeId: '',
  status,
  message: '',
  exceptionType: '',
  trace: '',
  startMs: 0,
  stopMs: 1,
  attachments: [],
  snippet: '',
  candidates: [],
  argument: '',
  ...extra,
})
const attempt = (...steps: AttemptStep[]): Attempt => ({
  caseId: 'c',
  testCaseStartedId: 's',
  startMs: 0,
  stopMs: 1,
  steps,
})
const { PASSED, FAILED, SKIPPED, PENDING, UNDEFINED, AMBIGUOUS, UNKNOWN } = TestStepResultStatus

describe('judgeAttempt', () => {
  it('passes only what ran and passed throughout', () => {
    expect(judgeAttempt(attempt(step(PASSED), step(PASSED))).status).toBe('passed')
    expect(judgeAttempt(attempt()).status).toBe('broken')
    expect(judgeAttempt(attempt(step(PASSED, { kind: 'before' }))).status).toBe('broken')
  })

  it('tells a failed expectation from any other error', () => {
    expect(judgeAttempt(attempt(step(FAILED, { exceptionType: 'AssertionError' }))).status).toBe('failed')
    expect(judgeAttempt(attempt(step(FAILED, { exceptionType: 'TypeError' }))).status).toBe('broken')
  })

  it.each([
    [UNDEFINED, 'broken'],
    [AMBIGUOUS, 'broken'],
    [UNKNOWN, 'broken'],
    [PENDING, 'skipped'],
    [SKIPPED, 'skipped'],
  ])('never takes %s for a pass', (status, expected) => {
    expect(judgeAttempt(attempt(step(PASSED), step(status))).status).toBe(expected)
  })

  it('breaks a test whose hook failed, though all its steps passed', () => {
    const judged = judgeAttempt(
      attempt(step(PASSED), step(FAILED, { kind: 'after', text: 'cleans up', message: 'no' })),
    )
    expect(judged).toMatchObject({ status: 'broken', message: 'The after hook cleans up failed: no' })
  })

  it('goes by the worst step', () => {
    expect(judgeAttempt(attempt(step(SKIPPED), step(UNDEFINED), step(PASSED))).message).toContain(
      'No step definition',
    )
  })
})

describe('isWorthRetrying', () => {
  it('does not repeat what can only end the same', () => {
    expect(isWorthRetrying(attempt(step(UNDEFINED)))).toBe(false)
    expect(isWorthRetrying(attempt(step(PENDING)))).toBe(false)
    expect(isWorthRetrying(attempt(step(FAILED)))).toBe(true)
  })
})
