// The words that writers of JUnit reports put beside a test case, in `status` or `result`. There is no list of them, so
// what is not known to mean a pass is none: it may be their word for a failure.
import type { Status } from '../evidence.ts'

/** `run` and `completed` are GoogleTest's and Bazel's for whatever was not left out. */
const passed = ['passed', 'pass', 'success', 'successful', 'succeeded', 'ok', 'run', 'completed']
const leftOut = ['notrun', 'notexecuted', 'untested']
const skipped = ['skipped', 'skip', 'ignored', 'disabled', 'suppressed', 'pending', ...leftOut]
const failed = ['failed', 'failure', 'fail']
const broken = ['broken', 'error', 'errored']

const words: ReadonlyMap<string, Status> = new Map([
  ...passed.map((word) => [word, 'passed'] as const),
  ...skipped.map((word) => [word, 'skipped'] as const),
  ...failed.map((word) => [word, 'failed'] as const),
  ...broken.map((word) => [word, 'broken'] as const),
])

/** In any letters, and with any space in it: `NotRun`, `not_run` and `not run` are one word. */
export function parseJunitWord(written: string): Status {
  return words.get(written.toLowerCase().replaceAll(/[\s_-]/g, '')) ?? 'unknown'
}
