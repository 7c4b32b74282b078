import type { Changed, Replay } from './outcome.ts';

/** Fields that one message is told with; all are in the JSON. */
const SHOWN = 8;

/** `412 笔结算中 3 笔不同：` and each of them, then the other messages the same way. */
export const replayInWords = ({ messages, settlements, lost, changed }: Replay): string => {
  const [settled, others] = [changed.filter(({ settlement }) => settlement), changed.filter((one) => !one.settlement)];
  return [
    ...partInWords(`${settlements} 笔结算`, settled),
    ...partInWords(`其余 ${messages - settlements} 笔报文`, others),
    ...(lost === 0 ? [] : [`${lost} 笔没有留下原始报文，没有重放`]),
  ].join('\n');
};

const partInWords = (what: string, changed: readonly Changed[]): string[] =>
  changed.length === 0
    ? [`${what}中没有不同`]
    : [`${what}中 ${changed.length} 笔不同：`, ...changed.flatMap(changedInWords)];

const changedInWords = ({ trace, infno, msgid, fields, reason }: Changed): string[] => [
  `  ${trace}  ${infno}  msgid ${msgid}`,
  ...fields.slice(0, SHOWN).map(({ path, before, now }) => `    ${path}  原 ${said(before)}，现 ${said(now)}`),
  ...(fields.length > SHOWN ? [`    …共 ${fields.length} 个字段`] : []),
  ...(reason === undefined ? [] : [`    因为 ${reason}`]),
];

const said = (value: string): string => (value === '' ? '（空）' : value);
