// Attachments hang on a result and on its steps at any depth. Only their names are taken: the files themselves are
// never opened, since a result may name any path.
import { readList, type Fields, type Flaws } from './fields.ts'

// Allure 2 drops a file whose steps are nested deeper than this.
const deepestStep = 1000

/** Names of all attached files. Goes down without recursion, so that no depth can exhaust the stack. */
export function listAttachments(result: Fields, flaws: Flaws): readonly string[] {
  const sources: string[] = []
  const open: { fields: Fields; depth: number }[] = [{ fields: result, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { fields, depth } = next
    for (const attachment of readList(fields, 'attachments', flaws)) addSource(attachment, sources)
    const steps = readList(fields, 'steps', flaws)
    if (depth === deepestStep && steps.length > 0) flaws.add('steps', `nested more than ${deepestStep} deep`)
    for (const step of steps) open.push({ fields: step, depth: depth + 1 })
  }
  return sources
}

function addSource({ source }: Fields, sources: string[]): void {
  if (typeof source === 'string') sources.push(source)
}
