const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** How long a fault lives, as it is typed: `30s`, `15m`, `2h`, `1d` of the virtual clock. */
export const LASTING = /^[1-9]\d{0,4}[smhd]$/;

/** `15m` in milliseconds; of what `LASTING` accepts. */
export const lastingOf = (text: string): number =>
  Number(text.slice(0, -1)) * UNITS[text.slice(-1) as keyof typeof UNITS];
