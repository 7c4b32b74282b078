import type { JournalRow, Leg, MessageKey, RememberedMessage } from '../../../../src/platform/store/port.ts';
import { institutionRow } from './institution.ts';
import { visitRow } from './visit.ts';

export const messageKey = (row: Partial<MessageKey> = {}): MessageKey => ({
  door: 'hospital',
  sender: institutionRow().fixmedins_code,
  infno: '2207',
  msgid: 'H44030500001202609010930000001',
  ...row,
});

export const messageRow = (row: Partial<RememberedMessage> = {}): RememberedMessage => ({
  ...messageKey(),
  state: 'committed',
  content: '9f86d081884c7d659a2feaa0c55ad015',
  answer: '{"infcode":0}',
  ...row,
});

export const legRow = (row: Partial<Leg> = {}): Leg => ({
  id: 'leg-1',
  state: 'sent',
  outer: messageKey(),
  outerContent: '9f86d081884c7d659a2feaa0c55ad015',
  trace: 'trace-1',
  mdtrt_id: visitRow().mdtrt_id,
  questions: [
    {
      door: 'national',
      sender: '440000',
      infno: '1107',
      msgid: '440000202609010930000001',
      input: { data: { mdtrt_id: visitRow().mdtrt_id } },
      mdtrtarea: '440300',
      insuplc: '110000',
    },
  ],
  sentAt: 1_788_226_200_000,
  ...row,
});

export const journalRow = (row: Partial<JournalRow> = {}): JournalRow => ({
  seq: 1,
  trace: 'trace-1',
  hop: 0,
  ...messageKey(),
  at: 1_788_226_200_000,
  infcode: 0,
  input: '{"data":{}}',
  violations: [],
  writes: ['settlement.add', 'batch.settle'],
  repeated: false,
  ...row,
});
