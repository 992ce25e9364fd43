// An operation as its clients see it: how it is asked for, and what they rely on in its answer.
import type { z } from 'zod'

export type Operation<Body> = {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `{name}` for what differs from call to call. */
  readonly path: string
  readonly service: string
  /** Statuses of a success; the first is the usual one. */
  readonly success: readonly number[]
  /** Null where a success has no body. */
  readonly answer: z.ZodType<Body>
}

type Method = Operation<unknown>['method']

/** Makes operations of one service: name, `METHOD /path`, and what a success looks like. */
export function defineOn(service: string) {
  return <Body>(
    name: string,
    route: `${Method} /${string}`,
    [status, answer]: readonly [number | readonly number[], z.ZodType<Body>],
  ): Operation<Body> => {
    const [method, path] = route.split(' ') as [Method, string]
    return { name, method, path, service, success: [status].flat(), answer }
  }
}
