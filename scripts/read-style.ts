// Whether a stream shows colours, and how wide it is.
import type { Environment, Output } from '../src/io/environment.ts'
import { makeStyle, type Style } from '../src/report/render-text-style.ts'

const usualColumns = 100
const fewestColumns = 60

/** NO_COLOR and FORCE_COLOR are obeyed; otherwise a terminal gets colours and a file does not. */
export function readStyle(
  { isTTY, columns = usualColumns }: Output,
  { env }: Pick<Environment, 'env'>,
): Style {
  const isForced = (env['FORCE_COLOR'] ?? '') !== '' && env['FORCE_COLOR'] !== '0'
  const isRefused = (env['NO_COLOR'] ?? '') !== ''
  return makeStyle({
    color: !isRefused && (isForced || isTTY === true),
    width: Math.max(columns, fewestColumns),
  })
}
