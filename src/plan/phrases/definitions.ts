// What can be said in a scenario, as plain data: a worker that has loaded the code of a project hands it over, and
// whoever needs it matches, searches and prints it without running any of that code.

export const keywords = ['Given', 'When', 'Then'] as const

/** The pattern of a step: the phrase people write, and where its code stands. */
export type StepDefinition = {
  /** Text of a Cucumber expression, or source of a regular expression. */
  readonly pattern: string
  /** Flags of a regular expression; null for a Cucumber expression. */
  readonly flags: string | null
  /** The word it was defined with; Cucumber itself does not hold anybody to it. */
  readonly keyword: (typeof keywords)[number] | 'Unknown'
  readonly uri: string
  readonly line: number
}

/** A `{name}` that the project has defined; those of Cucumber itself are not among them. */
export type ParameterDefinition = {
  readonly name: string
  readonly regexps: readonly string[]
  readonly useForSnippets: boolean
  readonly preferForRegexpMatch: boolean
  readonly uri: string
  readonly line: number
}

export type Definitions = {
  /** Sorted by file and line. */
  readonly steps: readonly StepDefinition[]
  readonly parameters: readonly ParameterDefinition[]
  /** Phrases that name a parameter nobody has defined; they fit nothing. */
  readonly unusable: readonly { readonly pattern: string; readonly parameter: string }[]
}
