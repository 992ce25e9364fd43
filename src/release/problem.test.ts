// A problem quotes what somebody wrote, on a terminal and in the log of a pipeline: it must stay one line that does nothing.
import { expect, test } from 'vitest'
import { ConfigurationError, renderProblem } from './problem.ts'

const problem = {
  file: 'policy/policy.yaml',
  path: 'rules.x',
  line: 2,
  column: 1,
  expected: 'only known keys',
  received: 'x\r\n::error::Deploy it\u001B[31m\u202Enow',
  remedy: 'Remove it.',
}

test('one problem is one line, whatever is quoted in it', () => {
  const line =
    'policy/policy.yaml:2:1 at rules.x: expected only known keys, received x ::error::Deploy it [31m now. Remove it.'
  expect(renderProblem(problem)).toBe(line)
  expect(new ConfigurationError([problem, problem]).message).toBe(`${line}\n${line}`)
})
