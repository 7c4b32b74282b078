/** The value at a path of an answer, `insuinfo.0.insutype`. */
const valueAt = (root: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], root);

/** The text at a path; empty where there is none. */
export const textAt = (root: unknown, path: string): string => {
  const value = valueAt(root, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** An amount in 元 as whole 分: money is never a fraction. Undefined for anything finer, or no amount. */
export const fenAt = (root: unknown, path: string): number | undefined => {
  const [, sign = '', yuan, decimals = ''] = /^(-?)(\d{1,10})(?:\.(\d{1,2})0*)?$/.exec(textAt(root, path)) ?? [];
  if (yuan === undefined) return undefined;
  const fen = Number(yuan) * 100 + Number(decimals.padEnd(2, '0'));
  return sign === '' ? fen : -fen;
};

/** 分 as 元: `167.40`. */
export const yuanOf = (fen: number): string => `${String(Math.trunc(fen / 100))}.${String(fen % 100).padStart(2, '0')}`;
