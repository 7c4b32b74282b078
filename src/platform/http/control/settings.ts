import { z } from 'zod';
import type { Settings } from '../../domain/settings.ts';
import type { ControlHandler } from './control-env.ts';
import { formBody } from './json-body.ts';

const between = (least: number, most: number) => {
  const error = `应为 ${least} 到 ${most} 的整数`;
  return z.number().refine((value) => Number.isInteger(value) && value >= least && value <= most, { error });
};

/** Every setting; one that is added to Settings and missing here is a compile error. */
const settings = z.strictObject({
  strict: z.boolean(),
  signIn: z.enum(['ignored', 'required']),
  credentials: z.enum(['all', 'card-first', 'card-only']),
  tokens: z.enum(['checked', 'issued', 'any']),
  ecTokenMinutes: between(1, 10_080),
  ecData: z.enum(['object', 'text']),
  reversedAgain: z.enum(['refuse', 'ok']),
  reusedMsgid: z.enum(['refuse', 'new']),
  jointTest: z.boolean(),
  signature: z.enum(['off', 'x-tif', 'csb', 'x-ca']),
  applications: z.enum(['approved', 'reviewed']),
  filingLockMonths: z
    .number()
    .refine((months) => Number.isInteger(months) && months >= 0 && months <= 6, { error: '应为 0 到 6 的整数（月）' }),
  clearingDeadline: between(5, 8),
  provinceKeys: z.record(z.string().regex(/^\d{2}0000$/), z.string().min(1).max(200)),
  gatewayKeys: z.record(z.string().min(1).max(100), z.string().min(1).max(200)),
  autoReverse: z.boolean(),
  magicFaults: z.boolean(),
  nationalKey: z.string().max(200),
  voucherSeconds: between(1, 604_800),
  voucherOnboarding: z.enum(['none', 'test', 'live']),
  journalRows: between(1_000, 100_000_000),
  journalDays: between(0, 36_500),
  bodiesMegabytes: between(1, 1_000_000),
} satisfies { [K in keyof Settings]: z.ZodType<Settings[K]> });

/** Some of the settings: what `PATCH /settings` takes, and a new workspace may be given. */
export const settingsChange: z.ZodType<Partial<Settings>> = settings.exactPartial();

/** `GET /settings` */
export const getSettings: ControlHandler = (c) => c.json({ settings: c.var.workspace.settings() });

/** `PATCH /settings`: changes those that are named, for the next message on. `gatewayKeys` replaces all keys. */
export const patchSettings: ControlHandler = async (c) => {
  const changes = await formBody(c, settingsChange);
  if (!changes.ok) return changes.error;
  c.var.workspace.changeSettings(changes.value);
  return c.json({ settings: c.var.workspace.settings() });
};
