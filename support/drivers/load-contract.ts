// The served document is read once by each worker: it does not change while one build is tested.
import { sendRequest } from './http-client.ts'
import { OpenApiContract } from './openapi-contract.ts'

const loaded = new Map<string, Promise<OpenApiContract>>()

/** The contract that is served at this address. */
export function loadContract(url: string): Promise<OpenApiContract> {
  const known = loaded.get(url) ?? readContract(url)
  loaded.set(url, known)
  return known
}

async function readContract(url: string): Promise<OpenApiContract> {
  const { status, text } = await sendRequest({ method: 'GET', url: new URL(url), headers: {}, body: '' })
  if (status !== 200) throw new Error(`The contract at ${url} was answered with ${status}`)
  return new OpenApiContract(JSON.parse(text))
}
