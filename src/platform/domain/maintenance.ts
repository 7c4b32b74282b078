import type { Admdvs } from '../../kernel/admdvs.ts';
import type { Instant } from '../../kernel/civil-time.ts';

/** A maintenance window 停机维护: answers carry its text at once, never a time-out (source: 医保办发〔2024〕19号 五(二)). */
export type Maintenance = {
  readonly id: string;
  /** Whose system is down: the national node, or a place (a whole province by its xx0000 code). */
  readonly node: 'national' | Admdvs;
  /** From the begin to before the end. */
  readonly begin: Instant;
  readonly end: Instant;
  /** What was announced. */
  readonly text: string;
  /** Set when it was called off: the window no longer counts. */
  readonly cancelledAt?: Instant;
};
