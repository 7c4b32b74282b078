import { dateOf, dateTimeOf, stamp14 } from '../../../../kernel/civil-time.ts';
import type { Requirement } from '../requirements/requirement.ts';
import type { Result } from '../result.ts';
import { aimOf, type Aim } from './aim.ts';
import { curlOf, type Address, type Letter } from './curl.ts';
import { PARTS, type PartSource } from './parts.ts';
import { visitorsOf, type Visitor } from './visitors.ts';

/** What to send next for a requirement, in words and, where the sandbox has what it needs, as a command. */
export type NextCall = { readonly infno: string; readonly says: string; readonly curl?: string };

export type NextSource = PartSource & { readonly address: Address };

/** Finds the next call of each requirement that is not met; numbers of messages and visits are new ones. */
export const nextCalls = (source: NextSource): ((result: Result) => NextCall | undefined) => {
  const place = { reader: source.reader, library: source.library, today: dateOf(source.now) };
  let visitors: readonly Visitor[] | undefined;
  const last = source.reader.lastJournalSeq();
  let ordinal = 0;
  return (result) => {
    const aim = result.blocks ? aimOf(result) : undefined;
    if (!aim) return undefined;
    visitors ??= visitorsOf(place, source.province, source.side);
    ordinal += 1;
    const serial = String((last % 10_000_000) * 1000 + (ordinal % 1000)).padStart(10, '0');
    const letter = letterOf(aim, result.requirement, visitors, serial, source);
    return { infno: aim.infno, says: aim.says, ...(letter && { curl: curlOf(letter, source.address) }) };
  };
};

const letterOf = (
  aim: Aim,
  requirement: Requirement,
  visitors: readonly Visitor[],
  serial: string,
  source: NextSource,
): Letter | undefined => {
  const part = PARTS[aim.infno]?.(aim, requirement, visitors, serial, source);
  if (!part) return undefined;
  const msgid = part.province + stamp14(source.now) + serial;
  return { infno: aim.infno, msgid, now: dateTimeOf(source.now), ...part };
};
