// Reading and writing as two steps. Together they are one transaction; a fault tears them apart, so that what callers of
// the same moment read, none of them has written yet.
import { setTimeout as wait } from 'node:timers/promises'
import type { Platform } from '../service/scope.ts'
import type { FaultName } from './faults.ts'

/** Long enough that callers of the same moment all read before the first of them writes. */
const pauseMs = 150

export type Steps<Read, Result> = { readonly read: () => Read; readonly write: (read: Read) => Result }

export function readThenWrite<Read, Result>(
  { store, faults }: Pick<Platform, 'store' | 'faults'>,
  fault: FaultName,
  { read, write }: Steps<Read, Result>,
): Result | Promise<Result> {
  if (!faults.has(fault)) return store.write(() => write(read()))
  const known = read()
  return wait(pauseMs).then(() => write(known))
}

/** Goes on with a result at once where it is there, so that what is one transaction stays one. */
export function whenDone<Result, Next>(
  result: Result | Promise<Result>,
  goOn: (result: Result) => Next,
): Next | Promise<Next> {
  return result instanceof Promise ? result.then(goOn) : goOn(result)
}
