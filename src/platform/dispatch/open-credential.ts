import type { Instant } from '../../kernel/civil-time.ts';
import { refuse } from '../domain/refusals.ts';
import type { Settings } from '../domain/settings.ts';
import { unwrapText } from '../wire/read-other.ts';
import { isObject } from './decode-body.ts';
import type { Opened } from './outcome.ts';
import type { Received } from './received.ts';

/** No number that is longer is anybody's. */
const LONGEST = 64;

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, LONGEST) : '';

/**
 * The envelope of the credential door: `{ orgId, transType, data, extra }` as NationEcTrans sends it. It has no number
 * of its own: every copy is another message. orgId is looked for in `data` as well, where clients repeat it; the path
 * stands for an absent transType.
 */
export const openCredential = (received: Received, settings: Settings, seq: number, now: Instant): Opened => {
  const { decoded, pathInfno } = received;
  const { orgId, transType, data, extra } = decoded.ok ? decoded.value : {};
  const inside = unwrapText(data);
  const inData = isObject(inside) ? textOf(inside['orgId']) : '';
  const sender = textOf(orgId) || inData;
  const named = textOf(transType);
  return {
    message: {
      door: 'credential',
      infno: named || (pathInfno ?? ''),
      sender,
      msgid: `kuasheng-${seq}`,
      mdtrtarea_admvs: '',
      returned: { extra, data: settings.ecData },
    },
    seq,
    now,
    violations: named === '' ? ['transType:missing'] : [],
    breaches: named === '' ? ['缺少接口类型 transType'] : [],
    rawInput: data ?? {},
    hasMessageId: true,
    ...(!decoded.ok && { stop: refuse({ role: 'credential' }, 'malformed', decoded.error) }),
  };
};
