/**
 * How long a claim on a mail holds. Longer than any function can run (Lambda's own limit is 15 minutes), so that
 * who claims a mail anew knows that its former sender is gone: a send that hangs cannot end after it. What is in
 * doubt waits as long: the round's next change after the lease, or the next morning's watch, sends it again.
 */
export const LEASE_SECONDS = 16 * 60;
