import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import { judge, type Verdict, type Workspace } from '../../../sandbox.ts';
import { misfit } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { jsonBody } from '../json-body.ts';
import { readExpectations } from './expectation-form.ts';
import { rowShown } from './row-shown.ts';

type World = ReturnType<Workspace['world']>;

/**
 * `POST /verify`: a list of expectations of the journal, each `count`, `order`, `eventually`, `none` or `sum`; answers
 * for each whether it holds and what was seen. HTTP 200 either way: `passed` says whether all hold. They are judged one
 * after another; `eventually` waits in wall time.
 */
export const verifyJournal: ControlHandler = async (c) => {
  const raw = await jsonBody(c);
  if (!raw.ok) return raw.error;
  const { workspace } = c.var;
  const expectations = readExpectations(workspace, raw.value);
  if (!expectations.ok) return misfit(c, expectations.error);
  const journal = workspace.journal();
  const { signal } = c.req.raw;
  const verdicts: Verdict[] = [];
  for (const expectation of expectations.value) {
    await journal.written();
    verdicts.push(await judge(journal, expectation, () => signal.aborted));
  }
  const world = workspace.world();
  return c.json({ passed: verdicts.every(({ passed }) => passed), results: verdicts.map((one) => shown(world, one)) });
};

const shown = (world: World, { rows, closest, ...verdict }: Verdict) => ({
  ...verdict,
  rows: rows.map((row) => rowShown(world, row)),
  closest: closest.map(({ row, differs }) => ({
    row: rowShown(world, row),
    differs: differs.map(({ condition, came }) => ({
      condition,
      came: condition === 'since' || condition === 'until' ? dateTimeOf(row.at) : came,
    })),
  })),
});
