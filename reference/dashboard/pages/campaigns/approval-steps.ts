// How a campaign comes to run: whoever makes it sends it for approval, somebody else approves or rejects it.
export const approvalSteps = {
  submit: {
    needs: 'campaign-design',
    from: 'DRAFT',
    to: 'PENDING',
    heading: 'Send for approval',
    text: 'A supervisor approves or rejects it.',
    button: 'Send',
    done: 'Sent for approval',
    action: 'CAMPAIGN_SUBMIT',
  },
  approve: {
    needs: 'campaign-approval',
    from: 'PENDING',
    to: 'ACTIVE',
    heading: 'Approve the campaign',
    text: 'It runs from its start on, or at once where that has come.',
    button: 'Approve',
    done: 'Campaign approved',
    action: 'CAMPAIGN_APPROVE',
  },
  reject: {
    needs: 'campaign-approval',
    from: 'PENDING',
    to: 'REJECTED',
    heading: 'Reject the campaign',
    text: 'It never runs.',
    button: 'Reject',
    done: 'Campaign rejected',
    action: 'CAMPAIGN_REJECT',
  },
} as const

export type ApprovalStep = keyof typeof approvalSteps
