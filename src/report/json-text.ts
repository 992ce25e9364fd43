// JSON for machines that are stricter than ours: half a sign, which cutting or a broken name leaves, is valid JSON and
// no text that a database or another language would take.

/** The document, ending with a line end. */
export function renderJson(value: unknown): string {
  const whole = (_key: string, one: unknown): unknown => (typeof one === 'string' ? one.toWellFormed() : one)
  return `${JSON.stringify(value, whole, 1)}\n`
}
