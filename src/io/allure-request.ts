// What both generators are handed: the run, and the staging folder that holds all that is made for its report.

export type AllureRequest = {
  /** Absolute path of the run's folder. */
  readonly run: string
  readonly name: string
  /** Result files to add to those of the run: the rules of the gate. */
  readonly added: readonly { readonly name: string; readonly text: string }[]
  /** Final attempts that will be linked to. */
  readonly wanted: readonly { readonly caseId: string; readonly uuid: string }[]
  readonly env: Readonly<Record<string, string | undefined>>
}

export type Staging = {
  readonly folder: string
  readonly results: string
  readonly output: string
  /** Folders of results, relative to the run's folder: patterns to Allure 3, so without a character of the user's. */
  readonly folders: readonly string[]
  readonly singleFile: boolean
}
