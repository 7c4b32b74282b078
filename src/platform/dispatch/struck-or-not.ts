import { isRefusal } from '../domain/refusals.ts';
import type { Exchange } from './desk.ts';
import { outside } from './gate.ts';
import { refused, type Answered, type Opened, type Outcome } from './outcome.ts';
import type { Received } from './received.ts';
import { run } from './run.ts';
import { runStruck } from './run-struck.ts';
import type { World } from './world.ts';

/** Handles a message as the faults say that strike it, or as it comes; one that orders what is no fault is refused. */
export const struckOrNot = async (
  world: World,
  { header }: Received,
  exchange: Exchange,
  opened: Opened,
): Promise<Outcome> => {
  const striking = world.faults.strike({ ...exchange, now: opened.now, rawInput: opened.rawInput, header });
  const effects = striking && (await outside(world, striking));
  if (!effects) return answeredBy(world, exchange, opened);
  if (isRefusal(effects)) return refused(world, { ...opened, violations: exchange.violations }, effects);
  const faults = effects.fired;
  return runStruck({ world, exchange: { ...exchange, faults }, opened: { ...opened, faults } }, effects);
};

const answeredBy = async (world: World, exchange: Exchange, { now }: Opened): Promise<Answered> => {
  const { bytes, file } = await run(world, exchange, now);
  const { seq, violations } = exchange;
  return { kind: 'answered', bytes, seq, violations, ...(file && { file }) };
};
