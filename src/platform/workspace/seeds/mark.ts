import { z } from 'zod';
import { words } from '../../../rules/policy/schema/texts.ts';

/**
 * How far a value of the seeds can be trusted, and where it comes from: `documented` 有据, `reconstructed` 推定 (one
 * source, or derived), `sandbox` 自拟.
 */
export const mark = z.strictObject({ status: z.enum(['documented', 'reconstructed', 'sandbox']), source: words });
