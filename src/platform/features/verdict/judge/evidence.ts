import type { Deed, LedgerEvent, Says, Seen } from '../types/ledger.ts';
import type { EvidenceStep } from '../types/verdict.ts';
import { timelineOf, type Message } from './message.ts';

/** All that the platform saw of these messages, in the order of the journal, each with a sentence. */
export const evidenceOf = (messages: readonly Message[]): EvidenceStep[] => {
  const events = [...new Set(messages.flatMap(timelineOf))].sort((one, other) => one.seq - other.seq);
  const known = new Set<string>();
  return events.map((event) => {
    const { seq, trace, at, infno, msgid, deed, says, seen, faults } = event;
    const again = known.has(`${infno} ${msgid}`);
    known.add(`${infno} ${msgid}`);
    return { seq, trace, at, infno, msgid, deed, says, seen, faults, text: sentence(event, again) };
  });
};

const sentence = (event: LedgerEvent, again: boolean): string => {
  const { infno, deed, says, seen, faults, err_msg, copied, original } = event;
  const named = original ? `（原报文 ${original.msgid}）` : '';
  const how = copied ? '（另一窗口，故障代发）' : again ? '（同一报文重发）' : '';
  const struck = faults.length === 0 ? [] : [`故障 ${faults.map(({ kind }) => kind).join('、')}`];
  const said = says === 'done' ? SAYS.done : `${SAYS[says]}${err_msg === undefined ? '' : `：${err_msg}`}`;
  return [`${infno} ${DEEDS[deed]}${named}${how}：${said}`, copied ? '答复给了另一窗口' : SEEN[seen], ...struck].join(
    '；',
  );
};

export const DEEDS: Readonly<Record<Deed, string>> = {
  charge: '结算',
  refund: '退费',
  reverse: '冲正',
  ask: '查询',
  other: '其他',
};

const SAYS: Readonly<Record<Says, string>> = {
  done: '平台答成功',
  'not-done': '平台拒绝',
  unhandled: '平台没有受理',
  unknown: '平台也不知道结果',
};

const SEEN: Readonly<Record<Seen, string>> = {
  whole: '答复完整发出',
  late: '答复发出，可能晚于医院的等待',
  doubtful: '医院是否得到可信的答复不明',
  none: '答复没有到达医院',
};
