/**
 * Whence a fact of the wire comes: documented = printed in the interface document; reconstructed = one public source or
 * derived from several; sandbox = ours.
 */
export type Fidelity = 'documented' | 'reconstructed' | 'sandbox';

/**
 * Printed types, normalised. Their values: text, scaled integer, `yyyy-MM-dd`, `yyyy-MM-dd HH:mm:ss`, boolean, base64
 * text, rows or any JSON.
 */
export type FieldType = 'string' | 'number' | 'date' | 'datetime' | 'boolean' | 'bytes' | 'list' | 'object';

export type Field = {
  readonly code: string;
  /** Chinese name as printed. */
  readonly name: string;
  readonly type: FieldType;
  /** As printed, brackets left out: `30`, `16,2`, `1M`. */
  readonly length?: string;
  /** Decimals of a number: its value is an integer of 10^-scale. 0 for everything else. */
  readonly scale: number;
  readonly required: boolean;
  /** Name of the code list 码表 that the print demands, whether or not such a list is printed. */
  readonly codes?: string;
  /** The node that describes the rows of a list or the fields of an object. */
  readonly of?: string;
  /** Written from this sibling when it has no value of its own. */
  readonly sameAs?: string;
  /** A date without a time means the end of that day, as query ranges do. */
  readonly toEndOfDay: boolean;
  readonly fidelity: Fidelity;
  /** What the print says where we read it otherwise. */
  readonly printedType?: string;
  readonly printedCode?: string;
};

export type Node = {
  /** Empty: the fields stand directly under `input` or `output`. */
  readonly name: string;
  readonly many: boolean;
  readonly fields: readonly Field[];
  readonly fidelity: Fidelity;
  /** Written from this sibling when it has no value of its own. */
  readonly sameAs?: string;
  /** Many rows by our reading, though the print does not say so. */
  readonly rowsCorrected: boolean;
  /** Stands in the print on the wrong side: kept as a fact, neither read nor written. */
  readonly printedOnly: boolean;
  readonly printedNode?: string;
};

export type Side = 'input' | 'output';

/** One message pair of the interface. `files` are the layouts of what travels beside it: TAB files, a voucher's XML. */
export type Table = {
  readonly door: string;
  readonly infno: string;
  readonly name: string;
  readonly chapter: string;
  readonly fidelity: Fidelity;
  /** Public title of the document, or how the table came about. */
  readonly source: string;
  readonly input: readonly Node[];
  readonly output: readonly Node[];
  readonly files: Readonly<Record<string, readonly Node[]>>;
};

/** Nodes that a message carries on its top level, in order: not those that describe a list or object field. */
export const topNodes = (nodes: readonly Node[]): Node[] => {
  const nested = new Set(nodes.flatMap((node) => node.fields.map((field) => field.of)));
  return nodes.filter((node) => !node.printedOnly && !nested.has(node.name));
};

/** Names that differ only by case and underscores are one: `REFD_SETL_FLAG`, `refdSetlFlag`, `refd_setl_flag`. */
export const fold = (name: string): string => name.toLowerCase().replaceAll('_', '');
