import type { CellState, Operation, Ticket } from '../../../src/platform/domain/voucher/onboarding/matrix.ts';

export const TICKETS = ['real-time', 'self-pay', 'cross-province'] as const;

/** What a hospital does with the one voucher of a kind; wait: the centre checks what it has. */
export const ACTS = ['upload', 'upload-bad', 'again', 'again-bad', 'result', 'status', 'wait'] as const;
export type Act = { readonly act: (typeof ACTS)[number]; readonly ticket: Ticket };

type Tried = Readonly<Record<Operation, CellState>>;

/** One voucher and what its lines must say. */
type One = {
  readonly state: 'none' | 'received' | 'failed' | 'normal';
  /** The version that waits for its check, and how the one that was sent last came out. */
  readonly waiting?: { readonly infno: '4901' | '4905'; readonly good: boolean };
  readonly last: 'pending' | 'failed' | 'passed';
  readonly cells: Tried;
};

export type ReportModel = Readonly<Record<Ticket, One>>;

const FRESH: One = {
  state: 'none',
  last: 'pending',
  cells: { '4901': 'untested', '4902': 'untested', '4905': 'untested', '5501': 'untested' },
};

export const START: ReportModel = { 'real-time': FRESH, 'self-pay': FRESH, 'cross-province': FRESH };

export const expectedCells = (model: ReportModel): Readonly<Record<Ticket, Tried>> => ({
  'real-time': model['real-time'].cells,
  'self-pay': model['self-pay'].cells,
  'cross-province': model['cross-province'].cells,
});

/** What passed once stays; what was tried is no longer untested. */
const tried = (one: One, infno: Operation, passed: boolean): One => {
  const before = one.cells[infno];
  return { ...one, cells: { ...one.cells, [infno]: passed || before === 'passed' ? 'passed' : 'failed' } };
};

const sent = (one: One, infno: '4901' | '4905', good: boolean): One => ({
  ...tried(one, infno, false),
  state: one.state === 'normal' ? 'normal' : 'received',
  waiting: { infno, good },
  last: 'pending',
});

export const afterAct = (one: One, act: Act['act']): One => {
  switch (act) {
    case 'upload':
    case 'upload-bad':
      return one.state === 'none' ? sent(one, '4901', act === 'upload') : one;
    case 'again':
    case 'again-bad':
      if (one.state === 'none') return one;
      return one.waiting ? tried(one, '4905', false) : sent(one, '4905', act === 'again');
    case 'result':
      return one.state === 'none' ? one : tried(one, '4902', one.last === 'passed');
    case 'status':
      return one.state === 'none' ? one : tried(one, '5501', one.state === 'normal');
    case 'wait':
      return one.waiting ? checked(one, one.waiting) : one;
  }
};

const checked = ({ waiting: _waiting, ...one }: One, { infno, good }: NonNullable<One['waiting']>): One => ({
  ...tried(one, infno, good),
  state: good || one.state === 'normal' ? 'normal' : 'failed',
  last: good ? 'passed' : 'failed',
});
