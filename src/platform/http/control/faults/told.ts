import { dateTimeOf } from '../../../../kernel/civil-time.ts';
import type { Firing } from '../../../domain/firing.ts';
import { FAULT_KINDS, MAGIC, kindSheet, traceId } from '../../../sandbox.ts';
import { problem } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';

/** `GET /faults/kinds`: every kind, what it does, what a HIS must do, and its parameters as JSON Schema. */
export const listKinds: ControlHandler = (c) => c.json({ kinds: FAULT_KINDS.map(kindSheet) });

/** `GET /faults/magic`: what a cashier can type to meet a fault, and whether this workspace listens to it. */
export const listMagic: ControlHandler = (c) =>
  c.json({
    on: c.var.workspace.settings().magicFaults,
    magic: MAGIC.map((one) => ({ ...one, title: FAULT_KINDS.find(({ kind }) => kind === one.kind)?.title })),
  });

const USUAL = 100;
const MOST = 1_000;

/** `GET /faults/firings?after=&limit=`: what fired, oldest first; `after` is the last exchange that was seen. */
export const listFirings: ControlHandler = (c) => {
  const limit = Number(c.req.query('limit') ?? USUAL);
  const after = Number(c.req.query('after') ?? 0);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) return problem(c, 422, `limit 应为 1 到 ${MOST} 的整数`);
  if (!Number.isSafeInteger(after) || after < 0) return problem(c, 422, 'after 应为不小于 0 的整数');
  const { reader } = c.var.workspace.world().store;
  return c.json({ firings: reader.firingsAfter(after, limit).map((firing) => shown(firing, reader.delivery)) });
};

type Deliveries = (seq: number) => { readonly state: string } | undefined;

const shown = ({ at, ...firing }: Firing, delivery: Deliveries) => {
  const delivered = delivery(firing.seq)?.state;
  return {
    ...firing,
    trace: traceId(firing.seq),
    at: dateTimeOf(at),
    title: FAULT_KINDS.find(({ kind }) => kind === firing.kind)?.title,
    // Whether the answer of that message left: sent, cut or unknown.
    ...(delivered !== undefined && { delivered }),
  };
};
