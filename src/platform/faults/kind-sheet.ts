import { z } from 'zod';
import type { FaultKind } from './kind.ts';

/** A kind as it is told: its parameters as JSON Schema, with their defaults. */
export const kindSheet = ({ kind, title, about, his, scopes, when, params }: FaultKind) => ({
  kind,
  title,
  about,
  his,
  scopes,
  ...(when && { when }),
  params: z.toJSONSchema(params, { io: 'input', unrepresentable: 'any' }),
});
