// What clients read, in English. Each language has the same keys; `{name}` stands for what differs.

export const en = {
  /** How days and times are written. */
  locale: 'en-GB',
  // Kinds of change, as headings.
  added: 'New',
  changed: 'Changed',
  deprecated: 'Will go away',
  removed: 'Gone',
  fixed: 'Mended',
  security: 'Security',
  // Release notes.
  notesSubject: 'Release {version}: what changes for you',
  notesSubjectAction: 'Action required: release {version}',
  notesSubjectActionBy: 'Action required by {date}: release {version}',
  notesSubjectNothing: 'Release {version}: nothing changes for you',
  notesLead: 'These are the release notes of version {version} for {tenant}.',
  notesNothing: 'Nothing changes for the services you use.',
  actionTitle: 'What you need to do',
  actionBy: 'Action required by {date}',
  actionAny: 'Action required',
  noAction: 'You need not do anything.',
  version: 'Version',
  services: 'Services you use',
  servicesTouched: 'Services of yours that it touches',
  noServices: 'None of yours',
  // Notices of maintenance.
  noticeSubject: 'Maintenance on {date}, {time}',
  noticeSubjectUpdate: 'Updated: maintenance on {date}, {time}',
  noticeSubjectCancelled: 'Cancelled: maintenance on {date}, {time}',
  noticeTitle: 'Planned maintenance',
  noticeTitleEmergency: 'Emergency maintenance',
  noticeTitleCancelled: 'Maintenance cancelled',
  noticeLead: 'We are going to install version {version} for {tenant}.',
  noticeReplaces:
    'This replaces our earlier notice, which named {earlier}. That time no longer holds, and your notice period starts anew with this message.',
  noticeUpdated: 'This replaces our earlier notice. The time is the same as before.',
  noticeCancelled: 'This maintenance will not take place. The earlier notice no longer holds.',
  yourTime: 'Your time',
  utc: 'UTC',
  downtime: 'Expected downtime',
  downtimeMinutes: 'about {minutes} minutes within this time',
  downtimeOneMinute: 'about one minute within this time',
  downtimeNone: 'none',
  downtimeUnknown: 'at most the whole of this time',
  impact: 'What you will notice',
  impactOutage: 'The services cannot be used while they are down.',
  impactNone: 'You should not notice anything.',
  impactCancelled: 'Nothing: everything stays as it is.',
  reason: 'Reason',
  contact: 'Questions',
  reference: 'Reference',
  revision: '{id}, revision {revision}',
  footer: 'Sent to the contacts of {tenant} by {provider}.',
}

/** Every language says all of this. */
export type Texts = Readonly<Record<keyof typeof en, string>>
