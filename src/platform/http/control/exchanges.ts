import type { JournalRow, Workspace } from '../../sandbox.ts';
import { problem } from './answers.ts';
import { bodyText } from './body-text.ts';
import type { ControlHandler } from './control-env.ts';
import { rowShown } from './journal/row-shown.ts';

type World = ReturnType<Workspace['world']>;

const USUAL = 50;
const MOST = 500;
/** Rows that an exchange has with all its hops, and with a late answer once more: hospital, national, insured place. */
const ROWS = 6;

/**
 * `GET /exchanges?limit=`: what came and what was answered, newest first, each with its hops. Without inputs and
 * bodies.
 */
export const listExchanges: ControlHandler = async (c) => {
  const limit = Number(c.req.query('limit') ?? USUAL);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) return problem(c, 422, `limit 应为 1 到 ${MOST} 的整数`);
  const world = await written(c.var.workspace);
  const traces = new Set(world.store.reader.journal(limit * ROWS).map(({ trace }) => trace));
  return c.json({ exchanges: [...traces].slice(0, limit).map((trace) => exchangeOf(world, trace, withoutInput)) });
};

/**
 * `GET /exchanges/{trace}`: one exchange with the decoded input of every hop, and the bytes of request and answer as
 * text; of a hop too that a province's own system answered.
 * `bodyLost`: the bytes were not yet written when the process died, or the memory for them ran short.
 */
export const getExchange: ControlHandler = async (c) => {
  const trace = c.req.param('trace') ?? '';
  const { workspace } = c.var;
  const world = await written(workspace);
  const [first] = world.store.reader.journalOfTrace(trace);
  if (!first) return problem(c, 404, `没有追踪号 ${trace} 的报文；追踪号见应答头 x-kuasheng-trace`);
  const { find } = workspace.bodies();
  const bodies = find(first.seq);
  return c.json({
    ...exchangeOf(world, trace, withBodies(find)),
    request: bodies ? bodyText(bodies.request) : null,
    answer: bodies ? bodyText(bodies.answer) : null,
    bodyLost: bodies === undefined,
  });
};

/**
 * The world after everything that was answered so far has reached the journal: rows of queries follow their answers.
 */
const written = async (workspace: Workspace): Promise<World> => {
  await workspace.journal().written();
  return workspace.world();
};

type Shown = (row: JournalRow, world: World, above: readonly JournalRow[]) => object;

/** What was passed on unchanged is kept once, with the hop that first had it. */
const withInput: Shown = (row, world, above) => {
  const kept = row.input !== '' ? row : above.findLast(({ msgid, input }) => msgid === row.msgid && input !== '');
  return { ...withoutInput(row, world, above), input: kept ? (JSON.parse(kept.input) as unknown) : null };
};

const withBodies =
  (find: (seq: number) => { readonly request: Uint8Array; readonly answer: Uint8Array } | undefined): Shown =>
  (row, world, above) => {
    const bodies = row.via === 'remote' ? find(row.seq) : undefined;
    return {
      ...withInput(row, world, above),
      ...(bodies && { request: bodyText(bodies.request), answer: bodyText(bodies.answer) }),
    };
  };

const withoutInput: Shown = (row, world) => rowShown(world, row);

/** The message from outside, its hops below it in their order. */
const exchangeOf = (world: World, trace: string, show: Shown): object => {
  const rows = [...world.store.reader.journalOfTrace(trace)].sort((a, b) => a.hop - b.hop);
  const shown = rows.map((row, index) => show(row, world, rows.slice(0, index)));
  return { ...shown[0], hops: shown.slice(1) };
};
