// Where people find a case again: its file, with the line where one is known.
import type { EvidenceCase } from '../evidence/evidence.ts'

/** Empty where no file is known. */
export function namePlace({ uri, line }: Pick<EvidenceCase, 'uri' | 'line'>): string {
  if (uri === null) return ''
  return line === null ? uri : `${uri}:${line}`
}
