// Whether a stream shows colours, and how wide it is: as that, or as the style that renderers paint with.
import type { Environment, Output } from '../src/io/environment.ts'
import { makeStyle, type Style } from '../src/report/render-text-style.ts'

const usualColumns = 100
const fewestColumns = 60

type Surroundings = Pick<Environment, 'env'>

/** NO_COLOR and FORCE_COLOR are obeyed; otherwise a terminal gets colours and a file does not. */
export function readTerminal(
  { isTTY, columns = usualColumns }: Output,
  { env }: Surroundings,
): { color: boolean; columns: number } {
  const isForced = (env['FORCE_COLOR'] ?? '') !== '' && env['FORCE_COLOR'] !== '0'
  const isRefused = (env['NO_COLOR'] ?? '') !== ''
  return { color: !isRefused && (isForced || isTTY === true), columns }
}

export function readStyle(output: Output, surroundings: Surroundings): Style {
  const { color, columns } = readTerminal(output, surroundings)
  return makeStyle({ color, width: Math.max(columns, fewestColumns) })
}
