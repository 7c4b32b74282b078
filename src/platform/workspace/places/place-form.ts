import { z } from 'zod';

/** The national node gives up after half a minute unless told otherwise (sandbox). */
const USUAL = 30_000;

const MOST = 120_000;
const LEAST = 100;

/** Only what can be posted to as it stands: no password inside, nothing after the path. */
const isPostable = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  const isHttp = protocol === 'http:' || protocol === 'https:';
  return isHttp && username === '' && password === '' && search === '' && hash === '' && text.length <= 500;
};

const remote = z.strictObject({
  url: z.string().trim().refine(isPostable, {
    error:
      '应为 http:// 或 https:// 开头的地址，不带用户名、参数和 #，最多 500 个字符，如 http://127.0.0.1:9000/insured',
  }),
  timeoutMs: z
    .int()
    .refine((ms) => ms >= LEAST && ms <= MOST, { error: `应为 ${LEAST} 到 ${MOST} 的整数，单位毫秒` })
    .default(USUAL),
  key: z.string().min(1).max(200).exactOptional(),
});

/** What the operator changes of a place; null takes back, what is not named stays. */
export const placeForm = z.strictObject({
  remote: remote.nullable().exactOptional(),
  closed: z.string().trim().min(1).max(200).nullable().exactOptional(),
});

/** A change of a place's state, read. */
export type PlaceChange = z.infer<typeof placeForm>;
