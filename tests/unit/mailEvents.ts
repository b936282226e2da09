/** Events of SES as they come on the bus (SES Developer Guide, "Contents of event data"), as far as they matter. */
type Tags = Readonly<Record<string, readonly string[]>>;
const OURS: Tags = { reason: ['0123'], kind: ['asked'] };

export function bounceEvent(address: string, at: string, bounceType = 'Permanent', tags = OURS) {
  return {
    source: 'aws.ses',
    'detail-type': 'Email Bounced',
    detail: {
      eventType: 'Bounce',
      mail: { timestamp: at, messageId: 'from-the-event', destination: [address], tags },
      bounce: {
        ...{ bounceType, bounceSubType: 'General', timestamp: at, feedbackId: 'f' },
        bouncedRecipients: [
          {
            emailAddress: address,
            action: 'failed',
            status: '5.1.1',
            diagnosticCode: `smtp; 550 ${address}`,
          },
        ],
      },
    },
  };
}

export function complaintEvent(address: string, at: string, tags = OURS) {
  return {
    source: 'aws.ses',
    'detail-type': 'Email Complaint Received',
    detail: {
      eventType: 'Complaint',
      mail: { timestamp: at, messageId: 'from-the-event', destination: [address], tags },
      complaint: {
        ...{ complaintSubType: null, complaintFeedbackType: 'abuse', timestamp: at, feedbackId: 'f' },
        complainedRecipients: [{ emailAddress: address }],
      },
    },
  };
}
