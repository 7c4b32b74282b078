import { expect, it } from 'vitest';
import { guardedProtocol } from '../../../../src/platform/http/devices/guarded-protocol.ts';

it('ends the connection of a message that breaks something, tells it, and throws nothing', () => {
  const [defects, ended]: [unknown[], number[]] = [[], []];
  const broken = new Error('impossible');
  const protocol = guardedProtocol(
    () => ({
      heard: () => {
        throw broken;
      },
      over: () => undefined,
    }),
    (defect) => defects.push(defect),
  );
  protocol({ say: () => undefined, end: (code) => ended.push(code) }).heard(new Uint8Array(), false);
  expect({ defects, ended }).toEqual({ defects: [broken], ended: [1011] });
});
