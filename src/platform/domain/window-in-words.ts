import { dateTimeOf, type Instant } from '../../kernel/civil-time.ts';
import type { Maintenance } from './maintenance.ts';

/** What a text says of a window: what is down, from when to when, what was announced. */
export type WindowInWords = {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
};

/** To the minute, as it is announced. */
export const windowInWords = ({ transactions, begin, end, text }: Maintenance): WindowInWords => ({
  what: transactions ? `交易 ${transactions.map(numberOf).join('、')} ` : '系统',
  from: toTheMinute(begin),
  to: toTheMinute(end),
  text,
});

const numberOf = (name: string): string => name.slice(name.indexOf('/') + 1);

const toTheMinute = (at: Instant): string => dateTimeOf(at).slice(0, 16);

/** What new business is told that is still done: a warning in the party's name. */
export const announced = ({ what, from, to, text }: WindowInWords): string =>
  `${what}将停机维护（${from} 至 ${to}），请在此前办完。${text}`;
