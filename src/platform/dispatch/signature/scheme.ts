import type { Instant } from '../../../kernel/civil-time.ts';

/** A header by its lower-case name. */
export type Header = (name: string) => string | undefined;

/** What a signed request says of itself, read from its headers. */
export type Claim = {
  /** Account of the sender at the gateway; its secret is known to both sides. */
  readonly key: string;
  /** When the sender signed; absent where the stamp is no time. */
  readonly sentAt?: Instant;
  readonly signature: string;
  /** The signature that this secret would have given. */
  readonly expected: (secret: string) => string;
};

/** One way of signing: reads the headers of a request; undefined where one of them is missing. */
export type Scheme = (header: Header) => Claim | undefined;

/** The named headers, all of them or nothing. An empty header counts as missing. */
export const headersNamed = <Name extends string>(
  header: Header,
  names: readonly Name[],
): Readonly<Record<Name, string>> | undefined => {
  const values = names.map((name) => [name, header(name) ?? ''] as const);
  if (values.some(([, value]) => value === '')) return undefined;
  return Object.fromEntries(values) as Record<Name, string>;
};
