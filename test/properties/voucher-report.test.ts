import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CELLS } from '../../src/platform/domain/voucher/onboarding/matrix.ts';
import { openVoucherDesk } from '../support/voucher-desk.ts';
import { ACTS, expectedCells, START, TICKETS } from './voucher/report-model.ts';
import { beginReport, playAct, reportedCells } from './voucher/play-report.ts';

const sequences = fc.array(fc.record({ act: fc.constantFrom(...ACTS), ticket: fc.constantFrom(...TICKETS) }), {
  minLength: 6,
  maxLength: 30,
});

// Whatever a hospital sends of three vouchers in whatever order, the twelve lines say what a small model says.
it('the lines of the test report follow the traffic exactly', async () => {
  const desk = await openVoucherDesk();
  const seen = new Map<string, number>();
  const property = fc.asyncProperty(sequences, async (acts) => {
    const one = await beginReport(desk);
    let model = START;
    for (const act of acts) model = await playAct(one, model, act);
    const reported = await reportedCells(one);
    for (const cell of CELLS) {
      const found = reported.find(({ ticket, infno }) => ticket === cell.ticket && infno === cell.infno);
      const name = `${cell.ticket} ${cell.infno}`;
      expect(`${name} ${found?.state}`, JSON.stringify(acts)).toBe(
        `${name} ${expectedCells(model)[cell.ticket][cell.infno]}`,
      );
      const key = `${cell.infno} ${found?.state ?? ''}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
      expect((found?.evidence.length ?? 0) > 0).toBe(found?.state === 'passed');
    }
  });
  await fc.assert(property, { numRuns: 30 });
  expect(desk.world.defects).toEqual([]);
  await desk.world.close();
  for (const infno of ['4901', '4902', '4905', '5501']) {
    for (const state of ['passed', 'failed', 'untested'])
      expect(seen.get(`${infno} ${state}`), `${infno} ${state}`).toBeGreaterThan(0);
  }
});
