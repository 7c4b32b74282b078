import { z } from 'zod';
import type { Call } from '../../kernel/fault/call.ts';
import { ENDINGS, type After, type Before, type Effects } from '../../kernel/fault/effect.ts';
import type { Scope, When } from '../../kernel/fault/fault.ts';

/** What a firing knows: its checked parameters, its scope, the call, and a number from 0 to 1 for sizes at random. */
export type FiringOf<With> = {
  readonly with: With;
  readonly scope: Scope;
  readonly call: Call;
  readonly draw: number;
};

/** A kind of fault: what can be set, and what it does to a call. Adding one: docs/adding-a-fault.md. */
export type FaultKind<With = unknown> = {
  /** English, kebab-case; the file is named like it. */
  readonly kind: string;
  readonly title: string;
  /** What goes wrong, and what the platform's book has of it: one sentence. */
  readonly about: string;
  /** What a correct HIS does. */
  readonly his: string;
  /** The first one is taken where none is named. */
  readonly scopes: readonly [Scope, ...Scope[]];
  /** Of which calls, unless the user says otherwise. */
  readonly when?: When;
  readonly params: z.ZodType<With>;
  readonly effects: (firing: FiringOf<With>) => Effects;
};

/** Defines a kind; its parameters' type is that of their schema. */
export const faultKind = <With>(kind: FaultKind<With>): FaultKind => kind as unknown as FaultKind;

export const before = (...effects: readonly Before[]): Effects => ({ before: effects, after: [] });
export const after = (...effects: readonly After[]): Effects => ({ before: [], after: effects });

/** Milliseconds of the machine, ten minutes at most: longer is `hold`. */
export const millis = z.int().min(0).max(600_000);

export const ending = z.enum(ENDINGS);

/** Texts of the user's own, as a cashier reads them. */
export const words = z.string().trim().min(1).max(200);

/** What a kind without parameters takes. */
export const nothing = z.strictObject({});
