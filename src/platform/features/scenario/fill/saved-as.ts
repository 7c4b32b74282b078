/** Under which name the answer of a transaction is kept unless the step says another one. */
const NAMES: Readonly<Record<string, string>> = {
  '1101': 'person',
  '2001': 'benefit',
  '2201': 'visit',
  '2203': 'treatment',
  '2204': 'fees',
  '2206': 'trial',
  '2207': 'paid',
  '2208': 'refund',
  '2601': 'reversal',
  '5206': 'used',
  '5301': 'qualifications',
  '9001': 'sign_in',
};

export const savedAs = (infno: string): string | undefined => NAMES[infno];
