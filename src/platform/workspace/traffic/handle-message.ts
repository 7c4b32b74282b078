import type { Admdvs } from '../../../kernel/admdvs.ts';
import { must } from '../../../kernel/assert.ts';
import type { Instant } from '../../../kernel/civil-time.ts';
import { checkInput } from '../../dispatch/check-input.ts';
import type { Message } from '../../dispatch/definition.ts';
import { handle } from '../../dispatch/handle.ts';
import { turnDesk, type World } from '../../dispatch/world.ts';
import type { Institution } from '../../domain/institution.ts';
import type { Writer } from '../../store/port.ts';

/** A message of a history, as it would have come to a door at its moment. */
export type PastMessage = {
  readonly door: 'national' | 'hospital';
  readonly infno: string;
  readonly msgid: string;
  readonly sender: string;
  readonly at: Instant;
  readonly mdtrtarea: Admdvs;
  /** Absent where nobody is insured: a message about a month. */
  readonly insuplc?: Admdvs;
  /** Who sends it at the hospital door. */
  readonly institution?: Institution;
  readonly input: object;
};

/** The output of what was accepted; undefined where it was refused. */
export type Handled = object | undefined;

const envelopeOf = ({ door, infno, msgid, sender, mdtrtarea, insuplc }: PastMessage): Message => ({
  door,
  sender,
  infno,
  msgid,
  mdtrtarea_admvs: mdtrtarea,
  ...(insuplc !== undefined && { insuplc_admdvs: insuplc }),
});

/**
 * Handles a message as the door would, at its own moment, inside an open turn: the same definitions, books and numbers.
 * Its journal rows are thin: what was sent is not kept. They are marked as the sandbox's own, so that nobody takes them
 * for what a HIS or a province has sent.
 */
export const handleMessage = (world: World, writer: Writer, sent: PastMessage): Handled => {
  const { door, infno, at, input, institution } = sent;
  const definition = world.definitionOf(door, infno);
  must(definition, `the ${door} door knows ${infno}`);
  const message = envelopeOf(sent);
  const checked = checkInput(definition, message, { rawInput: input, violations: [], breaches: [] }, false);
  must(!('refusal' in checked), `the history's ${infno} has all that it needs`);
  const by = { via: 'self' as const, ...(institution && { institution }) };
  const exchange = { definition, message, ...checked, ...by, seq: world.nextSeq(), hop: 0 };
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
