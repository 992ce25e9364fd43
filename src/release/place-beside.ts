// What release managers own lies in one folder, the policy's: everybody who looks for it finds it from there.
import { posix } from 'node:path'

/** The path of something that lies beside the policy file, from where that is named. */
export function placeBeside(policy: string, name: string): string {
  return posix.join(posix.dirname(policy.replaceAll('\\', '/')), name)
}
