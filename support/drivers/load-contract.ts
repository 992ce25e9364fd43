// The contract of the candidate is read once by each worker, as it was served when the run began.
import { readFile } from 'node:fs/promises'
import { OpenApiContract } from './openapi-contract.ts'

type Served = { readonly url: string; readonly file: string | null }

let loaded: Promise<OpenApiContract> | null = null

/** An error where the target names a contract and did not serve it: nothing could be held against it. */
export function loadContract(served: Served): Promise<OpenApiContract> {
  loaded ??= readContract(served)
  return loaded
}

async function readContract({ url, file }: Served): Promise<OpenApiContract> {
  if (file === null) throw new Error(`The contract was not served at ${url} when the run began`)
  return new OpenApiContract(JSON.parse(await readFile(file, 'utf8')))
}
