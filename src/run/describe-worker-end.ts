// In what words a worker's end is told, whoever ended it.
import type { WorkerExit } from './open-worker.ts'

/** `exit code 1` or `signal SIGKILL`. */
export function describeExit({ exitCode, signal }: WorkerExit): string {
  return signal === null ? `exit code ${exitCode ?? 'unknown'}` : `signal ${signal}`
}

/** Of the case that was in the middle. */
export function describeOutlived(limitMs: number): string {
  return `The case outlived its limit of ${limitMs / 1000} s and its worker was ended.`
}

/** Where no case was. */
export function describeOverdue(limitMs: number): string {
  return `Before or after its cases, a hook took more than ${limitMs / 1000} s and its worker was ended.`
}

/** Where all was done, and it had been told to go. */
export function describeStayed(limitMs: number): string {
  return `It did not end within ${limitMs / 1000} s of its last case, and was ended.`
}
