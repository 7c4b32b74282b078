import { must } from '../../../kernel/assert.ts';
import { checkInput } from '../../dispatch/check-input.ts';
import { handle } from '../../dispatch/handle.ts';
import { turnDesk, type World } from '../../dispatch/world.ts';
import type { Writer } from '../../store/port.ts';
import type { TrafficMessage } from './traffic-messages.ts';

/** The output of what was accepted; undefined where it was refused. */
export type Handled = object | undefined;

/**
 * Handles a message as the door would, at its own moment, inside an open turn: the same definitions, books and numbers.
 * Its journal rows are thin: what was sent is not kept.
 */
export const handleMessage = (world: World, writer: Writer, sent: TrafficMessage): Handled => {
  const { infno, msgid, sender, at, input } = sent;
  const definition = world.definitionOf('national', infno);
  must(definition, `the national door knows ${infno}`);
  const { mdtrtarea, insuplc } = (input as { data: { mdtrtarea: string; insuplc: string } }).data;
  const message = {
    door: 'national', sender, infno, msgid, mdtrtarea_admvs: mdtrtarea, insuplc_admdvs: insuplc,
  } as const; // prettier-ignore
  const checked = checkInput(definition, message, { rawInput: input, violations: [], breaches: [] }, false);
  must(!('refusal' in checked), `the history's ${infno} has all that it needs`);
  const exchange = { definition, message, ...checked, seq: world.nextSeq(), hop: 0 };
  const desk = turnDesk(world, writer, exchange, at);
  writer.savepoint('traffic');
  const thin = { ...desk, journal: (row: Parameters<typeof desk.journal>[0]) => desk.journal({ ...row, input: '' }) };
  const handled = handle(thin, exchange);
  if ('waiting' in handled) {
    // A province's own system is not asked for a history.
    writer.undo('traffic');
    return undefined;
  }
  writer.release('traffic');
  const reply = handled.reply();
  return reply.ok ? (reply.output ?? {}) : undefined;
};
