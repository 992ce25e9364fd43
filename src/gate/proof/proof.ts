// What became of showing one rule a fault.
export type Proof = {
  readonly rule: string
  /** Why the rule is not to be trusted, as the end of a sentence; null where it did what it is for. */
  readonly flaw: string | null
}
