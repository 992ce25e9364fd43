// What a verdict is made from goes into files beside it, so that it can be made again from them alone.
import { join } from 'node:path'
import type { Evidence, Input } from '../src/evidence/evidence.ts'
import { renderEvidence } from '../src/evidence/render-evidence.ts'
import type { Past, PastFile } from '../src/history/past.ts'
import { writeChunks } from '../src/io/write-chunks.ts'

/** Writes evidence.json, and history.json where a history was asked; returns them as inputs of the verdict. */
export async function writeInputs(
  folder: string,
  { evidence, history }: { readonly evidence: Evidence; readonly history: Past | null },
): Promise<Input[]> {
  const file = await writeChunks(join(folder, 'evidence.json'), renderEvidence(evidence))
  const inputs = [{ path: 'evidence.json', ...file }]
  if (history === null) return inputs
  const past: PastFile = { schema: 'airlock.past/1', ...history }
  const written = await writeChunks(join(folder, 'history.json'), [`${JSON.stringify(past, null, 1)}\n`])
  return [...inputs, { path: 'history.json', ...written }]
}
