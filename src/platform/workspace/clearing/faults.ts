import { ok, type Result } from '../../../kernel/result.ts';
import type { World } from '../../dispatch/world.ts';
import type { ClearingFault } from '../../domain/clearing/national/fault.ts';
import { readForm, type FormProblem } from '../../wire/read-form.ts';
import { faultForm } from './forms.ts';
import { serialId } from './serial-id.ts';

/** Sets a fault of clearing: a list that does not agree, or a province that does not do its part. */
export const setClearingFault = async (
  world: World,
  raw: unknown,
): Promise<Result<ClearingFault, readonly FormProblem[]>> => {
  const form = readForm(faultForm, raw);
  if (!form.ok) return form;
  return world.queue.submit((writer) => {
    const { id, take } = serialId(writer.reader, 'clearing-fault', 'GZ');
    const body = { id, ...form.value } as ClearingFault;
    writer.apply([take, { kind: 'clearing.put', record: 'fault', key: id, body }]);
    return ok(body);
  });
};

/** Takes a fault away and says what it was; undefined where there is none of that id. */
export const dropClearingFault = (world: World, id: string): Promise<ClearingFault | undefined> =>
  world.queue.submit((writer) => {
    const fault = writer.reader.clearingRecord('fault', id);
    if (fault) writer.apply([{ kind: 'clearing.drop', record: 'fault', key: id }]);
    return fault;
  });
