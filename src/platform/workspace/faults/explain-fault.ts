import { z } from 'zod';
import { fail, type Result } from '../../../kernel/result.ts';
import { tableOf } from '../../dispatch/answer.ts';
import { routed } from '../../dispatch/admit.ts';
import { messageOf, readEnvelope } from '../../dispatch/envelope.ts';
import type { World } from '../../dispatch/world.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { placeOf } from '../../../kernel/admdvs.ts';
import { explain, type Explained } from '../../faults/explain.ts';
import { FAULT_HEADER } from '../../faults/header-fault.ts';
import { read } from '../../wire/read.ts';
import { readForm, type FormProblem } from '../../wire/read-form.ts';

const form = z.strictObject({
  door: z.enum(['hospital', 'national', 'insured', 'credential']).default('hospital'),
  /** An envelope as a HIS would send it; what is absent is no condition's business. */
  message: z.looseObject({ infno: z.union([z.string(), z.number()], { error: '应为交易编号，如 2207' }) }),
  header: z.string().max(500).exactOptional(),
});

/** Which faults would strike a message if it came now, and why the others would not. Nothing is counted. */
export const explainFaults = (world: World, raw: unknown): Result<readonly Explained[], readonly FormProblem[]> => {
  const asked = readForm(form, raw);
  if (!asked.ok) return asked;
  const { door, message: body, header } = asked.value;
  const { envelope, rawInput } = readEnvelope(body);
  const infno = String(body.infno).trim();
  const definition = world.definitionOf(door, infno);
  if (!definition) return fail([{ field: 'message.infno', message: `入口 ${door} 没有交易 ${infno}` }]);
  const { reader } = world.store;
  const institution = reader.institution(envelope.fixmedins_code ?? '');
  const message = messageOf(door, infno, envelope, 0);
  const input = read(tableOf(definition), rawInput ?? {}).value;
  const addressed = routed(institution ? { ...message, mdtrtarea_admvs: placeOf(institution.admdvs) } : message, input);
  return explain(reader, world.settings(), {
    message: isRefusal(addressed) ? message : addressed,
    input,
    rawInput,
    ...(institution && { institution }),
    seq: 0,
    now: world.clock.now(),
    header: (name) => (name === FAULT_HEADER ? header : undefined),
  });
};
