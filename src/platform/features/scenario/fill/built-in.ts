/** Variables that are always there: the person, the institution, the time. */
export const BUILT_IN = ['who', 'at', 'now', 'today', 'workspace'] as const;
