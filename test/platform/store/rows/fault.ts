import { instantOf } from '../../../../src/kernel/civil-time.ts';
import type { Fault } from '../../../../src/kernel/fault/fault.ts';
import type { Firing } from '../../../../src/platform/domain/firing.ts';

export const faultRow = (row: Partial<Fault> = {}): Fault => ({
  id: 'F1',
  kind: 'answer-lost',
  when: {},
  schedule: { always: true },
  scope: 'after-commit',
  with: { how: 'rst', ms: 0 },
  priority: 0,
  stack: false,
  seen: 0,
  fired: 0,
  ...row,
});

export const firingRow = (row: Partial<Firing> = {}): Firing => ({
  seq: 1,
  nth: 1,
  fault: 'F1',
  kind: 'answer-lost',
  scope: 'after-commit',
  at: instantOf('2026-09-01 10:00:00'),
  draw: 0.25,
  with: { how: 'rst', ms: 0 },
  infno: '2207',
  ...row,
});
