// A test of Playwright's that fails as it says of itself is a pass in its JUnit report, but for a property.
import { expect, test } from 'vitest'
import { parseJunit } from './parse-junit.ts'

/** The one test of a report that counts no failure. */
function readCase(inner: string) {
  const body = `<testcase name="a">${inner}</testcase>`
  const text = `<testsuite name="pay" timestamp="2026-11-23T08:00:00" tests="1" failures="0">${body}</testsuite>`
  const { results, problems } = parseJunit({ path: 'junit.xml', bytes: Buffer.from(text) })
  const { status, message, flags } = results[0]?.attempt ?? {}
  return { status, message, flags, problems }
}
const property = (name: string, value: string) =>
  `<properties><property name="${name}" value="${value}"/></properties>`

test.each([
  ['bug 12', 'It failed, as it says of itself that it does: bug 12'],
  ['', 'It failed, as it says of itself that it does'],
])('what a test says of itself pardons nothing (%j)', (reason, message) => {
  const failed = { status: 'failed', message, flags: ['known'], problems: [] }
  expect(readCase(property('fail', reason))).toEqual(failed)
})

test.each([
  ['passed', property('failed', 'no')],
  ['skipped', `${property('fail', 'bug 12')}<skipped message="why"/>`],
])('it is %s with %s', (status, inner) => {
  expect(readCase(inner)).toMatchObject({ status, flags: [] })
})

test('one that was expected to fail and passed tells why itself', () => {
  const { status, message } = readCase(`${property('fail', '')}<failure message="Expected to fail"/>`)
  expect({ status, message }).toEqual({ status: 'failed', message: 'Expected to fail' })
})
