import type { Instant } from '../../../kernel/civil-time.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { World } from '../../dispatch/world.ts';
import { digitsOf, hexOf } from '../../domain/e-credential/made-of.ts';
import { QR_LIFE, STAY, type Medium, type Shown } from '../../domain/e-credential/shown.ts';
import type { Person } from '../../domain/person.ts';
import type { Writer } from '../../store/port.ts';
import { readForm, type FormProblem } from '../../wire/read-form.ts';
import { codeForm, presenceForm, type CODE_KINDS } from './show-form.ts';

/** What is shown, and whose identity it gives. */
export type ShownBy = { readonly shown: Shown; readonly person: Person };

type Outcome = Promise<Result<ShownBy, readonly FormProblem[]>>;
type CodeKind = (typeof CODE_KINDS)[number];

const SERIES = 'shown';

/** Opens the app of a person: a new QR code 医保码, good for a minute of the workspace's clock. */
export const showCode = async (world: World, raw: unknown): Outcome => {
  const form = readForm(codeForm(world.store.reader), raw);
  if (!form.ok) return fail(form.error);
  const { persona: person, kind, shownBy, at } = form.value;
  const make = (serial: number, now: Instant): Shown => ({
    code: codeOf(kind, person.psn_no, serial),
    medium: 'qr',
    psn_no: person.psn_no,
    ...(shownBy && { shownBy: shownBy.psn_no }),
    ...(at !== undefined && { at }),
    ...(kind === 'other-issuer' && { otherIssuer: true }),
    ...(kind === 'used' && { spent: { at: now, by: at ?? '' } }),
    ...timesOf(kind, now),
  });
  return put(world, person, make, kind !== 'unknown');
};

/** Somebody stands before a terminal, or lays an identity card onto it. */
export const showAtTerminal = async (world: World, medium: Exclude<Medium, 'qr'>, raw: unknown): Outcome => {
  const form = readForm(presenceForm(world.store.reader), raw);
  if (!form.ok) return fail(form.error);
  const { persona: person, at, cancels } = form.value;
  if (medium === 'face' && person.ec_token === undefined) {
    return fail([{ field: 'persona', message: `“${person.psn_name}” 没有激活医保电子凭证` }]);
  }
  return put(world, person, (serial, now) => ({
    code: `${medium}-${serial}`,
    medium,
    psn_no: person.psn_no,
    at,
    ...(cancels === true && { cancels }),
    from: now,
    until: now + STAY,
  }));
};

type Make = (serial: number, now: Instant) => Shown;

/** Writes it into the book of codes; one that nobody issued is in no book. */
const put = (world: World, person: Person, make: Make, isKept = true): Outcome =>
  world.queue.submit((writer: Writer) => {
    const serial = writer.reader.serial(SERIES) + 1;
    const shown = make(serial, world.clock.now());
    writer.apply([
      { kind: 'serial.take', key: SERIES, value: serial },
      ...(isKept ? [{ kind: 'shown.put', shown } as const] : []),
    ]);
    return ok({ shown, person });
  });

/** Health codes and payment codes have forms of their own: see domain/e-credential/scanned.ts. */
const codeOf = (kind: CodeKind, psn_no: string, serial: number): string => {
  const parts = ['code', psn_no, String(serial)];
  if (kind === 'health-code') return `${hexOf(64, ...parts)}:1`;
  return kind === 'payment-code' ? `28${digitsOf(16, ...parts)}` : digitsOf(28, ...parts);
};

const timesOf = (kind: CodeKind, now: Instant): Pick<Shown, 'from' | 'until'> => {
  if (kind === 'expired') return { from: now - 2 * QR_LIFE, until: now - QR_LIFE };
  const from = kind === 'not-yet-valid' ? now + QR_LIFE : now;
  return { from, until: from + QR_LIFE };
};
