// Where a worker begins: what is said here of Cucumber holds for everything that is loaded after it, steps as well.
import { registerHooks } from 'node:module'
import { findCucumber } from '../../bundle/find-cucumber.ts'

const bundled = findCucumber(new URL('../../', import.meta.url))

if (bundled.size > 0)
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context)
      const url = bundled.get(found.url)
      return url === undefined ? found : { url, format: 'commonjs' }
    },
  })

await import('./worker.ts')
