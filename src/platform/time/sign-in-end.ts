import type { DueHandler } from './due-work.ts';

/** A sign-in 签到 ends at midnight: whoever comes the next day signs in anew. One that was signed out stays so. */
export const signInEnd: DueHandler = (reader, { key }, { now }) => {
  const signIn = reader.signIn(key);
  return signIn && signIn.signedOutAt === undefined
    ? [{ kind: 'sign-in.put', signIn: { ...signIn, signedOutAt: now } }]
    : [];
};
