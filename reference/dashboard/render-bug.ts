// What is written down of an error that is nobody's refusal but ours.
export function renderBug(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
