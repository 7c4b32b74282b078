import { z } from 'zod';

const text = (name: string) =>
  z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().max(500, `${name} 过长`));

/** LOG_PATH: ASCII, no blanks, at most three levels. */
const logPath = z
  .string()
  .refine(
    (path) =>
      /^[\x21-\x7e]*$/.test(path) &&
      path.split(/[\\/]/).filter((part) => part !== '' && !part.endsWith(':')).length <= 3,
    'LOG_PATH 应为英文字符，没有空格，最多 3 级目录',
  );

/**
 * pInitInfo of HeaSecReadInfo 国家医保定点机构读卡动态库, as public clients fill it. Nothing is connected to: the values are
 * checked and kept as they are.
 */
export const initInfo = z.looseObject({
  IP: text('IP').refine((value) => value !== '', '缺少 IP'),
  PORT: text('PORT').refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, 'PORT 应为端口号'),
  TIMEOUT: text('TIMEOUT').refine((value) => /^\d{1,4}$/.test(value), 'TIMEOUT 应为秒数'),
  LOG_PATH: logPath,
  EC_URL: text('EC_URL').optional(),
  CARD_PASSTYPE: text('CARD_PASSTYPE')
    .refine((value) => value === '1' || value === '2', 'CARD_PASSTYPE 应为 1（卡密码）或 2（库密码）')
    .optional(),
  SFZ_DRIVER_TYPE: text('SFZ_DRIVER_TYPE')
    .refine((value) => /^[0-3]$/.test(value), 'SFZ_DRIVER_TYPE 应为 0、1、2、3')
    .optional(),
});

/** What is wrong with it, in plain Chinese; absent: nothing. */
export const initProblem = (raw: unknown): string | undefined => {
  const parsed = initInfo.safeParse(raw);
  if (parsed.success) return undefined;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  return issue?.code === 'custom' ? issue.message : `缺少 ${field || 'pInitInfo'}，或其格式不对`;
};
