/** What a connection may do. Sandbox; a HIS needs a small part of it. */
export type Limits = {
  /** Bytes of one message. */
  readonly messageBytes: number;
  /** Messages a second, over a while; and how many at once after a pause. */
  readonly perSecond: number;
  readonly atOnce: number;
  /** Bytes that may wait for a client which does not read. */
  readonly unread: number;
  /** Connections of one server. */
  readonly connections: number;
  /** How often a sign of life is asked for, in ms. */
  readonly heartbeat: number;
};

export const LIMITS: Limits = {
  messageBytes: 65_536,
  perSecond: 50,
  atOnce: 200,
  unread: 1_048_576,
  connections: 1_000,
  heartbeat: 30_000,
};

/** True for a message that may pass, at so many ms of the machine. */
export const throttle = ({ perSecond, atOnce }: Pick<Limits, 'perSecond' | 'atOnce'>): ((now: number) => boolean) => {
  let left = atOnce;
  let seen: number | undefined;
  return (now) => {
    left = Math.min(atOnce, left + (Math.max(0, now - (seen ?? now)) / 1000) * perSecond);
    seen = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
};
