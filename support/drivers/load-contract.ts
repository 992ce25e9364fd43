// The served document is read once by each worker: it does not change while one build is tested.
import { OpenApiContract } from './openapi-contract.ts'

const loaded = new Map<string, Promise<OpenApiContract>>()

/** The contract that is served at this address. */
export function loadContract(url: string): Promise<OpenApiContract> {
  const known = loaded.get(url) ?? readContract(url)
  loaded.set(url, known)
  return known
}

async function readContract(url: string): Promise<OpenApiContract> {
  // The steps' client follows nothing, and a document may have moved.
  const response = await fetch(url)
  if (!response.ok) throw new Error(`The contract at ${url} was answered with ${response.status}`)
  return new OpenApiContract(await response.json())
}
