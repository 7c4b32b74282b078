import { configureGlobal } from 'fast-check';

// One seed for everybody: a red run is red again tomorrow. FAST_CHECK_SEED=random looks for new cases.
const wanted = process.env['FAST_CHECK_SEED'] ?? '20250101';

if (wanted !== 'random') configureGlobal({ seed: Number(wanted) });
