import type { Admdvs } from '../../../../kernel/admdvs.ts';
import type { Instant } from '../../../../kernel/civil-time.ts';
import type { Side } from '../side.ts';

/**
 * Whose traffic it is. own: a province signed in at the national door; remote: answered by a province's own system;
 * self: the sandbox's acceptance run; embedded: played or answered by the sandbox itself. The last two are a rehearsal
 * 自检.
 */
export type Origin = 'own' | 'remote' | 'self' | 'embedded';

/** One message at the national node, or at an insured place, as the checks see it. */
export type Exchange = {
  readonly seq: number;
  readonly trace: string;
  readonly hop: number;
  readonly infno: string;
  readonly msgid: string;
  readonly door: 'national' | 'insured';
  /** The province that sent it, xx0000. */
  readonly province: Admdvs;
  readonly origin: Origin;
  readonly at: Instant;
  readonly ok: boolean;
  /** Domain name of the refusal, and its text. */
  readonly refusal?: string;
  readonly text?: string;
  /** 系统报错: it was neither done nor refused for a reason of the business. */
  readonly systemError: boolean;
  /** Breaches of the interface table, `path:kind`. */
  readonly violations: readonly string[];
  /** A stored answer once more: nothing new happened. */
  readonly repeated: boolean;
  readonly mdtrtarea: Admdvs;
  readonly insuplc: Admdvs;
  /**
   * As decoded: amounts are integers of 分. Absent where it could not be read; without fee lines at the national door.
   */
  readonly input?: Readonly<Record<string, unknown>>;
  /**
   * As parsed from the answer's bytes: amounts are numbers of 元. Absent for a refusal, and where the bytes are lost.
   */
  readonly output?: Readonly<Record<string, unknown>>;
};

/** Whether an exchange may count for 是 on a side, and if it may not, what it is. */
export type Standing = 'counts' | 'breaks-table' | 'rehearsal';

/**
 * As 就医省 what the province sent itself, as 参保省 what its own system answered and what it sent; nothing with breaches.
 */
export const standingOf = ({ origin, violations }: Exchange): Standing => {
  if (origin === 'self' || origin === 'embedded') return 'rehearsal';
  return violations.length === 0 ? 'counts' : 'breaks-table';
};

/** What a province sends itself as 参保省: its uploads, and what it downloads of other provinces' institutions. */
const SENT_AS_INSURED = new Set(['1610', '1625', '1803', '1840']);

/** Whether an exchange is of that province on that side. */
export const isOfSide = (exchange: Exchange, province: Admdvs, side: Side): boolean => {
  const { door, infno } = exchange;
  if (door === 'insured') return side === 'insured' && exchange.insuplc.startsWith(province.slice(0, 2));
  return exchange.province === province && (side === 'insured') === SENT_AS_INSURED.has(infno);
};
