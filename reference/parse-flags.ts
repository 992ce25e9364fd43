// The reference platform's command line. What cannot be read is refused with what could have been said instead.
import { parseArgs } from 'node:util'
import { faultNames, isFaultName, type FaultName } from './faults/faults.ts'

export type Flags = {
  readonly port: number
  readonly instances: number
  readonly version: string
  readonly faults: readonly FaultName[]
  readonly isHttps: boolean
  readonly store: string | null
  readonly stopWithStdin: boolean
  /** Versions that run side by side, where there is more than one. */
  readonly versions?: readonly string[]
  readonly readyFile?: string | null
  readonly isListing?: boolean
}

/** A flag that makes no sense; its message is one line. */
export class FlagError extends Error {}

const options = {
  port: { type: 'string', default: '0' },
  instances: { type: 'string', default: '2' },
  version: { type: 'string', default: '7.7.0' },
  fault: { type: 'string', multiple: true, default: [] as string[] },
  https: { type: 'boolean', default: false },
  store: { type: 'string' },
  'stop-with-stdin': { type: 'boolean', default: false },
  versions: { type: 'string', default: '' },
  'ready-file': { type: 'string' },
  'list-faults': { type: 'boolean', default: false },
} as const

/** `REFERENCE_FAULT` in the environment adds to `--fault`, so that a target that is started by somebody else can be broken. */
export function parseFlags(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Flags {
  const values = readValues(args)
  return {
    port: parseNumber('--port', values.port, { min: 0, max: 65_535 }),
    instances: parseNumber('--instances', values.instances, { min: 1, max: 16 }),
    version: parseVersion('--version', values.version),
    faults: [...values.fault, ...splitNames(env['REFERENCE_FAULT'])].map(parseFault),
    isHttps: values.https,
    store: values.store ?? null,
    stopWithStdin: values['stop-with-stdin'],
    versions: splitNames(values.versions).map((version) => parseVersion('--versions', version)),
    readyFile: values['ready-file'] ?? null,
    isListing: values['list-faults'],
  }
}

function readValues(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`)
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new FlagError(`${reason} Flags: ${known.join(' ')}`, { cause: error })
  }
}

function parseNumber(flag: string, text: string, limits: { min: number; max: number }): number {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (value >= limits.min && value <= limits.max) return value
  throw new FlagError(`${flag} "${text}" is not a whole number from ${limits.min} to ${limits.max}.`)
}

function parseVersion(flag: string, text: string): string {
  if (/^[\w.+-]{1,64}$/.test(text)) return text
  throw new FlagError(`${flag} "${text}" is not a version, as 7.7.0.`)
}

function splitNames(text = ''): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}

function parseFault(name: string): FaultName {
  if (isFaultName(name)) return name
  throw new FlagError(`--fault "${name}" is unknown. Faults: ${faultNames.join(', ')}`)
}
