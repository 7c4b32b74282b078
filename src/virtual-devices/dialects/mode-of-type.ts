/** iType of the reading library: 1 contact, 2 contactless, 3 and 4 whichever answers (contact or contactless first). */
export const modeOfType = (iType: unknown): 'contact' | 'contactless' | 'auto' | undefined =>
  (({ 1: 'contact', 2: 'contactless', 3: 'auto', 4: 'auto' }) as const)[String(iType) as '1'];
