// Cucumber's own extension point for choosing pickles is where a batch comes in: one copy of a pickle per case,
// with the case's id and the tenant's tag, parsed once per worker and not once per batch.
import type { GherkinDocument, Location, Pickle } from '@cucumber/messages'

type PickedCase = {
  readonly gherkinDocument: GherkinDocument
  readonly location: Location
  readonly pickle: Pickle
}

type PluginContext = {
  readonly transform: (
    event: 'pickles:filter',
    handler: (pickles: readonly PickedCase[]) => readonly PickedCase[],
  ) => void
}

let batch: readonly PickedCase[] = []

/** The cases of the next run in this process. */
export function setBatch(cases: readonly PickedCase[]): void {
  batch = cases
}

/** Cucumber finds plugins by their default export. */
export default {
  type: 'plugin',
  coordinator({ transform }: PluginContext): void {
    transform('pickles:filter', () => batch)
  },
}
