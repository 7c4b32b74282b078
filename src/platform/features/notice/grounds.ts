import { MARKS } from '../../../rules/policy/basis.ts';
import { isIllustrative, linesOf, type Ground, type Line, type Notice } from './notice.ts';

/** What the sentences and figures of a notice rest on, each once, in reading order; marks count from 1. */
export const groundsOf = (notice: Notice): string[] => [
  ...new Set(linesOf(notice).flatMap(({ ground }) => (ground === undefined ? [] : [groundInWords(ground)]))),
];

/** `示意值：沙箱设定，非政策数字。来源：跨省沙箱设定。` */
const groundInWords = ({ source, mark, status, note }: Ground): string => {
  const kind = status === 'illustrative' ? '示意值：' : '';
  return `${kind}${MARKS[mark]}。来源：${source}。${note === undefined ? '' : `说明：${note}。`}`;
};

/** How a line is marked in the text: `※[5]`. */
export const markOf =
  (grounds: readonly string[]) =>
  (line: Line): string =>
    line.ground === undefined
      ? ''
      : `${isIllustrative(line) ? '※' : ''}[${grounds.indexOf(groundInWords(line.ground)) + 1}]`;
