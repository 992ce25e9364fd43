// Elements of a JUnit report that look as if they told of a test, where nothing reads them: a suite in a group, a test in
// a test, `<Failure>` or `<j:failure>`. Whatever else writers put into a report says nothing of a test and is left alone.
import type { Flaws } from '../fields.ts'
import type { XmlElement } from './parse-xml.ts'

const suites = ['testsuites', 'testsuite', 'suites', 'suite', 'testcases', 'testcase', 'tests', 'test']
const failures = ['failures', 'failure', 'failed', 'fail', 'errors', 'error', 'errored', 'exception']
const ends = ['broken', 'crashed', 'crash', 'aborted', 'timeout', 'timedout']
const skips = ['skipped', 'skip', 'ignored', 'ignore', 'disabled', 'pending', 'notrun']
const reruns = ['flakyfailure', 'flakyerror', 'rerunfailure', 'rerunerror']
const telling: ReadonlySet<string> = new Set([suites, failures, ends, skips, reruns].flat())
const nothing: ReadonlySet<string> = new Set()

/** A flaw for each one below an element of which these children are read, with whatever they hold. */
export function findStray({ name, children }: XmlElement, read: ReadonlySet<string>, flaws: Flaws): void {
  for (const child of children) {
    if (read.has(child.name)) continue
    if (isTelling(child))
      flaws.add(`<${child.name.slice(0, 40)}> in <${name.slice(0, 40)}>`, 'an element that is not read')
    else findStray(child, nothing, flaws)
  }
}

/** In any letters, with or without a prefix or hyphens. */
function isTelling({ name }: XmlElement): boolean {
  const local = name.slice(name.lastIndexOf(':') + 1)
  return telling.has(local.toLowerCase().replaceAll(/[-_.]/g, ''))
}
