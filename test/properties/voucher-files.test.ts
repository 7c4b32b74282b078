import { expect, it } from 'vitest';
import { playSpoiltUploads } from './voucher/spoilt-uploads.ts';

// 2,000 of them: test/slow/vouchers.test.ts.
it('spoilt packages, OFDs, XML and Base64 are answered with a text, and nothing is half stored', async () => {
  const seen = await playSpoiltUploads(300);
  for (const outcome of ['refused', 'failed', 'taken']) expect(seen.get(outcome), outcome).toBeGreaterThan(10);
});
