// What mends a promise that was not kept: mostly a line in the release file, sometimes a later window.
import { declareRelease, isSome, mendHistory, type Remedy } from './remedy.ts'
import type { Facts } from './rule.ts'

const nameWindow = 'Give the release a window in its file, and judge it beside a tenants file.'
const deployIt =
  'Deploy the candidate everywhere on the target, or declare the one that is there, and run again.'

export const promiseRemedies = {
  'release-declared': ({ declared, missing, otherBuilds, unknownServices, lacksChanges, observations }) => {
    if (declared === false) return declareRelease
    if (isSome(missing)) return 'Complete the release file with what is missing.'
    if (isSome(otherBuilds)) return deployIt
    if (isSome(unknownServices)) return 'Correct the services in the release file.'
    if (lacksChanges === true) return 'Write below `changes/` what changes for clients, one file a change.'
    return isSome(observations)
      ? 'Judge it beside a tenants file.'
      : 'Judge a run that asked the target which build it is.'
  },
  'cadence-kept': ({ declared, daysSince, problem }) => {
    if (declared === false) return declareRelease
    if (problem !== null) return mendHistory
    return daysSince === null ? nameWindow : 'Move the window nearer to the rhythm that clients expect.'
  },
  'window-quiet': ({ declared, start, isQuiet, trading }) => {
    if (declared === false) return declareRelease
    if (start === null) return nameWindow
    if (isQuiet === false) return 'Move the window into quiet hours, and tell the clients anew.'
    return isSome(trading)
      ? 'Agree on it with the tenants whose trading hours it meets, or move the window.'
      : nameWindow
  },
  'window-fits': mendFit,
  'freeze-respected': ({ declared, broken, unreadable }) => {
    if (declared === false) return declareRelease
    if (isSome(broken)) return 'Move the window out of the freeze.'
    return isSome(unreadable) ? 'Correct the times of these freezes.' : nameWindow
  },
  approved: mendApprovals,
  'emergency-justified': ({ declared, missing, byAuthor }) => {
    if (declared === false) return declareRelease
    if (isSome(missing))
      return 'Write under `emergency` why it is one, who declared it, and where that is recorded.'
    return byAuthor === true
      ? 'Let somebody else than the author of the release declare the emergency.'
      : 'Name the author in the release file.'
  },
  'regression-paid': ({ declared, problem, owed, unknown }) => {
    if (declared === false) return declareRelease
    if (problem !== null) return mendHistory
    if (isSome(owed) && unknown === null)
      return 'Run the whole suite against the version of the emergency, and judge that run.'
    return isSome(owed)
      ? 'Run the whole suite against the version of the emergency; add the calendar, or its year, below policy/calendars.'
      : 'Judge it beside a tenants file.'
  },
  'one-version': ({ observations, others, unseen }) => {
    if (!isSome(observations)) return 'Judge a run that asked the target which build it is.'
    if (isSome(others)) return deployIt
    return isSome(unseen)
      ? 'Run for every tenant: each is asked at the start and at the end of the run.'
      : 'Judge a run that came to its end, beside a tenants file.'
  },
} satisfies Record<string, Remedy>

function mendFit({ declared, kind, expectedDowntimeMinutes, start, ...found }: Facts): string {
  if (declared === false) return declareRelease
  if (kind === 'patch' && isSome(expectedDowntimeMinutes))
    return 'Release it as scheduled or as an emergency: a patch has no downtime.'
  if (expectedDowntimeMinutes === null)
    return 'Say in the release file how long the downtime is expected to be.'
  if (start === null && kind !== 'patch') return nameWindow
  const [needed, left, length] = [found['minutesNeeded'], found['minutesLeft'], found['windowMinutes']]
  if (Number(left) <= 0) return 'The window is over: give the release another one, and tell the clients anew.'
  if (Number(needed) > Number(length)) return 'Make the window longer, or the downtime shorter.'
  return Number(needed) > Number(left)
    ? 'It is too late to begin in this window: give the release another one, and tell the clients anew.'
    : 'Make the downtime shorter: minutes were promised.'
}

function mendApprovals({ declared, vacant, early, author, ...found }: Facts): string {
  if (declared === false) return declareRelease
  if (!isSome(vacant)) return author === null ? 'Name the author in the release file.' : mendGround(found)
  if (isSome(early)) return 'Let them approve once the last run is over and they have seen its results.'
  if (isSome(found['otherBuild']) || isSome(found['noDigest']))
    return 'Let them approve this build: the approval names its digest.'
  return isSome(found['byAuthor'])
    ? 'Let somebody else than the author approve; each role needs a person of its own.'
    : 'Let a person of each role approve it, each another one, and write it under `approvals`.'
}

/** Where some approval counts and no role lacks one, no role is asked for. */
function mendGround({ approvals, counted }: Facts): string {
  return isSome(approvals) && !isSome(counted)
    ? 'Judge a run that was sealed, beside a tenants file.'
    : 'Name in the policy who has to approve.'
}
