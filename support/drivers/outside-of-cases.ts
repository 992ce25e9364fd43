// What outlives the scenario that happens to need it first, as a browser does, is begun here: an error that comes of it
// later belongs to whoever uses it then. This has to be loaded before any scenario begins.
import { AsyncLocalStorage } from 'node:async_hooks'

/** Does it as if no scenario were running. */
export const outsideOfCases: <T>(begin: () => T) => T = AsyncLocalStorage.snapshot()
