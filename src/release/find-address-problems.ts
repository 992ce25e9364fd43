// Where services are is known once `${NAME}`s have values; what is no address then would break every case in its own way.
import type { Problem } from './problem.ts'
import type { Target } from './target.ts'

type Addresses = Pick<Target, 'services' | 'openapi'>

/** Every service, and the contract, that does not stand at an address of the web. */
export function findAddressProblems({ services, openapi }: Addresses, file: string): Problem[] {
  const named = Object.entries(services).map(([name, address]) => [`services.${name}`, address] as const)
  const all = openapi === undefined ? named : [...named, ['openapi', openapi] as const]
  return all
    .filter(([, address]) => !isAddress(address))
    .map(([path, received]) => ({
      file,
      path,
      expected: 'an address that starts with http:// or https://',
      received,
      remedy: 'Correct the address, or the variable that it comes from.',
    }))
}

/** What is each tenant's own may stand anywhere in it. */
function isAddress(text: string): boolean {
  const sample = text.replaceAll(/\{tenant\.\w+\}/g, 'x')
  return /^https?:\/\//i.test(sample) && URL.canParse(sample)
}
