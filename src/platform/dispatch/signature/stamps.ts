import type { Instant } from '../../../kernel/civil-time.ts';

type Sent = { readonly sentAt?: Instant };

/** `1774915200`: seconds since 1970. */
export const seconds = (stamp: string): Sent => (/^\d{10}$/.test(stamp) ? { sentAt: Number(stamp) * 1000 } : {});

/** `1774915200000`: milliseconds since 1970, 13 digits. */
export const milliseconds = (stamp: string): Sent => (/^\d{13}$/.test(stamp) ? { sentAt: Number(stamp) } : {});
