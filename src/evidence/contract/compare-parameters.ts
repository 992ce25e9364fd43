// The parameters of one operation, before and now → what breaks a client that sends them. Those in the path are known by
// their place in it, since clients never see what they are called.
import { compareSchemas } from './compare-schemas.ts'
import type { ContractOperation } from './list-operations.ts'
import type { Parameter } from './operation.ts'
import type { Sides, Spot } from './spot.ts'

export function compareParameters(
  { before, after }: Sides<ContractOperation>,
  spot: Omit<Spot, 'place'>,
): void {
  const had = indexParameters(before)
  const has = indexParameters(after)
  for (const [place, { required, in: where }] of has) {
    if (required && where !== 'path' && had.get(place)?.required !== true)
      spot.report('now-demanded', place, '')
  }
  for (const [place, was] of had) {
    const now = has.get(place)
    if (now) compareSchemas({ before: was.schema, after: now.schema }, { ...spot, place })
    else if (was.in !== 'path') spot.report('parameter-removed', place, '')
  }
}

function indexParameters({ path, parameters }: ContractOperation): Map<string, Parameter> {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name)
  const placeOf = ({ name, in: where }: Parameter) =>
    where === 'path' ? `path {${names.indexOf(name) + 1}}` : `${where} ${name}`
  return new Map(parameters.map((parameter) => [placeOf(parameter), parameter]))
}
