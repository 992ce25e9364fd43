// Support code is loaded before steps; this one has nothing to prepare.
import { setDefaultTimeout } from '@cucumber/cucumber'

setDefaultTimeout(10_000)
