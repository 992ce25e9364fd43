// Steps or support code that cannot be loaded: nothing can run, and no retry will help.

export class UnusableCodeError extends Error {}

export function describeSlowLoading(limitMs: number): string {
  return `They were not loaded within ${limitMs / 1000} s, the target's limits.loadSeconds: something at the top of a file waits or never ends.`
}
