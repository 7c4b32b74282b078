import { expect, it, onTestFinished } from 'vitest';
import { openBodies } from '../../../../src/platform/store/sqlite/bodies.ts';
import { temporaryFile } from './temporary-file.ts';

const open = (file: string, generation: number) =>
  openBodies({ file, generation, schedule: () => undefined, onLoss: ({ problem }) => expect(problem).toBeUndefined() });

it('takes the oldest bodies away until the rest is small enough, and counts them', () => {
  const file = temporaryFile();
  const bodies = open(file, 1);
  onTestFinished(() => bodies.close());
  const bytes = new Uint8Array(10_000);
  for (let seq = 1; seq <= 1_000; seq += 1) bodies.append({ seq, direction: 'in', at: 0, content_type: '', bytes });
  bodies.flush();
  expect(bodies.trim(1_000_000_000)).toBe(false);
  const limit = 5_000_000;
  let steps = 1;
  while (bodies.trim(limit)) steps += 1;
  expect(steps).toBeGreaterThan(1);
  const { size, dropped, droppedUpTo } = bodies.state();
  expect(size).toBeLessThanOrEqual(limit);
  expect(dropped).toBe(droppedUpTo);
  expect(bodies.read(droppedUpTo)).toEqual([]);
  expect(bodies.read(droppedUpTo + 1)).toHaveLength(1);
  const later = open(file, 2);
  onTestFinished(() => later.close());
  expect(later.state()).toMatchObject({ dropped: 0, droppedUpTo: 0 });
});
