// Which files of a project define steps; apart from what loads them, as a run begins with it.
import type { Target } from '../release/target.ts'

/** Steps and support code of a target, without the tests beside them. */
export function listCode({ code }: Pick<Target, 'code'>): string[] {
  return code.map((folder) => `${folder}/**/!(*.test).ts`)
}
