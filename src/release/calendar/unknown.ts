// A question that the calendars cannot answer has no answer: a guess would read as a promise that was kept.

/** Why there is no answer, as one sentence without its full stop. */
export type Unknown = { readonly unknown: string }

export function isUnknown(answer: unknown): answer is Unknown {
  return typeof answer === 'object' && answer !== null && 'unknown' in answer
}
