import { InvalidArgumentError } from 'commander';
import { present } from '../../../kernel/present.ts';

/** What the options of `fault add` said; commander's names. */
export type AddOptions = {
  readonly [name: string]: unknown;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly field?: { readonly path: string; readonly equals: string };
};

/** Conditions by the option that says them. */
const CONDITIONS = [
  ['door', 'door'],
  ['institution', 'fixmedins_code'],
  ['psnNo', 'psn_no'],
  ['person', 'persona'],
  ['psnName', 'psn_name'],
  ['mdtrtarea', 'mdtrtarea'],
  ['insuplc', 'insuplc'],
  ['field', 'field'],
  ['state', 'state'],
  ['infno', 'infno'],
] as const;

const SCHEDULES = ['nth', 'every', 'first', 'script'] as const;
const AS_THEY_ARE = ['id', 'scope', 'count', 'ttl', 'priority', 'stack', 'note', 'with'] as const;

/** The fault that the command line describes; JSON leaves out what was not given, the server checks the rest. */
export const faultSaid = (kind: string, options: AddOptions): object => {
  const amount = present({ gte: options['min'], lte: options['max'], ending: options['ending'] });
  const when = present({
    ...Object.fromEntries(CONDITIONS.map(([option, field]) => [field, options[option]])),
    ...(Object.keys(amount).length > 0 && { amount }),
  });
  const schedule = scheduleSaid(options);
  return {
    kind,
    ...(Object.keys(when).length > 0 && { when }),
    ...(schedule && { schedule }),
    ...present(Object.fromEntries(AS_THEY_ARE.map((name) => [name, options[name]]))),
  };
};

const scheduleSaid = (options: AddOptions): object | undefined => {
  const said = present({
    ...Object.fromEntries(SCHEDULES.map((name) => [name, options[name]])),
    rate: options['rate'],
    seed: options['seed'],
    from: options['from'],
    to: options['to'],
  });
  return Object.keys(said).length > 0 ? said : undefined;
};

/** `how=rst` as a parameter; digits are a number, but an amount in 元 stays text. */
export const parameter = (text: string, before: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => {
  const [, name, value = ''] = /^([A-Za-z]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined) throw new InvalidArgumentError('应为 名称=值，如 how=rst');
  const isNumber = name !== 'amount' && /^-?\d{1,9}(\.\d{1,6})?$/.test(value);
  return { ...before, [name]: isNumber ? Number(value) : value };
};

/** `data.med_type=140104` as a condition. */
export const fieldCondition = (text: string): { readonly path: string; readonly equals: string } => {
  const [, path, equals] = /^([\w.]+)=(.+)$/s.exec(text) ?? [];
  if (path === undefined || equals === undefined) throw new InvalidArgumentError('应为 路径=值，如 data.med_type=11');
  return { path, equals };
};

/** `2207,2208` as a list. */
export const listSaid = (text: string): string[] => text.split(/[,，]/).map((one) => one.trim());
