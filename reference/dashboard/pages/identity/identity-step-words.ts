// The steps of an identity in the words of customer care.
export const identityStepWords = {
  suspend: {
    heading: 'Suspend the identity',
    text: 'It is refused at tills until it is activated again.',
    button: 'Suspend identity',
    done: 'Identity suspended',
    action: 'IDENTITY_SUSPEND',
  },
  activate: {
    heading: 'Activate the identity',
    text: 'It is accepted at tills again.',
    button: 'Activate identity',
    done: 'Identity activated',
    action: 'IDENTITY_ACTIVATE',
  },
  lost: {
    heading: 'Report as lost',
    text: 'It is refused at tills, and can be activated again when it is found.',
    button: 'Report lost',
    done: 'Identity reported as lost',
    action: 'IDENTITY_LOST',
  },
  stolen: {
    heading: 'Report as stolen',
    text: 'It is refused at tills for good: there is no way back, also when it is found.',
    button: 'Report stolen',
    done: 'Identity reported as stolen',
    action: 'IDENTITY_STOLEN',
  },
} as const

export const shownSteps = ['suspend', 'activate', 'lost', 'stolen'] as const
