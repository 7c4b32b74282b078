/** A request as NationEcTrans has it: `{ orgId, transType, data, extra }`. */
export type EcRequest = Readonly<Record<string, unknown>>;

/** What the device adds to it: the code that was scanned, whose face it was, which identity card lay there. */
export type Presented = { readonly qr?: string; readonly face?: string; readonly idNo?: string };

/** The reply of NationEcTrans: 0, or a negative code with its text. */
export type EcAnswer = { readonly code: number; readonly message: string; readonly [more: string]: unknown };

/**
 * How a device asks the issuer of electronic credentials. Whoever puts the desk up hands it in; an address that stands
 * in a message is never called.
 */
export type AskIssuer = (request: EcRequest, presented: Presented) => Promise<EcAnswer>;
