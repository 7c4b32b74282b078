import { z } from 'zod';
import type { Reader } from '../../store/port.ts';
import { personGiven } from '../applications/person-given.ts';

/** What may be held out as a QR code: a good one, or one of those that a window must know how to refuse. */
export const CODE_KINDS = [
  'valid', 'not-yet-valid', 'expired', 'used', 'unknown', 'other-issuer', 'health-code', 'payment-code',
] as const; // prettier-ignore

const personOf = (reader: Reader) =>
  z
    .string()
    .min(1)
    .max(64)
    .transform((text, context) => {
      const person = personGiven(reader, text);
      if (person) return person;
      context.addIssue({ code: 'custom', message: `“${text}” 没有这个人员，见 kuasheng personas` });
      return z.NEVER;
    });

const institutionOf = (reader: Reader) =>
  z
    .string()
    .max(30)
    .refine((code) => reader.institution(code) !== undefined, {
      error: ({ input }) => `“${String(input)}” 未登记，见 kuasheng institution list`,
    });

/** `{ persona, kind, shownBy, at }`: whose code, which kind, on whose phone 亲情账户, before which scanner. */
export const codeForm = (reader: Reader) =>
  z
    .strictObject({
      persona: personOf(reader),
      kind: z.enum(CODE_KINDS).default('valid'),
      shownBy: personOf(reader).exactOptional(),
      at: institutionOf(reader).exactOptional(),
    })
    .superRefine(({ persona, shownBy }, context) => {
      const bearer = shownBy ?? persona;
      if (bearer.ec_token !== undefined) return;
      const path = [shownBy ? 'shownBy' : 'persona'];
      context.addIssue({ code: 'custom', path, message: `“${bearer.psn_name}” 没有激活医保电子凭证` });
    });

/** `{ persona, at, cancels }`: who stands before, or lays a card onto, which institution's terminal. */
export const presenceForm = (reader: Reader) =>
  z.strictObject({
    persona: personOf(reader),
    at: institutionOf(reader),
    cancels: z.boolean().exactOptional(),
  });
