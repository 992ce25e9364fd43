// Machines have no Java, two of them, or one that is none; a report must come about all the same.
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findJava } from './find-java.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'airlock-java-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A program called java that does as the script says. */
async function makeJava(home: string, script: string): Promise<string> {
  const bin = join(folder, home, 'bin')
  await mkdir(bin, { recursive: true })
  await writeFile(join(bin, 'java'), `#!/bin/sh\n${script}\n`)
  await chmod(join(bin, 'java'), 0o755)
  return bin
}

const answers = (version: string) => `echo 'openjdk version "${version}" 2026-01-01' >&2`

test('JAVA_HOME comes before the PATH', async () => {
  await makeJava('home', answers('21.0.1'))
  const bin = await makeJava('path', answers('17.0.2'))
  const java = await findJava({ JAVA_HOME: join(folder, 'home'), PATH: bin })
  expect(java).toEqual({ path: join(folder, 'home', 'bin', 'java'), origin: 'JAVA_HOME', version: '21.0.1' })
})

test('a JAVA_HOME without Java does not hide the one on the PATH', async () => {
  const bin = await makeJava('path', answers('17.0.2'))
  const java = await findJava({ JAVA_HOME: join(folder, 'gone'), PATH: `${join(folder, 'empty')}:${bin}` })
  expect(java).toMatchObject({ origin: 'PATH', version: '17.0.2' })
})

test('a java that only says where to get one is none', async () => {
  const bin = await makeJava('stub', 'echo "Visit the vendor to get Java." >&2; exit 1')
  expect(await findJava({ PATH: bin })).toBeNull()
})

test('no Java at all is no error', async () => {
  expect(await findJava({})).toBeNull()
  expect(await findJava({ PATH: folder })).toBeNull()
})
