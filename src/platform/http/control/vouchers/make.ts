import { z } from 'zod';
import { makeBatch, VOUCHER_BREAKS, VOUCHER_KINDS } from '../../../sandbox.ts';
import { misfit } from '../answers.ts';
import type { ControlHandler } from '../control-env.ts';
import { formBody } from '../json-body.ts';

const form = z.strictObject({
  settlements: z.array(z.string().min(1).max(60)).min(1).max(100),
  kind: z.enum(VOUCHER_KINDS as [string, ...string[]]).default('settled'),
  mode: z.enum(['1', '2']).default('1'),
  again: z.boolean().default(false),
  broken: z.string().max(60).exactOptional(),
});

/**
 * `POST /vouchers/make` `{ "settlements": ["…"], "kind": "settled|self-pay|red", "mode": "1|2", "again": false,
 * "broken": "parts" }`: a specimen batch, ready to be sent; `input` is that of 4901 (4905 where it comes again), files
 * are Base64.
 */
export const postSpecimens: ControlHandler = async (c) => {
  const wanted = await formBody(c, form);
  if (!wanted.ok) return wanted.error;
  const { store, clock } = c.var.workspace.world();
  const made = makeBatch(store.reader, wanted.value as Parameters<typeof makeBatch>[1], clock.now());
  if (!made.ok) return misfit(c, [{ message: made.error }]);
  const { files, input, ...about } = made.value;
  const told = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  return c.json({ ...about, input: JSON.parse(input) as object, files: told });
};

/** `GET /vouchers/cases`: the error cases that a batch can be made with. */
export const listCases: ControlHandler = (c) =>
  c.json({
    cases: VOUCHER_BREAKS.map(({ name, means, kind, afterwards, refused }) => ({
      name,
      means,
      kind: kind ?? null,
      afterwards: afterwards ?? false,
      seenIn: refused === undefined ? '4902' : '4901',
    })),
  });
