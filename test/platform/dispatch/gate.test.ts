import { expect, it } from 'vitest';
import { openGate } from '../../../src/platform/dispatch/gate.ts';

const soon = () => new Promise((resolve) => setImmediate(resolve));

it('lets messages in at once while nobody works alone', () => {
  const gate = openGate();
  expect(gate.enter()).toBeUndefined();
});

it('waits until everyone is out, and holds those who come meanwhile', async () => {
  const gate = openGate();
  const order: string[] = [];
  void gate.enter();
  const alone = gate.alone(async () => {
    order.push('begins');
    await soon();
    order.push('ends');
  });
  const held = Promise.resolve(gate.enter()).then(() => order.push('let in'));
  await soon();
  expect(order).toEqual([]);
  gate.leave();
  await Promise.all([alone, held]);
  expect(order).toEqual(['begins', 'ends', 'let in']);
});

it('lets one after another work alone, and opens when work fails', async () => {
  const gate = openGate();
  const order: number[] = [];
  const works = [1, 2, 3].map((count) =>
    gate.alone(async () => {
      await soon();
      order.push(count);
      if (count === 2) throw new Error('in vain');
    }),
  );
  expect(await Promise.allSettled(works)).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected' },
    { status: 'fulfilled' },
  ]);
  expect(order).toEqual([1, 2, 3]);
  expect(gate.enter()).toBeUndefined();
});

it('lets whoever waits for somebody else go out and come back', async () => {
  const gate = openGate();
  void gate.enter();
  gate.leave();
  await gate.alone(() => Promise.resolve());
  await gate.enter();
  gate.leave();
  await gate.alone(() => Promise.resolve());
});
